/// Writes whether the tax of a month can be reported (periksa PPh).
public struct TaxCheckRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what was found, the slips beside the accounts, what is paid, and parts of a rupiah.
  public func report(of check: TaxCheck) -> Report {
    let words = style.words
    let (findings, accounts) = (findings(check), accounts(check))
    let (due, remainders) = (due(check), remainders(check))
    return Report(
      "ksp.tax-check/1",
      title: "\(words("PERIKSA PPH JASA", "CHECK OF THE TAX ON INTEREST")) "
        + words(check.month.name).uppercased(),
      data: [
        "month": .text(check.month.description), "ok": .flag(check.isOK),
        "slips": .count(check.slips.count), "findings": .rows(findings),
        "accounts": .rows(accounts), "due": .rows(due), "remainders": .rows(remainders),
        "payBy": .date(check.calendar.payBy), "reportBy": .date(check.calendar.reportBy),
      ], rows: ReportRows(findings),
      blocks: [
        .fields(
          Report.Field(words.slips, String(check.slips.count)),
          Report.Field(
            words("Setor paling lambat", "Pay by"), words(check.calendar.payBy.inWords)),
          Report.Field(
            words("Lapor paling lambat", "Report by"), words(check.calendar.reportBy.inWords)),
          width: 22)
      ] + part(words("Yang ditemukan", "Findings"), findings) + cures(check)
        + part(words("Bukti potong dan akun", "Slips and accounts"), accounts)
        + part(words("Terutang dan disetor", "Owed and paid"), due)
        + part(words("Selisih di bawah satu rupiah", "Differences below a rupiah"), remainders)
        + [
          .verdict(
            check.isOK
              ? words("Bisa dilaporkan.", "It can be reported.")
              : words("BELUM bisa dilaporkan.", "It CANNOT be reported yet."))
        ])
  }

  private func part(_ heading: String, _ table: ReportTable) -> [Report.Block] {
    table.count == 0 ? [] : [.heading(heading), .table(table), .gap]
  }

  /// What cures the findings, by member, as readers of the report type it.
  private func cures(_ check: TaxCheck) -> [Report.Block] {
    let lines = check.findings.filter { !$0.remedies.isEmpty }.flatMap { finding in
      style.advice(finding.member?.text ?? style.words.cooperative, finding.remedies)
    }
    return lines.isEmpty
      ? [] : [.heading(style.words("Caranya", "How"))] + lines.map { .note($0) } + [.gap]
  }

  private func findings(_ check: TaxCheck) -> ReportTable {
    let words = style.words
    return ReportTable(
      check.findings,
      [
        .data("kind") { .text($0.kind.rawValue) },
        .left("refuses", "", 6) {
          .flag($0.kind.refuses, shown: $0.kind.refuses ? words("TOLAK", "REFUSE") : "")
        },
        .left("member", words.number, 8) { .optional($0.member?.text) },
        .left("name", words.name, 17) { .optional($0.name) },
        .left("message", words.description, 44) { .text(words($0.message)) },
        .nested("remedies") { finding in
          finding.remedies.isEmpty
            ? .absent : .list(finding.remedies) { style.record(of: $0) }
        },
      ])
  }

  private func accounts(_ check: TaxCheck) -> ReportTable {
    let words = style.words
    return ReportTable(
      check.accounts,
      [
        .left("account", words.account, 10) { .text($0.code.text) },
        .left("article", words.taxArticle, 22) { account in
          .coded(
            account.articles.map(\.rawValue).joined(separator: "+"),
            shown: account.articles.map(\.name).joined(separator: ", "))
        },
        .right("slips", words.slips, 20) { .amount($0.slips) },
        .right("posted", words.posted, 20) { .amount($0.posted) },
      ])
  }

  private func due(_ check: TaxCheck) -> ReportTable {
    let words = style.words
    return ReportTable(
      check.due,
      [
        .left("article", words.taxArticle, 10) {
          .coded($0.article.rawValue, shown: $0.article.name)
        },
        .left("account", words.account, 10) { .text($0.account.text) },
        .right("owed", words("Terutang", "Owed"), 17) { .amount($0.owed) },
        .right("paid", words("Disetor", "Paid"), 17) { .amount($0.paid) },
        .right("left", words("Sisa", "Left"), 17) { .amount($0.left) },
      ])
  }

  private func remainders(_ check: TaxCheck) -> ReportTable {
    let words = style.words
    return ReportTable(
      check.remainders,
      [
        .left("member", words.number, 8) { .text($0.slip.memberNumber.text) },
        .left("name", words.name, 17) { .text($0.slip.memberName) },
        .right("base", words("Dasar", "Base"), 15) { .amount($0.slip.base) },
        .right("rate", words("Tarif", "Rate"), 5) {
          .coded($0.slip.rate.percentText, shown: $0.slip.rate.percentText + "%")
        },
        .right("tax", words.tax, 13) { .amount($0.slip.tax) },
        .right("difference", words("Selisih", "Difference"), 10) { .amount($0.difference) },
      ])
  }
}
