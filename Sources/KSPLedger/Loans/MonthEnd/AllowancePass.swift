import GRDB
import KSPCore

/// Brings what the month ends have set aside for losses to what is required, one voucher for every
/// allowance account that changes.
final class AllowancePass: MonthEndPass {
  static let kinds: Set<EntryKind> = [.provision]

  private let month: EndingMonth
  private var changes: [(amount: Rupiah, voucher: MonthVoucher)] = []

  init(_ month: EndingMonth) { self.month = month }

  func finish() throws {
    let provisions = LoanProvisions(
      db: month.book, month: month.month, catalog: month.catalog)
    for change in try provisions.changes(month.findings.allowances) {
      let amount = try change.amount()
      guard !amount.isZero else { continue }
      let voucher = try month.desk.voucher(
        .provision, LoanProvisions.reference(change.account, month.month))
      let legs = try PostingRules.provision(
        amount, allowance: change.account, expense: change.expense)
      voucher.memo = memo(change.account)
      for leg in legs { try voucher.add(leg) }
      changes.append((amount, voucher))
    }
  }

  /// Which loans of an account gave up the class they had kept, so that what was set aside for it
  /// is released.
  private func memo(_ account: AccountID) -> String? {
    let cured = month.catalog.loanProducts.filter { $0.accounts.allowance == account }
      .flatMap { month.findings.cured[$0.product.code] ?? [] }
    guard !cured.isEmpty else { return nil }
    return "Pulih setelah angsuran tepat waktu: " + cured.map(\.text).joined(separator: ", ")
  }

  func report(into report: inout MonthEndReport) {
    report.provisions = changes.map { amount, voucher in
      MonthEndReport.Provision(change: amount, entry: voucher.number)
    }
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let accounts = Set(month.catalog.loanProducts.map(\.accounts.allowance)).sorted()
    report.provisions = try accounts.compactMap { account in
      try Row.fetchOne(
        month.book,
        sql: """
          SELECT e.id, -p.amount FROM entry e JOIN posting p ON p.entry = e.id
          WHERE e.reference = ? AND p.account = ?
          """, arguments: [LoanProvisions.reference(account, month.month), account.value]
      ).map { row in
        try MonthEndReport.Provision(
          change: Rupiah(sen: row.value(1) as Int64), entry: EntryNumber(row.value(0)))
      }
    }
  }

  // MARK: - Proof

  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "loan.allowance",
      meaning: Phrase(
        id: "Penyisihan akhir bulan sama dengan yang dibukukan",
        en: "The allowance of every month end is what was booked"),
      examined: "SELECT count(*) FROM loanMonth",
      offenders: """
        SELECT printf('%s %04d-%02d', (SELECT code FROM account WHERE id = t.account),
          c.month / 12, c.month % 12 + 1)
        FROM closedMonth c JOIN (SELECT DISTINCT allowance AS account FROM loanProduct) t
        LEFT JOIN (
          SELECT m.month AS month, p.allowance AS account, sum(m.allowance) AS required
          FROM loanMonth m JOIN loan l ON l.id = m.loan JOIN loanProduct p ON p.id = l.product
          GROUP BY m.month, p.allowance) r ON r.month = c.month AND r.account = t.account
        WHERE ifnull(r.required, 0) <> -ifnull((SELECT sum(p.amount) FROM posting p
          JOIN entry e ON e.id = p.entry LEFT JOIN entry o ON o.id = e.reverses
          WHERE p.account = t.account AND p.bookDate <= c.lastDay
            AND \(LoanProvisions.isTracked(account: "t.account", day: "c.lastDay"))), 0)
        """)
  ]
}
