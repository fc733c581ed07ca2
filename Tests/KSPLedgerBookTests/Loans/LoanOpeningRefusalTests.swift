import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What an earlier book cannot say of a loan: everything is told at once, nothing is stored.
@Suite struct LoanOpeningRefusalTests {
  /// The codes that the tests below reach.
  static let codes: [LedgerError.Code] = [
    .loanNumberTaken, .loanOpeningDate, .loanOpeningPrincipal, .loanOpeningInterest,
    .loanOpeningArrears, .loanOpeningPaidUntil,
  ]

  static let rows: [(row: String, problems: [String])] = [
    ("A-1,0009,flat,12000000,2025-07-15,12,8000000,0,,,,", ["5 member.unknown"]),
    ("A-2,0001,emas,12000000,2025-07-15,12,8000000,0,,,,", ["10 loan.productUnknown"]),
    (
      "A-3,0001,flat,-5,2025-02-30,dua,1.5,0,,,,",
      [
        "15 amount.notPositive", "18 date.unreadable", "29 loan.planInvalid",
        "33 amount.unreadable",
      ]
    ),
    ("A-4,0001,flat,12000000,2026-01-05,12,8000000,0,,,,", ["24 loan.openingDate"]),
    ("A-5,0001,flat,12000000,2025-07-15,12,12000001,0,,,,", ["38 loan.openingPrincipal"]),
    ("A-6,0001,flat,12000000,2025-07-15,12,0,0,,,,", ["38 loan.openingPrincipal"]),
    ("A-7,0001,flat,12000000,2025-07-15,12,8000000,900001,,,,", ["46 loan.openingInterest"]),
    ("A-8,0001,flat,12000000,2025-07-15,12,8000000,1,1,,,", ["46 loan.openingInterest"]),
    ("A-9,0001,flat,12000000,2025-07-15,12,8000000,,1260001,,,", ["46 loan.openingInterest"]),
    ("B-1,0001,flat,12000000,2025-07-15,12,8000000,0,,5,,", ["49 loan.openingArrears"]),
    ("B-2,0001,flat,12000000,2025-07-15,12,8000000,,,,2025-12-15,", ["49 loan.openingPaidUntil"]),
    ("B-3,0001,flat,12000000,2025-07-15,12,6000000,0,,,2025-12-15,", []),
    ("B-4,0001,flat,12000000,2025-07-15,12,7000000,0,,,2025-11-15,", ["50 loan.openingPaidUntil"]),
    ("B-5,0001,flat,12000000,2025-07-15,12,8000000,,,,,", ["46 import.cellMissing"]),
    ("1-1000,0001,flat,12000000,2025-07-15,12,8000000,0,,,,", ["1 loan.numberTaken"]),
    ("B 6,0001,flat,12000000,2025-07-15,12,8000000,0,,,,", ["1 account.codeUnreadable"]),
    ("B-3,0001,flat,12000000,2025-07-15,12,8000000,0,,,,", ["1 import.duplicate"]),
    ("B-8,0001,flat,12000000,2025-07-15,2000,8000000,0,,,,", ["35 loan.planInvalid"]),
    ("B-9,0001,flat,12000000,2025-07-15,12,8000000,0,,,,-1", ["51 amount.notPositive"]),
    ("C-1,0001,flat,12000000,2025-07-15,12,8000000,-1,,,,", ["46 amount.notPositive"]),
  ]

  @Test func allMistakesOfAllRowsInFileOrder() throws {
    let (folder, ledger) = try LoanOpeningTests.book()
    let before = try BookContent(folder)
    let csv =
      "number,member,product,principal,disbursed,term,outstanding,interest_arrears,"
      + "interest_ahead,principal_arrears,paid_until,late_fee\n"
      + Self.rows.map(\.row).joined(separator: "\n")
    let expected = Self.rows.enumerated().flatMap { index, item in
      item.problems.map { "l.csv:\(index + 2):\($0)" }
    }
    #expect(ImportTests.problems { try LoanOpeningTests.take(ledger, csv) } == expected)
    let error = refused { try LoanOpeningTests.take(ledger, csv) }
    for problem in error?.details ?? [] {
      for phrase in [problem.message, problem.advice] {
        #expect(phrase.indonesian.count > 10 && phrase.indonesian != phrase.english)
      }
    }
    #expect(try BookContent(folder) == before)
  }

  @Test func columnsThatAreMissingAreAllNamed() throws {
    let (_, ledger) = try LoanOpeningTests.book()
    #expect(
      ImportTests.problems { try LoanOpeningTests.take(ledger, "number\nA-1\n") }
        == Array(repeating: "l.csv:1:1 import.columnMissing", count: 7))
    #expect(
      ImportTests.problems { try LoanOpeningTests.take(ledger, "paid_until\n2025-12-31\n") }.count
        == 6)
  }

  /// A closed month takes no loan, nor does the day before it.
  @Test func aClosedMonthTakesNoLoan() throws {
    let (_, ledger) = try LoanOpeningTests.book()
    _ = try ledger.runMonthEnd(month("2026-01"))
    let csv = LoanOpeningTests.header + LoanOpeningTests.row
    for date in ["2025-12-31", "2026-01-31"] {
      #expect(
        ImportTests.problems { try LoanOpeningTests.take(ledger, csv, on: date) }
          == ["l.csv:2:9 period.closed"])
    }
    #expect(try LoanOpeningTests.take(ledger, csv, on: "2026-02-01").stored == 1)
  }

  /// Changes that somebody makes who takes the rules of the file away first.
  @Test(arguments: [
    ("UPDATE loanPlan SET paidPrincipal = paidPrincipal - 100", "loan.principal"),
    ("UPDATE loanPlan SET paidInterest = 99999999999", "loan.plan"),
    ("UPDATE loanPlan SET entry = NULL", "loan.plan"),
    ("UPDATE loan SET principal = principal + 100", "loan.plan"),
    ("DELETE FROM loanStep WHERE kind = 'opening'", "loan.plan"),
  ])
  func verifyFinds(_ sql: String, check: String) throws {
    let (folder, ledger) = try LoanOpeningTests.book()
    try LoanOpeningTests.take(ledger, LoanOpeningTests.header + LoanOpeningTests.row)
    try ledger.close()
    try tamper(with: folder, "book.ksp", sql)
    let report = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
      .verify()
    #expect((report.checks.first { $0.name == check }?.count ?? 0) > 0)
  }
}
