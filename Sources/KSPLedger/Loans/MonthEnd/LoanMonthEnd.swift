import GRDB
import KSPCore

/// One pass over all loans for a month: interest and late fees recognised, class, allowance.
///
/// A preview and a run are the same pass; a preview has no session and stores nothing. Loans come
/// one at a time, by product; only their lines in the report are held.
struct LoanMonthEnd {
  /// What the report says of loans.
  struct Outcome {
    var products: [MonthEndReport.LoanProduct] = []
    var loans: [MonthEndReport.Loan] = []
    var provisions: [MonthEndReport.Provision] = []
  }

  let db: Database
  let month: BookMonth
  let catalog: Catalog
  let session: PostingSession?
  let recordedBy: String?

  /// Runs the pass.
  func run() throws -> Outcome {
    let reader = try LoanMonthReader(db, month: month, catalog: catalog)
    let evidence = try LoanEvidenceTable(db, month)
    let loans = try LoanMonthEnd.loans(db, month, catalog)
    var outcome = Outcome()
    for product in catalog.loanProducts {
      var voucher = session.map { LoanVoucher($0, month) }
      var lines: [MonthEndReport.Loan] = []
      for id in loans[product.id] ?? [] {
        guard let finding = try reader.finding(reader.loan(id: id)), finding.isConcerned else {
          continue
        }
        lines.append(try MonthEndReport.Loan(finding))
        guard session != nil else { continue }
        try voucher?.add(finding)
        try evidence.insert(finding.evidence(), of: id)
      }
      guard !lines.isEmpty else { continue }
      outcome.products.append(
        try MonthEndReport.LoanProduct(
          code: product.product.code, name: product.product.name, of: lines,
          entry: try voucher?.seal(product, lines, by: recordedBy)))
      outcome.loans += lines
    }
    outcome.provisions = try provisions(outcome.loans)
    return outcome
  }

  /// The loans to look at, by product: those that the month before kept evidence of, and those that
  /// moved in the month. What ended earlier costs nothing.
  static func loans(
    _ db: Database, _ month: BookMonth, _ catalog: Catalog
  ) throws -> [Int64: [Int64]] {
    let query = try SQLStatement(
      db,
      """
      SELECT product, id FROM loan WHERE id IN (
        SELECT loan FROM loanMonth WHERE month = ?1
        UNION
        SELECT c.loan FROM entry e JOIN posting p ON p.entry = e.id
        JOIN loanAccount c ON c.account = p.account
        WHERE e.bookDate BETWEEN ?2 AND ?3
          AND e.kind IN ('opening', 'disbursement', 'repayment', 'writeOff', 'recovery',
            'reversal'))
      ORDER BY product, id
      """)
    query.bind(Int64(month.ordinal) - 1, at: 1)
    query.bind(Int64(catalog.firstDay(of: month).dayNumber), at: 2)
    query.bind(Int64(month.lastDay.dayNumber), at: 3)
    defer { query.reset() }
    var found: [Int64: [Int64]] = [:]
    while try query.step() { found[query.int64(0), default: []].append(query.int64(1)) }
    return found
  }

  /// Brings what the month ends have set aside to what is required, for every allowance account.
  private func provisions(
    _ loans: [MonthEndReport.Loan]
  ) throws -> [MonthEndReport.Provision] {
    let provisions = LoanProvisions(db: db, month: month, catalog: catalog)
    return try provisions.changes(loans).compactMap { change in
      let amount = try change.amount()
      guard !amount.isZero else { return nil }
      let entry = try session.map { try provisions.post(change, $0, by: recordedBy) }
      return MonthEndReport.Provision(change: amount, entry: entry)
    }
  }
}
