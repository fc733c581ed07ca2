import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The file's own rules for loans, each broken on purpose through raw SQL.
@Suite struct LoanInvariantTests {
  /// A book with a loan that is late, one that was written off, one with a new plan and principal
  /// paid ahead on it, fees, collateral, a guarantor, a
  /// holiday and two closed months.
  static let template = BookTemplate { folder in
    let book = try LoanBook(folder)
    try book.change("flat") { terms in
      terms.recognition = .onDueDate
      terms.provision = ProvisionTable.cooperative.code
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .share(.percent("1")),
          target: .account(AccountCode("4-1110")))
      ]
    }
    try book.ledger.addHolidays([Holiday(day: day("2026-08-17"), name: "Kemerdekaan")])
    let application = LoanApplication(
      member: "0001", product: "flat", amount: 12_000_000, date: try day("2026-01-15"),
      collaterals: [Collateral(kind: .vehicle, description: "BPKB", value: 4_000_000)],
      guarantors: ["Ketua RT"])
    _ = try book.ledger.disburse(application)
    let given = try book.lend("menurun", 1_200_000, to: "0002")
    _ = try book.ledger.writeOffLoan(given, on: day("2026-01-20"))
    try book.change("anuitas") { $0.prepayment = .smallerInstallments }
    let late = try book.lend("anuitas", 6_000_000, to: "0002")
    try book.monthEnd("2026-01")
    _ = try book.ledger.repay(600_000, loan: "PJ-0001", on: day("2026-02-20"))
    _ = try book.ledger.waiveLoan(
      10_000, loan: "PJ-0001", on: day("2026-02-21"), note: EntryNote(memo: "keputusan"))
    _ = try book.ledger.repay(200_000, loan: "PJ-0001", on: day("2026-02-15"))
    _ = try book.ledger.rescheduleLoan(late, on: day("2026-02-20"), count: 6)
    _ = try book.ledger.repay(2_000_000, loan: late, on: day("2026-02-25"))
    try book.monthEnd("2026-02")
    try book.ledger.close()
  }

  static func prepared() throws -> (TestFolder, DatabaseQueue) {
    let folder = try template.copy()
    return (folder, try DatabaseQueue(path: folder.file()))
  }

  /// A column of every table of loans, whose change would matter.
  static let columns: [(table: String, column: String)] = [
    ("loanProduct", "allowance"), ("loanTerms", "rateBillionths"), ("loanFee", "share"),
    ("holiday", "name"), ("loan", "principal"), ("loanAccount", "loan"), ("loanStep", "bookDate"),
    ("loanSplit", "principal"), ("loanPlan", "principal"), ("loanInstallment", "interest"),
    ("loanCollateral", "value"),
    ("loanMonth", "allowance"),
  ]

  @Test(arguments: columns.map { [$0.table, $0.column] })
  func aRowIsWrittenOnce(_ place: [String]) throws {
    let (_, queue) = try Self.prepared()
    let (table, column) = (place[0], place[1])
    let count = try queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    #expect(count > 0, "\(table) is empty")
    for sql in [
      "UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)",
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1",
      "INSERT INTO \(table) SELECT * FROM \(table) LIMIT 1",
    ] {
      try refuse(sql, queue)
    }
  }

  /// The terms of a plan, between its principal and what it takes over.
  static let terms = "'flat', 0, 'month', 1, 'each', 0, NULL"

  static let forbidden: [String] = [
    // A plan without rows, with a gap, or whose rows come to something else; a version left out.
    "INSERT INTO loanPlan VALUES (1, 2, 20480, 5, NULL, 20480, 20500, 100, \(terms), 0, 0, 0, 0, 0, 0, 0)",
    "INSERT INTO loanInstallment VALUES (1, 2, 2, 20500, 100, 0); INSERT INTO loanPlan VALUES (1, 2, 20480, 5, NULL, 20480, 20500, 100, \(terms), 0, 0, 0, 0, 0, 0, 0)",
    "INSERT INTO loanInstallment VALUES (1, 2, 1, 20500, 99, 0); INSERT INTO loanPlan VALUES (1, 2, 20480, 5, NULL, 20480, 20500, 100, \(terms), 0, 0, 0, 0, 0, 0, 0)",
    "INSERT INTO loanInstallment VALUES (1, 3, 1, 20500, 100, 0); INSERT INTO loanPlan VALUES (1, 3, 20480, 5, NULL, 20480, 20500, 100, \(terms), 0, 0, 0, 0, 0, 0, 0)",
    // A row more in a plan that stands; figures that cannot be.
    "INSERT INTO loanInstallment VALUES (1, 1, 13, 20900, 0, 5)",
    "INSERT INTO loanInstallment VALUES (1, 2, 1, 20500, -1, 0)",
    "INSERT INTO loanInstallment VALUES (1, 2, 1, 20500, 1, -1)",
    "INSERT INTO loanInstallment VALUES (1, 2, 1, 20500, 100, 0); INSERT INTO loanPlan VALUES (1, 2, 20480, 5, NULL, 20480, 20480, 100, \(terms), 0, 0, 0, 0, 0, 0, 0)",
    "INSERT INTO loanInstallment VALUES (1, 2, 1, 20500, 100, 0); INSERT INTO loanPlan VALUES (1, 2, 20480, 5, NULL, 20480, 20500, 100, \(terms), -1, 0, 0, 0, 0, 0, 0)",
    // Evidence of a month that is closed.
    "INSERT INTO loanMonth SELECT month, 2, 0, 0, 0, 0, 0, 0, NULL, 1, 0, 0, 1, NULL, 0, 0, 0, 0 FROM loanMonth WHERE month = 24313",
    "INSERT INTO loanMonth VALUES (24314, 1, 0, 0, 0, 0, 0, 0, NULL, 6, 0, 0, 1, NULL, 0, 0, 0, 0)",
    // A second account for the same part, a step of no kind, a loan of nothing.
    "INSERT INTO loanAccount VALUES (2, 1, 'principal')",
    "INSERT INTO loanAccount VALUES (2, 1, 'fee')",
    "INSERT INTO loanStep (loan, kind, bookDate) VALUES (1, 'forgotten', 20500)",
    "INSERT INTO loan (number, member, product, termsFrom, termsVersion, principal, count, rateBillionths, rateBasis, appliedOn) SELECT 'X', member, product, termsFrom, termsVersion, 0, count, rateBillionths, rateBasis, appliedOn FROM loan LIMIT 1",
    // More principal repaid than is owed.
    "INSERT INTO posting SELECT id, 20600, (SELECT max(id) + 1 FROM entry), 1, -9000000000 FROM account WHERE code = 'PJ-0001'",
  ]

  @Test(arguments: forbidden) func theFileRefuses(_ sql: String) throws {
    let (_, queue) = try Self.prepared()
    try refuse(sql, queue)
  }

  private func refuse(_ sql: String, _ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      #expect(throws: DatabaseError.self, "\(sql)") {
        try db.inTransaction {
          try db.execute(sql: sql)
          return .commit
        }
      }
    }
  }

  /// Changes that somebody makes who takes the triggers away first, and the check that finds them.
  static let tampering: [(String, String)] = [
    (
      "DROP TRIGGER accountFixed; UPDATE account SET parent = 1 WHERE code = 'PJ-0001'",
      "loan.account"
    ),
    (
      "DROP TRIGGER loanAccountNoDelete; DELETE FROM loanAccount WHERE part = 'late-fee'",
      "loan.account"
    ),
    (
      "DROP TRIGGER loanAccountNoUpdate; UPDATE loanAccount SET loan = 99 WHERE part = 'interest'",
      "loan.account"
    ),
    ("DROP TRIGGER loanNoDelete; DELETE FROM loan WHERE id = 1", "loan.account"),
    (
      "DROP TRIGGER loanProductNoUpdate; UPDATE loanProduct SET interestControl = principalControl",
      "loan.account"
    ),
    (
      "DROP TRIGGER loanInstallmentNoUpdate; UPDATE loanInstallment SET principal = principal + 1 WHERE number = 3",
      "loan.plan"
    ),
    (
      "DROP TRIGGER loanInstallmentNoDelete; DELETE FROM loanInstallment WHERE loan = 1 AND number = 12",
      "loan.plan"
    ),
    (
      "DROP TRIGGER loanInstallmentNoDelete; DELETE FROM loanInstallment WHERE loan = 1",
      "loan.plan"
    ),
    ("DROP TRIGGER loanPlanNoDelete; DELETE FROM loanPlan WHERE loan = 1", "loan.plan"),
    (
      "DROP TRIGGER loanNoUpdate; UPDATE loan SET principal = principal - 100 WHERE id = 1",
      "loan.plan"
    ),
    ("DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET entry = 999 WHERE loan = 1", "loan.plan"),
    (
      "DROP TRIGGER loanInstallmentNoUpdate; DROP TRIGGER loanPlanNoUpdate; UPDATE loanInstallment SET principal = principal + 100 WHERE loan = 1 AND number = 1; UPDATE loanPlan SET principal = principal + 100 WHERE loan = 1",
      "loan.principal"
    ),
    (
      "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET afterEntry = 999 WHERE loan = 1",
      "loan.principal"
    ),
    (
      "DROP TRIGGER loanStepNoDelete; DELETE FROM loanStep WHERE kind = 'written-off'",
      "loan.principal"
    ),
    (
      "INSERT INTO loanStep (loan, kind, bookDate) VALUES (1, 'written-off', 20500)",
      "loan.principal"
    ),
    (
      "DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET principal = principal - 100 WHERE loan = 1",
      "loan.principal"
    ),
    (
      "DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET allowance = allowance + 100 WHERE month = 24312",
      "loan.allowance"
    ),
    ("DROP TRIGGER loanMonthNoDelete; DELETE FROM loanMonth WHERE month = 24313", "loan.allowance"),
    (
      "DROP TRIGGER loanInstallmentNoUpdate; UPDATE loanInstallment SET interest = interest + 100 WHERE loan = 1 AND number = 5",
      "loan.installment"
    ),
    (
      "DROP TRIGGER loanInstallmentNoUpdate; UPDATE loanInstallment SET due = due + 30 WHERE loan = 1 AND number = 12",
      "loan.installment"
    ),
    (
      "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET rateBillionths = rateBillionths / 2 WHERE loan = 1",
      "loan.installment"
    ),
    (
      "DROP TRIGGER loanNoUpdate; UPDATE loan SET rateBillionths = rateBillionths / 2 WHERE id = 1",
      "loan.installment"
    ),
    // A plan of fewer rows than it has, and of more than there can be.
    (
      "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET count = 1 WHERE loan = 1",
      "loan.installment"
    ),
    (
      "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET count = 1000000000000 WHERE loan = 1",
      "loan.installment"
    ),
    // A claim of the plan before that is made to vanish, in the plan and in its row.
    (
      "DROP TRIGGER loanInstallmentNoUpdate; DROP TRIGGER loanPlanNoUpdate; UPDATE loanInstallment SET interest = interest - 100 WHERE loan = 3 AND version = 2 AND number = 1; UPDATE loanPlan SET carriedInterest = carriedInterest - 100 WHERE loan = 3 AND version = 2",
      "loan.installment"
    ),
    (
      "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET carriedFee = carriedFee + 100 WHERE loan = 3 AND version = 2",
      "loan.installment"
    ),
    (
      "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET paidAhead = 100 WHERE loan = 3 AND version = 3",
      "loan.installment"
    ),
    (
      "UPDATE accountBalance SET balance = -100 WHERE account = (SELECT account FROM loanAccount WHERE part = 'interest')",
      "loan.receivable"
    ),
    // A class that sets no more and no less aside.
    ("DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET class = 2 WHERE loan = 1", "loan.class"),
    ("DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET principalDue = 0", "loan.class"),
    ("DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET oldestDue = NULL", "loan.class"),
    ("DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET unearned = 5", "loan.class"),
    ("DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET lateFeeCharged = 5", "loan.class"),
    ("DROP TRIGGER loanMonthNoUpdate; UPDATE loanMonth SET recognised = 0", "loan.interest"),
    ("DROP TRIGGER loanMonthNoDelete; DELETE FROM loanMonth WHERE month = 24313", "loan.interest"),
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String, check: String) throws {
    let (folder, queue) = try Self.prepared()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
    }
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let report = try ledger.verify()
    let found = report.checks.first { $0.name == check }
    #expect((found?.count ?? 0) > 0, "\(report.checks.filter { $0.count > 0 }.map(\.name))")
    #expect(found?.first != nil)
    // What stands on it is read, or refused; it never ends the program.
    _ = refusal { _ = try DamageTests.readAll(folder.file(), .readOnly) }
  }

  /// What cannot be recomputed at all is named all the same, as the loan and its plan or month.
  @Test func aPlanThatCannotBeMadeIsNamed() throws {
    let (folder, queue) = try Self.prepared()
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "DROP TRIGGER loanPlanNoUpdate; UPDATE loanPlan SET count = 1 WHERE loan = 1")
    }
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let checks = try ledger.verify().checks
    #expect(checks.first { $0.name == "loan.installment" }?.first == "PJ-0001 #1")
    #expect(checks.first { $0.name == "loan.class" }?.first == "PJ-0001 2026-01")
    #expect(refusal { _ = try ledger.loan("PJ-0001") } == .invariantBroken)
    #expect(refusal { _ = try ledger.explainLoan("PJ-0001", month("2026-02")) } == .invariantBroken)
  }

  @Test func anHonestBookPasses() throws {
    let (folder, queue) = try Self.prepared()
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let report = try ledger.verify()
    #expect(report.isOK)
    let loans = report.checks.filter { $0.name.hasPrefix("loan.") }
    #expect(loans.count == 17, "\(loans.map(\.name))")
    // None of its loans has administration, charges over its life, or interest that was cut in
    // advance.
    let idle = loans.filter { $0.examined == 0 }.map(\.name)
    #expect(idle == ["loan.fees", "loan.adminFee", "loan.feeVoucher", "loan.returned"])
  }
}
