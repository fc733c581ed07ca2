import GRDB
import KSPCore

/// Stores and reads what month ends keep of loans.
struct LoanEvidenceTable {
  private let month: BookMonth
  private let insertion: SQLStatement

  init(_ db: Database, _ month: BookMonth) throws {
    self.month = month
    insertion = try SQLStatement(
      db,
      "INSERT INTO loanMonth VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  func insert(_ evidence: LoanEvidence, of loan: Int64) throws {
    insertion.bind(Int64(month.ordinal), at: 1)
    insertion.bind(loan, at: 2)
    insertion.bind(evidence.principal.sen, at: 3)
    insertion.bind(evidence.principalDue.sen, at: 4)
    insertion.bind(evidence.interestDue.sen, at: 5)
    insertion.bind(evidence.lateFeeCharged.sen, at: 6)
    insertion.bind(evidence.recognised.sen, at: 7)
    insertion.bind(evidence.unearned.sen, at: 8)
    insertion.bind(evidence.oldestDue.map { Int64($0.dayNumber) }, at: 9)
    insertion.bind(Int64(evidence.loanClass.rawValue), at: 10)
    insertion.bind(evidence.collateral.sen, at: 11)
    insertion.bind(evidence.allowance.sen, at: 12)
    insertion.bind(evidence.isOwed ? 1 : 0, at: 13)
    insertion.bind(evidence.keptClass.map { Int64($0.rawValue) }, at: 14)
    insertion.bind(evidence.isStopped ? 1 : 0, at: 15)
    insertion.bind(evidence.expensedInterest.sen, at: 16)
    insertion.bind(evidence.expensedLateFee.sen, at: 17)
    insertion.bind(evidence.prepaid.sen, at: 18)
    insertion.bind(evidence.administrationDue.sen, at: 19)
    try insertion.run()
  }

  /// What the end of a month kept of a loan; nil for nothing.
  static func evidence(
    _ db: Database, _ month: BookMonth, of loan: Int64
  ) throws -> LoanEvidence? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT principal, principalDue, interestDue, lateFeeCharged, recognised, unearned,
          oldestDue, class, collateral, allowance, isOwed, keptClass, isStopped,
          expensedInterest, expensedLateFee, prepaid, administrationDue
        FROM loanMonth WHERE month = ? AND loan = ?
        """, arguments: [month.ordinal, loan]
    ).map { row in
      func amount(_ column: Int) throws -> Rupiah { Rupiah(sen: try row.value(column) as Int64) }
      guard let loanClass = LoanClass(rawValue: try row.value(7)) else {
        throw LedgerError.invariantBroken("\(loan) \(month): class")
      }
      return try LoanEvidence(
        principal: amount(0), principalDue: amount(1), interestDue: amount(2),
        lateFeeCharged: amount(3), recognised: amount(4), unearned: amount(5),
        prepaid: amount(15),
        oldestDue: (row.optional(6) as Int64?).map { try BookDate(stored: $0) },
        loanClass: loanClass,
        collateral: amount(8), allowance: amount(9), isOwed: row.value(10),
        keptClass: (row.optional(11) as Int?).flatMap { LoanClass(rawValue: $0) },
        isStopped: row.value(12), expensedInterest: amount(13), expensedLateFee: amount(14),
        administrationDue: amount(16))
    }
  }

  /// The lines of a month that was run, as its report had them: by product and loan.
  static func lines(_ db: Database, _ month: BookMonth) throws -> [MonthEndReport.Loan] {
    let query = try SQLStatement(
      db,
      """
      SELECT l.number, r.code, m.isOwed, m.class, m.principal, m.principalDue + m.interestDue
          + m.administrationDue,
        m.recognised, m.allowance,
        ifnull((SELECT sum(p.amount) FROM loanAccount c
          JOIN posting p ON p.account = c.account AND p.bookDate = ?2
          JOIN entry e ON e.id = p.entry AND e.kind = \(EntryKind.loanInterest.sql)
          WHERE c.loan = m.loan AND c.part = 'late-fee'), 0) + m.expensedLateFee,
        m.keptClass, m.isOwed = 1 AND m.keptClass IS NULL AND EXISTS (SELECT 1 FROM loanMonth b
          WHERE b.month = m.month - 1 AND b.loan = m.loan AND b.keptClass IS NOT NULL),
        m.isStopped, m.expensedInterest + m.expensedLateFee
      FROM loanMonth m JOIN loan l ON l.id = m.loan JOIN loanProduct r ON r.id = l.product
      WHERE m.month = ?1 ORDER BY r.id, l.id
      """)
    query.bind(Int64(month.ordinal), at: 1)
    query.bind(Int64(month.lastDay.dayNumber), at: 2)
    defer { query.reset() }
    var lines: [MonthEndReport.Loan] = []
    while try query.step() {
      let number: LoanNumber = query.number(0) ?? ""
      guard let loanClass = LoanClass(rawValue: Int(query.int64(3))) else {
        throw LedgerError.invariantBroken("\(number) \(month): class")
      }
      let lateFee = Rupiah(sen: query.int64(8))
      lines.append(
        MonthEndReport.Loan(
          number: number, product: query.number(1) ?? "", isOwed: query.int64(2) == 1,
          loanClass: loanClass, outstanding: Rupiah(sen: query.int64(4)),
          arrears: Rupiah(sen: query.int64(5)),
          interest: try Rupiah(sen: query.int64(6)) - lateFee, lateFee: lateFee,
          allowance: Rupiah(sen: query.int64(7)),
          keptClass: query.optionalInt64(9).flatMap { LoanClass(rawValue: Int($0)) },
          isCured: query.int64(10) == 1, isStopped: query.int64(11) == 1,
          expensed: Rupiah(sen: query.int64(12))))
    }
    return lines
  }
}
