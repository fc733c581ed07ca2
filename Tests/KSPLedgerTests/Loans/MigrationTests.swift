import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPStatements
import KSPTestSupport
import Testing

/// A book made by the first version of the program, which knew no loans (`Tests/Data/books`): two
/// members, eight entries, January closed. Beside it lies what that program printed of it.
@Suite struct MigrationTests {
  private static let books = packageFolder.appendingPathComponent("Tests/Data/books")

  private static func copied(_ edit: String? = nil) throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      atPath: books.appendingPathComponent("ksp-1.ksp").path, toPath: folder.file())
    if let edit {
      let queue = try DatabaseQueue(path: folder.file())
      try queue.writeWithoutTransaction { try $0.execute(sql: edit) }
      try queue.close()
    }
    return folder
  }

  private static func version(_ folder: TestFolder) throws -> Int64? {
    let queue = try DatabaseQueue(path: folder.file())
    defer { try? queue.close() }
    return try queue.read { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
  }

  private static func printed(_ name: String) throws -> String {
    try String(contentsOf: books.appendingPathComponent(name), encoding: .utf8)
  }

  /// What the program of today prints of the same accounts and days.
  private func expectSamePaper(_ ledger: Ledger) throws {
    let style = ReportStyle(.json, cooperative: try ledger.settings.name)
    let period = try BookPeriod(from: day("2026-01-01"), through: day("2026-02-28"))
    let statements = try ["SUK-0001", "SUK-0002"].map { code in
      AccountStatementRenderer(style).string(
        try ledger.statement(of: AccountCode(code), period: period))
    }
    #expect(try statements.joined() == Self.printed("ksp-1.statements.jsonl"))
    let balance = try ledger.trialBalance(asOf: day("2026-02-28"))
    #expect(
      try TrialBalanceRenderer(style).string(balance) == Self.printed("ksp-1.trial-balance.json"))
    #expect(try ledger.verify().isOK)
  }

  @Test func anOlderBookIsReadAsItIs() throws {
    let folder = try Self.copied()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    try expectSamePaper(ledger)
    #expect(try ledger.loanProducts().isEmpty)
    #expect(try ledger.loans(includingEnded: true).isEmpty)
    #expect(refusal { try ledger.loan("PJ-0001") } == .loanUnknown)
    let report = try ledger.previewMonthEnd(month("2026-02"))
    #expect(report.loanProducts.isEmpty && report.provisions.isEmpty)
    #expect(try ledger.monthEnd(month("2026-01"))?.loanProducts.isEmpty == true)
    try ledger.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == before)
    #expect(try Self.version(folder) == 1)
  }

  @Test func modalPenyertaanGetsItsRole() throws {
    let folder = try Self.copied()
    try Ledger.open(at: folder.file(), clock: standingClock).close()
    let queue = try DatabaseQueue(path: folder.file())
    let role = try queue.read { db in
      try String.fetchOne(db, sql: "SELECT role FROM account WHERE code = '3-1200'")
    }
    #expect(role == AccountRole.participation.rawValue)
    // The rule that holds roles fast is back.
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "UPDATE account SET role = NULL") }
    }
  }

  @Test func anOlderBookIsBroughtUpToDateWhenItIsWritten() throws {
    let folder = try Self.copied()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    try expectSamePaper(ledger)
    #expect(try ledger.loanProducts().map(\.code) == ["flat", "menurun", "anuitas"])
    let number = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 12_000_000, date: day("2026-02-10"))
    ).loan.number
    _ = try ledger.repay(number, on: day("2026-03-10"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    _ = try ledger.runMonthEnd(month("2026-03"))
    #expect(try ledger.account(AccountCode("4-1000")).balance == 180_000)
    #expect(try ledger.verify().isOK)
    try ledger.close()
    #expect(try Self.version(folder) == 2)
    // Opened again it is a book like any other, and nothing is added twice.
    let again = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try again.loanProducts().count == 3)
    #expect(try again.verify().isOK)
  }

  /// The last of the new tables is there already, so the migration fails after all the others.
  @Test func aMigrationHappensWhollyOrNotAtAll() throws {
    let folder = try Self.copied("CREATE TABLE loanMonth (x INTEGER)")
    #expect(throws: LedgerError.self) {
      try Ledger.open(at: folder.file(), clock: standingClock)
    }
    #expect(try Self.version(folder) == 1)
    let queue = try DatabaseQueue(path: folder.file())
    let added = try queue.read { db in
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE name GLOB 'loan*' OR name GLOB 'holiday*'")
    }
    #expect(added == ["loanMonth"])
    let controls = try queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM account WHERE code = '1-1220'")
    }
    #expect(controls == 0)
    try queue.writeWithoutTransaction { try $0.execute(sql: "DROP TABLE loanMonth") }
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try ledger.loanProducts().count == 3)
    #expect(try ledger.verify().isOK)
  }

  /// The cooperative's own chart has no account for loan income: it gets no products, and adds its
  /// own.
  @Test func aChartWithoutTheAccountsGetsNoProducts() throws {
    let folder = try Self.copied(
      """
      DROP TRIGGER accountBeforeUpdate; UPDATE account SET code = '4-9999' WHERE code = '4-1000';
      CREATE TRIGGER accountBeforeUpdate BEFORE UPDATE OF id, code, type, parent, isPostable, role
        ON account BEGIN
        SELECT RAISE(ABORT, 'ksp:account.fixed');
      END;
      """)
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try ledger.loanProducts().isEmpty)
    let plan = PlanTerms(method: .flat, rate: try Rate(parsing: "1%/month"), count: 10)
    let accounts = LoanProduct.Accounts(
      principalControl: try AccountCode("1-1220"), interestControl: try AccountCode("1-1310"),
      lateFeeControl: try AccountCode("1-1320"), interestIncome: try AccountCode("4-9999"),
      lateFeeIncome: try AccountCode("4-1100"), unearnedInterest: try AccountCode("2-1700"),
      allowance: try AccountCode("1-1290"), allowanceExpense: try AccountCode("5-2900"),
      recoveryIncome: try AccountCode("4-1310"))
    try ledger.addLoanProduct(
      LoanProduct(code: "biasa", name: Phrase("Biasa", "Plain"), accounts: accounts),
      terms: LoanTerms(effectiveFrom: month("2026-02"), plan: plan))
    _ = try ledger.disburse(
      LoanApplication(member: "0001", product: "biasa", amount: 1_000_000, date: day("2026-02-10")))
    let failing = try ledger.verify().checks.filter { $0.count > 0 && $0.name != "file.schema" }
    #expect(failing.isEmpty)
  }
}
