/// Writes the limits of lending, capital and rates beside the figures of the book (batas).
public struct SupervisionLimitsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each limit, and whether all are kept.
  public func report(of page: SupervisionLimits) -> Report {
    let words = style.words
    let table = table(page.limits)
    return Report(
      "ksp.limits/1", title: words.limitsTitle, subject: words(page.asOf.inWords),
      data: [
        "asOf": .date(page.asOf), "ownCapital": .amount(page.ownCapital),
        "initialCapital": .amount(page.initialCapital), "assets": .amount(page.assets),
        "limits": .rows(table), "kept": .flag(page.areKept),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.asOf, words(page.asOf.inWords)),
          Report.Field(words.limitsCapital, page.ownCapital.formatted),
          Report.Field(words.limitsAssets, page.assets.formatted)),
        .table(table),
        .verdict(words.limitsVerdict(page.limits.allSatisfy { $0.name == .audit || $0.isKept })),
        .note(words.limitsNote),
      ] + (page.initialCapital == nil ? [.note(words.initialCapitalNote)] : []) + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ]
    ).statement(known: style.known)
  }

  private func table(_ limits: [SupervisionLimit]) -> ReportTable {
    let words = style.words
    return ReportTable(
      limits,
      [
        .left("name", words.limitsName, 28) {
          .coded($0.name.rawValue, shown: words($0.name.name))
        },
        .right("figure", words.limitsFigure, 18) { figure($0) },
        .right("limit", words.limitsLimit, 18) { limit($0) },
        .left("kept", "", 12) { .flag($0.isKept, shown: words.kept($0)) },
        .data("share") { .optional($0.name.share?.description) },
        .data("member") {
          if case .member(let number, _)? = $0.subject { .text(number.text) } else { .blank }
        },
        .data("memberName") {
          if case .member(_, let name)? = $0.subject { .text(name) } else { .blank }
        },
        .data("product") {
          if case .product(let code)? = $0.subject { .text(code.text) } else { .blank }
        },
        .data("rule") { .text($0.name.rule) },
      ]
    ).remarks { words.remark(limits[$0]) }
  }

  private func figure(_ limit: SupervisionLimit) -> Cell {
    switch limit.measure {
    case .amount(let figure, _): .amount(figure)
    case .rate(let rate, _): .coded(rate.description, shown: style.words(rate.inWords))
    }
  }

  private func limit(_ limit: SupervisionLimit) -> Cell {
    switch limit.measure {
    case .amount(_, let largest): .amount(largest)
    case .rate(_, let largest): .coded(largest.description, shown: style.words(largest.inWords))
    }
  }
}

extension Wording {
  fileprivate var limitsTitle: String {
    self("BATAS PINJAMAN, MODAL DAN JASA", "LIMITS OF LENDING, CAPITAL AND RATES")
  }
  fileprivate var limitsCapital: String { self("Modal sendiri", "Own capital") }
  fileprivate var limitsAssets: String { self("Aset", "Assets") }
  fileprivate var limitsName: String { self("Batas", "Limit") }
  fileprivate var limitsFigure: String { self("Angka", "Figure") }
  fileprivate var limitsLimit: String { self("Paling banyak", "At most") }
  fileprivate var limitsNote: String {
    self(
      "Pihak terkait: anggota dengan data “\(Member.relatedAttribute)”.",
      "Related parties: members with the attribute “\(Member.relatedAttribute)”.")
  }

  fileprivate var initialCapitalNote: String {
    self(
      "Modal awal tidak diketahui (pengaturan buku): pasal 63 ayat 5 tidak diperiksa.",
      "Initial own capital is not known (settings): article 63(5) is not checked.")
  }

  fileprivate func kept(_ limit: SupervisionLimit) -> String {
    switch (limit.name, limit.isKept) {
    case (.audit, true): self("tidak wajib", "not due")
    case (.audit, false): self("WAJIB", "DUE")
    case (.ownCapital, false): self("KURANG", "BELOW")
    case (_, true): self("ya", "kept")
    case (_, false): self("LEWAT", "BEYOND")
    }
  }

  /// Whose figure it is, of how much the limit is, and which rule says so.
  fileprivate func remark(_ limit: SupervisionLimit) -> String {
    let subject: String? =
      switch limit.subject {
      case .member(let number, let name)?: "\(number) \(name)"
      case .product(let code)?: code.text
      case nil: nil
      }
    let least = limit.isLeast ? self("paling sedikit", "at least") : nil
    return [subject, least, limit.name.share.map { self($0.inWords) }, limit.name.rule]
      .compactMap(\.self).joined(separator: " · ")
  }

  fileprivate func limitsVerdict(_ areKept: Bool) -> String {
    areKept
      ? self("Semua batas dipenuhi.", "All limits are kept.")
      : self(
        "Ada yang melewati batas: baris LEWAT atau KURANG.",
        "Some are beyond: the lines BEYOND or BELOW.")
  }
}
