/// Writes what a word finds in the book.
public struct SearchRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each thing that was found.
  public func report(of result: SearchResult) -> Report {
    let words = style.words
    let table = ReportTable(result.hits, columns)
    let cut = SearchResult.Hit.Kind.allCases.filter(result.cut.contains)
    return Report(
      "ksp.find/1", title: words.searchTitle, subject: result.text,
      data: [
        "text": .text(result.text), "hits": .rows(table), "cut": .texts(cut.map(\.rawValue)),
      ], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.searched, result.text)),
        result.hits.isEmpty ? .note(words.foundNothing) : .table(table),
      ]
        + (cut.isEmpty
          ? [] : [.note(words.thereIsMore(cut.map { words($0.name) }.joined(separator: ", ")))]))
  }

  private var columns: [ReportColumn<SearchResult.Hit>] {
    let words = style.words
    return [
      .left("kind", words.foundKind, 8) { .coded($0.kind.rawValue, shown: words($0.kind.name)) },
      .left("code", words.foundNumber, 11) { .text($0.code) },
      .left("what", words.name, 33) { .text(what($0)) }.only(.people),
      .data("title") { .text(words($0.title)) },
      .data("memberNumber") { .optional($0.member?.text) },
      .data("member") { .optional($0.memberName) }, .data("detail") { .optional($0.detail) },
      .left("date", words.date, 10) { .optional($0.date) },
      .right("amount", words.amount, 14) { .optional($0.amount) },
      .data("isOpen") { .flag($0.isOpen) },
    ]
  }

  /// What it is in a line: a member's own name stands once.
  private func what(_ hit: SearchResult.Hit) -> String {
    let words = style.words
    let owner = hit.kind == .member ? nil : hit.memberName
    let ended = hit.isOpen ? nil : words.ended(hit.kind)
    return [owner, words(hit.title), hit.detail, ended].compactMap(\.self).joined(separator: ", ")
  }
}

extension Wording {
  fileprivate var searchTitle: String { self("HASIL PENCARIAN", "FOUND") }
  fileprivate var searched: String { self("Dicari", "Looked for") }
  fileprivate var foundKind: String { self("Jenis", "Kind") }
  fileprivate var foundNumber: String { self("Nomor", "Number") }
  fileprivate var foundNothing: String {
    self(
      "Tidak ada yang cocok. Coba sebagian nama, nomor, NIK, telepon atau jumlah.",
      "Nothing fits. Try a part of a name, a number, a NIK, a telephone number or an amount.")
  }
  fileprivate func thereIsMore(_ kinds: String) -> String {
    self("Masih ada lagi: \(kinds). Tulis lebih banyak.", "There is more: \(kinds). Type more.")
  }
  fileprivate func ended(_ kind: SearchResult.Hit.Kind) -> String {
    switch kind {
    case .member: self("sudah keluar", "has left")
    case .account: self("ditutup", "closed")
    case .loan: self("selesai", "ended")
    case .voucher: self("sudah dibalik", "reversed")
    }
  }
}
