import GRDB
import KSPCore

/// Works out what a month end makes income of the charges on loans that are spread over their life.
struct LoanFeeReader {
  /// What a month does for one charge.
  struct Finding {
    let loan: Int64
    let number: LoanNumber
    let product: Int64
    /// Its place among the charges of the loan's terms, from 1.
    let line: Int
    let income: AccountID
    let unearnedAccount: AccountID
    let working: LoanFeeWorking
  }

  private let book: Database
  private let month: BookMonth
  private let firstDay: BookDate
  private let reader: LoanReader
  private let plans: SQLStatement
  private let rows: SQLStatement
  private let before: SQLStatement
  private let account: SQLStatement

  init(_ book: Database, month: BookMonth, catalog: Catalog) throws {
    self.book = book
    self.month = month
    firstDay = catalog.firstDay(of: month)
    reader = try LoanReader(book, catalog)
    // A plan whose voucher was reversed by then never began.
    plans = try SQLStatement(
      book,
      """
      SELECT n.version, n.startedOn, n.principal, e.kind
      FROM loanPlan n LEFT JOIN entryStanding e ON e.id = n.entry
      WHERE n.loan = ?1 AND n.startedOn <= ?2
        AND (e.reversedOn IS NULL OR e.reversedOn > ?2) ORDER BY n.version
      """)
    rows = try SQLStatement(
      book,
      """
      SELECT due, principal FROM loanInstallment WHERE loan = ? AND version = ? ORDER BY number
      """)
    before = try SQLStatement(
      book,
      "SELECT ifnull(sum(amount), 0) FROM loanFeeMonth WHERE loan = ? AND line = ? AND month < ?")
    account = try SQLStatement(book, "SELECT id FROM account WHERE code = ?")
  }

  /// The loans to look at, by product: those of which something was unearned a month before, those
  /// that a plan of the month concerns, and those that a reversal of the month may have brought
  /// back.
  func loans() throws -> [Int64] {
    try Int64.fetchAll(
      book,
      sql: """
        WITH reversal (id, reverses) AS (
          SELECT id, reverses FROM entry INDEXED BY entryReverses
          WHERE reverses IS NOT NULL AND bookDate BETWEEN ?2 AND ?3)
        SELECT id FROM loan WHERE id IN (
          SELECT loan FROM loanFeeMonth WHERE month = ?1 AND unearned <> 0
          UNION
          SELECT l.id FROM loan l WHERE l.id IN (
            SELECT loan FROM loanPlan WHERE startedOn BETWEEN ?2 AND ?3
            UNION SELECT s.loan FROM reversal r JOIN loanStep s ON s.entry = r.reverses
            UNION SELECT c.loan FROM reversal r JOIN posting p ON p.entry = r.id
              JOIN loanAccount c ON c.account = p.account)
          AND EXISTS (SELECT 1 FROM loanFee f
            WHERE f.product = l.product AND f.effectiveFrom = l.termsFrom
              AND f.version = l.termsVersion AND f.feeRecognition <> 'once'))
        ORDER BY product, id
        """,
      arguments: [Int64(month.ordinal) - 1, firstDay.dayNumber, month.lastDay.dayNumber])
  }

  /// What the month does for the charges of a loan.
  func findings(id: Int64) throws -> [Finding] {
    try findings(reader.loan(id: id, asOf: month.lastDay, reading: .dues(through: month.lastDay)))
  }

  func findings(_ record: LoanRecord) throws -> [Finding] {
    let spread = record.loan.terms.fees.enumerated().filter(\.element.isSpread)
    guard !spread.isEmpty else { return [] }
    let (plans, isPaidOut) = try plans(of: record.id)
    let isRunning = record.loan.status == .running
    return try spread.compactMap { index, fee in
      guard case .account(let income) = fee.target else { return nil }
      let whole = isPaidOut ? try fee.amount(on: record.loan.principal) : .zero
      let working = try LoanFeeWorking(
        code: fee.code, earning: fee.earning, whole: whole,
        before: earned(record.id, index + 1),
        unearned: isRunning
          ? LoanFeeSpreading.unearned(
            of: whole, fee.earning, plans: plans, at: month.lastDay) : .zero)
      guard !working.earned.isZero || !working.unearned.isZero || !working.before.isZero
      else { return nil }
      return try Finding(
        loan: record.id, number: record.loan.number, product: record.product.id,
        line: index + 1, income: id(of: income),
        unearnedAccount: record.product.accounts.unearnedInterest, working: working)
    }
  }

  /// The plans of a loan that stand, and whether its money was paid out by this book.
  private func plans(of loan: Int64) throws -> ([LoanFeeSpreading.Plan], isPaidOut: Bool) {
    plans.bind(loan, at: 1)
    plans.bind(Int64(month.lastDay.dayNumber), at: 2)
    defer { plans.reset() }
    var found: [LoanFeeSpreading.Plan] = []
    var isPaidOut = false
    while try plans.step() {
      if plans.text(3) == EntryKind.disbursement.rawValue { isPaidOut = true }
      found.append(
        LoanFeeSpreading.Plan(
          start: try BookDate(stored: plans.int64(1)), principal: Rupiah(sen: plans.int64(2)),
          installments: try rows(of: loan, plans.int64(0))))
    }
    return (found, isPaidOut)
  }

  private func rows(
    of loan: Int64, _ version: Int64
  ) throws -> [(due: BookDate, principal: Rupiah)] {
    rows.bind(loan, at: 1)
    rows.bind(version, at: 2)
    defer { rows.reset() }
    var found: [(due: BookDate, principal: Rupiah)] = []
    while try rows.step() {
      found.append((try BookDate(stored: rows.int64(0)), Rupiah(sen: rows.int64(1))))
    }
    return found
  }

  /// What month ends before made income of a charge.
  private func earned(_ loan: Int64, _ line: Int) throws -> Rupiah {
    before.bind(loan, at: 1)
    before.bind(Int64(line), at: 2)
    before.bind(Int64(month.ordinal), at: 3)
    defer { before.reset() }
    return try before.step() ? Rupiah(sen: before.int64(0)) : .zero
  }

  private func id(of code: AccountCode) throws -> AccountID {
    account.bind(code.text, at: 1)
    defer { account.reset() }
    guard try account.step() else { throw LedgerError.accountUnknown(code.text) }
    return AccountID(account.int64(0))
  }
}
