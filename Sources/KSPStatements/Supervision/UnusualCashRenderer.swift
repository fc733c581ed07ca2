/// Writes the cash of members that a supervisor asks about (transaksi tunai besar).
public struct UnusualCashRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each, or that there is none.
  public func report(of list: UnusualCash) -> Report {
    let words = style.words
    let table = table(list.lines)
    return Report(
      "ksp.unusual-cash/1", title: words.unusualTitle, subject: words.days(list.period),
      data: [
        "from": .date(list.period.first), "to": .date(list.period.last),
        "limit": .amount(list.limit), "lines": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.period, words.days(list.period)),
          Report.Field(words.unusualLimit, list.limit.formatted)),
        list.lines.isEmpty ? .verdict(words.unusualNone) : .table(table),
        .note(words.unusualNote), .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: style.known)
  }

  private func table(_ lines: [UnusualCash.Line]) -> ReportTable {
    let words = style.words
    return ReportTable(
      lines,
      [
        .left("from", words.unusualFrom, 10) { .date($0.period.first) },
        .left("to", words.unusualTo, 10) { .date($0.period.last) },
        .left("member", words.unusualMember, 8) { .text($0.member.text) },
        .right("in", words.unusualIn, 18) { .unlessZero($0.received) },
        .right("out", words.unusualOut, 18) { .unlessZero($0.paid) },
        .right("count", words.unusualCount, 6) { .count($0.count) },
        .data("name") { .text($0.name) },
        .data("reason") { .coded($0.reason.rawValue, shown: words($0.reason.name)) },
      ]
    ).remarks { "\(lines[$0].name): \(words(lines[$0].reason.name))" }
  }
}

extension Wording {
  fileprivate var unusualTitle: String { self("TRANSAKSI TUNAI BESAR", "UNUSUAL CASH") }
  fileprivate var unusualLimit: String { self("Batas sehari", "Limit of a day") }
  fileprivate var unusualFrom: String { self("Dari", "From") }
  fileprivate var unusualTo: String { self("Sampai", "To") }
  fileprivate var unusualMember: String { self("Anggota", "Member") }
  fileprivate var unusualIn: String { self("Masuk", "In") }
  fileprivate var unusualOut: String { self("Keluar", "Out") }
  fileprivate var unusualCount: String { self("Kali", "Times") }
  fileprivate var unusualNone: String {
    self("Tidak ada yang perlu dilihat.", "There is nothing to look at.")
  }
  fileprivate var unusualNote: String {
    self(
      "Daftar untuk diperiksa, bukan tuduhan; laporan ke PPATK menurut aturannya.",
      "A list to look at, not a judgement; reports to PPATK follow their own rules.")
  }
}
