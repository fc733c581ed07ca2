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
    let table = ReportTable(list.rows, columns)
    return Report(
      "ksp.month-interest/1", title: words.monthInterestTitle, subject: words(list.month.name),
      data: [
        "month": .text(list.month.description), "posted": .flag(list.isPosted),
        "accounts": .rows(table), "gross": .amount(list.gross), "tax": .amount(list.tax),
        "net": .amount(list.net),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.monthLabel, words(list.month.name)),
          Report.Field(
            words.state, list.isPosted ? words.isPosted : words.isNotPosted)),
        .table(table.total("\(words.total): \(list.rows.count)", in: 1)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: style.known)
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
  fileprivate var state: String { self("Keadaan", "State") }
  fileprivate var isPosted: String { self("sudah dibukukan", "posted") }
  fileprivate var isNotPosted: String {
    self("belum dibukukan; bisa berubah sampai tutup bulan", "not posted; may change until then")
  }
  fileprivate var base: String { self("Dasar", "Base") }
  fileprivate var rateShort: String { self("Suku", "Rate") }
  fileprivate var grossShort: String { self("Bruto", "Gross") }
  fileprivate var netShort: String { self("Neto", "Net") }
  /// A rate without its period where that is a year: `6%`, `0,5%/bln`.
  fileprivate func short(_ rate: Rate) -> String {
    let percent = String(rate.description.prefix { $0 != "/" })
    return rate.basis == .year ? percent : percent + self("/bln", "/mo")
  }
  fileprivate var taxShort: String { self("PPh", "Tax") }
}
