/// Writes the interest of a month by account, before it is posted or as it was.
public struct MonthInterestRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account that earns.
  public func report(of list: MonthInterest) -> Report {
    let words = style.words
    let table = ReportTable(list.rows, columns).remarks { index in
      let brought = list.rows[index].brought
      return brought.isZero ? nil : words.brought(brought)
    }
    let valueDates = items(list.valueDates, named: words.depositsPaid)
    let further = items(list.furtherTax, named: words.furtherTax)
    return Report(
      "ksp.month-interest/1", title: words.monthInterestTitle, subject: words(list.month.name),
      data: [
        "month": .text(list.month.description), "posted": .flag(list.isPosted),
        "accounts": .rows(table), "gross": .amount(list.gross), "tax": .amount(list.tax),
        "net": .amount(list.net),
        "valueDates": list.valueDates.isEmpty ? .absent : .rows(valueDates),
        "furtherTax": list.furtherTax.isEmpty ? .absent : .rows(further),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.monthLabel, words(list.month.name)),
          Report.Field(
            words.state, list.isPosted ? words.isPosted : words.isNotPosted)),
        .table(table.total("\(words.total): \(list.rows.count)", in: 1)),
      ] + (list.valueDates.isEmpty ? [] : [.table(valueDates)])
        + (list.furtherTax.isEmpty ? [] : [.table(further)]) + [
          .signatures(words.preparedAndChecked, printedOnly: true)
        ]
    ).statement(known: style.known)
  }

  /// Items one by one, under what they are.
  private func items(_ items: [MonthInterest.Item], named name: String) -> ReportTable {
    let words = style.words
    return ReportTable(
      items,
      [
        .left("date", words.date, 10) { .date($0.date) },
        .left("account", name, 15) { .text($0.account.text) },
        .left("member", words.name, 15) { .text($0.memberName) },
        .data("memberNumber") { .text($0.member.text) },
        .sum("gross", words.grossShort, 10) { .unlessZero($0.gross) },
        .sum("tax", words.taxShort, 8) { .unlessZero($0.tax) },
        .sum("net", words.netShort, 10) { .amount($0.net) },
        .right("voucher", words.voucher, 9) { .optional($0.entry) },
      ]
    ).total("\(words.total): \(items.count)", in: 2)
  }

  private var columns: [ReportColumn<MonthInterest.Row>] {
    let words = style.words
    return [
      .left("account", words.account, 11) { .text($0.account.text) },
      .left("member", words.name, 18) { .text($0.memberName) },
      .data("memberNumber") { .text($0.member.text) }, .data("product") { .text($0.product.text) },
      .right("base", words.base, 12) { .amount($0.base) },
      .right("rate", words.rateShort, 7) {
        .coded($0.rate.description, shown: words.short($0.rate))
      },
      .sum("gross", words.grossShort, 9) { .amount($0.gross) },
      .data("brought") { .amount($0.brought) },
      .sum("tax", words.taxShort, 8) { .unlessZero($0.tax) },
      .sum("net", words.netShort, 9) { .amount($0.net) },
      .data("voucher") { .optional($0.entry) },
    ]
  }
}

extension Wording {
  fileprivate var monthInterestTitle: String {
    self("JASA SIMPANAN PER REKENING", "INTEREST BY ACCOUNT")
  }
  fileprivate var monthLabel: String { self("Bulan", "Month") }
  fileprivate var depositsPaid: String { self("Jasa berjangka", "Term deposit") }
  fileprivate var furtherTax: String { self("PPh berikutnya", "Further tax on") }
  fileprivate func brought(_ amount: Rupiah) -> String {
    self(
      "Termasuk \(amount.formatted) dari bulan-bulan sebelumnya; dasar dan suku untuk bulan ini.",
      "With \(amount.formatted) of earlier months; base and rate are those of this month.")
  }
  fileprivate var state: String { self("Keadaan", "State") }
  fileprivate var isPosted: String { self("sudah dibukukan", "posted") }
  fileprivate var isNotPosted: String {
    self("belum dibukukan; bisa berubah sampai tutup bulan", "not posted; may change until then")
  }
  fileprivate var base: String { self("Dasar", "Base") }
  var rateShort: String { self("Suku", "Rate") }
  fileprivate var grossShort: String { self("Bruto", "Gross") }
  fileprivate var netShort: String { self("Neto", "Net") }
  /// A rate without its period where that is a year: `6%`, `0,5%/bln`.
  func short(_ rate: Rate) -> String {
    let digits = String(rate.description.prefix { $0 != "/" })
    let percent = self(String(digits.map { $0 == "." ? "," : $0 }), digits)
    return rate.basis == .year ? percent : percent + self("/bln", "/mo")
  }
  fileprivate var taxShort: String { self("PPh", "Tax") }
}
