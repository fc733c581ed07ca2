import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What verify of the trial versions did not see: each is refused by the file, or found and named.
@Suite struct UnseenTests {
  struct Change: Sendable, CustomStringConvertible {
    let description: String
    let sql: String
    let check: String
    let first: String
  }

  /// With the rules of the file lifted and put back.
  static let lifted: [Change] = [
    Change(
      description: "the evidence of the tax is set to 0",
      sql: "UPDATE savingsInterest SET tax = 0 WHERE month = 24312", check: "interest.account",
      first: "SUK-0001 2026-01"),
    Change(
      description: "slips are deleted",
      sql: "DELETE FROM withholdingSlip WHERE month = 24312", check: "tax.member",
      first: "0001 2026-01"),
    Change(
      description: "a slip shows less tax", sql: "UPDATE withholdingSlip SET tax = tax - 100",
      check: "tax.slips", first: "0001 2026-01"),
    Change(
      description: "tiers",
      sql: "UPDATE savingsTier SET rateBillionths = 0 WHERE threshold = 5000000000",
      check: "state.savings",
      first: "savingsTier qurban/2026-01/1/5000000000/all · rateBillionths"),
    Change(
      description: "fees", sql: "UPDATE loanFee SET share = 0", check: "state.loans",
      first: "loanFee flat/2026-01/2/1 · share"),
    Change(
      description: "terms of savings",
      sql: "UPDATE savingsTerms SET overdraftLimit = 900 WHERE overdraftLimit > 0",
      check: "state.savings", first: "savingsTerms qurban/2026-01/1 · overdraftLimit"),
    Change(
      description: "terms of loans", sql: "UPDATE loanTerms SET needsApproval = 1 - needsApproval",
      check: "state.loans", first: "loanTerms flat/2026-01/1 · needsApproval"),
    Change(
      description: "tax rules", sql: "UPDATE taxRule SET threshold = 0 WHERE threshold > 0",
      check: "state.catalog", first: "taxRule individual/2010-06/1 · threshold"),
    Change(
      description: "owners of accounts",
      sql: """
        UPDATE savingsAccount SET member = 2, ordinal = 9
        WHERE account = (SELECT id FROM account WHERE code = 'QUR-0001')
        """, check: "state.savings", first: "savingsAccount QUR-0001 · member"),
    Change(
      description: "owners of loans", sql: "UPDATE loan SET member = 2 WHERE number = 'PJ-0001'",
      check: "state.loans", first: "loan PJ-0001 · member"),
    Change(
      description: "guarantors", sql: "DELETE FROM loanGuarantor", check: "state.loans",
      first: "loanGuarantor PJ-0001/1 · −"),
    Change(
      description: "approvals", sql: "DELETE FROM loanStep WHERE kind = 'approved' OR id = 1",
      check: "state.loans", first: "loanStep 1 · −"),
    Change(
      description: "allowance is moved between loans",
      sql: """
        UPDATE loanMonth SET allowance = allowance + CASE loan WHEN 1 THEN 100 ELSE -100 END
        WHERE month = 24313 AND loan IN (1, 3)
        """, check: "loan.class", first: "PJ-0001 2026-02"),
    Change(
      description: "a closing balance",
      sql: """
        UPDATE closingBalance SET balance = balance - 100 WHERE month = 24312
          AND account = (SELECT id FROM account WHERE code = 'SUK-0001')
        """, check: "closing.balance", first: "SUK-0001 2026-01"),
    Change(
      description: "a month that is named",
      sql: "UPDATE closedMonth SET month = month + 1 WHERE month = 24313",
      check: "month.sequence", first: "2026-03"),
  ]

  @Test(arguments: lifted) func isFoundAndNamed(_ change: Change) throws {
    let failed = try RichBook.failures(after: change.sql)
    let check = failed.first { $0.name == change.check }
    #expect(check?.first == change.first, "\(failed.map { "\($0.name): \($0.first ?? "")" })")
    #expect(failed.allSatisfy { !["0", "2026", nil].contains($0.first) })
  }

  /// With plain SQL and the rules of the file in force.
  static let plain: [Change] = [
    Change(
      description: "a tax rule",
      sql: "INSERT INTO taxRule VALUES (24312, 1, 'individual', 'pph-4-2', 0, 0, 0)",
      check: "state.catalog", first: "taxRule individual/2026-01/1 · +"),
    Change(
      description: "backdated terms",
      sql: """
        INSERT INTO savingsTerms (product, effectiveFrom, version, isWithdrawable, minimumDeposit,
          minimumBalance, overdraftLimit, monthlyDue, leavingInterest)
          VALUES (3, 24312, 2, 1, 0, 0, 0, 0, 'none')
        """, check: "state.savings", first: "savingsTerms sukarela/2026-01/2 · +"),
    Change(
      description: "a backup that never was",
      sql: "INSERT INTO backupLog (madeAt, entries, path) VALUES (0, 1, 'x')",
      check: "state.chain", first: "backupLog 2 · +"),
    Change(
      description: "a higher limit",
      sql: "UPDATE accountBalance SET highest = 900000000000 WHERE \(account("SUK-0001"))",
      check: "account.limitTerms", first: "SUK-0001"),
    Change(
      description: "a limit that is gone",
      sql: "UPDATE accountBalance SET lowest = NULL WHERE \(account("PJ-0001"))",
      check: "account.limitTerms", first: "PJ-0001"),
    Change(
      description: "a balance",
      sql: "UPDATE accountBalance SET balance = balance - 5 WHERE \(account("SUK-0001"))",
      check: "account.balance", first: "SUK-0001"),
  ]

  private static func account(_ code: String) -> String {
    "account = (SELECT id FROM account WHERE code = '\(code)')"
  }

  @Test(arguments: plain) func plainSQLIsFoundAndNamed(_ change: Change) throws {
    let (folder, queue) = try RichBook.prepared()
    try queue.write { db in try db.execute(sql: change.sql) }
    try queue.close()
    let failed = try RichBook.failures(folder)
    let check = failed.first { $0.name == change.check }
    #expect(check?.first == change.first, "\(failed.map { "\($0.name): \($0.first ?? "")" })")
  }

  /// An overdraft that a limit of its own hid, and a balance that was put right, both show.
  @Test func aHiddenOverdraftIsFound() throws {
    let failed = try RichBook.failures(
      after: """
        UPDATE accountBalance SET highest = 99999999999999, balance = 5000000
        WHERE \(Self.account("SUK-0002"))
        """)
    #expect(Set(failed.map(\.name)) == ["account.balance", "account.limitTerms", "book.sum"])
    #expect(failed.filter { $0.name != "book.sum" }.allSatisfy { $0.first == "SUK-0002" })
    let beyond = try RichBook.failures(
      after: "UPDATE accountBalance SET balance = 5000000 WHERE \(Self.account("SUK-0002"))")
    #expect(beyond.first { $0.name == "account.limits" }?.first == "SUK-0002")
  }

  /// Two members cannot exchange their money by any name of their key.
  @Test func membersAndAccountsKeepTheirRows() throws {
    let (folder, queue) = try RichBook.prepared()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for table in ["member", "account"] {
        for name in ["rowid", "oid", "_rowid_", "id"] {
          let sql = "UPDATE \(table) SET \(name) = 999999 WHERE \(name) = 1"
          #expect(GuardTests.refuses(db, sql), "\(sql)")
        }
      }
      // A number of another register is somebody's own: taking it would delete them.
      #expect(
        GuardTests.refuses(
          db, "UPDATE OR REPLACE member SET externalID = 'E-3' WHERE number = '0004'"))
    }
    try queue.close()
    let exchanged = try RichBook.failures(
      after: """
        UPDATE member SET id = 9999 WHERE id = 1; UPDATE member SET id = 1 WHERE id = 2;
        UPDATE member SET id = 2 WHERE id = 9999
        """)
    #expect(exchanged.first { $0.name == "state.members" }?.first == "member 0001 · number")
    #expect(try RichBook.failures(folder).isEmpty)
  }

  /// One bit in the index of references: the same reference could be posted twice, so verify reads
  /// every index.
  @Test func oneBitOfAnIndexIsFound() throws {
    for (index, text) in [("entryReference", "K-9"), ("eventReference", "M-3")] {
      let (folder, queue) = try RichBook.prepared()
      let (page, size) = try queue.read { db in
        (
          try Int.fetchOne(
            db, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [index]) ?? 0,
          try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        )
      }
      try queue.close()
      var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
      let range = (page - 1) * size..<page * size
      let place = try #require(bytes[range].firstRange(of: Data(text.utf8))).lowerBound
      bytes[place] ^= 1
      try bytes.write(to: URL(fileURLWithPath: folder.file()))
      let failed = try RichBook.failures(folder)
      let check = failed.first { $0.name == "file.integrity" }
      #expect(check?.first?.contains(index) == true, "\(failed)")
    }
  }

  /// A text that goes on behind a zero byte is another text: its reference would not be found again.
  @Test func nothingHidesBehindAZeroByte() throws {
    for (sql, check) in [
      (
        "UPDATE entry SET reference = reference || char(0) || 'x' WHERE reference = 'K-9'",
        "chain.hash"
      ),
      ("UPDATE event SET subject = subject || char(0) WHERE number = 2", "chain.hash"),
      ("UPDATE member SET unit = unit || char(0) || 'x' WHERE number = '0003'", "state.members"),
    ] {
      #expect(try RichBook.failures(after: sql).contains { $0.name == check }, "\(sql)")
    }
  }

  @Test func brokenReferencesAreNamed() throws {
    let failed = try RichBook.failures(
      after: """
        UPDATE savingsAccount SET member = 77
        WHERE account = (SELECT id FROM account WHERE code = 'QUR-0001')
        """)
    #expect(
      failed.first { $0.name == "file.references" }?.first
        == "savingsAccount QUR-0001 · member → member")
    let leg = try RichBook.failures(after: "DELETE FROM entry WHERE id = 5")
    #expect(leg.first { $0.name == "file.references" }?.first?.hasSuffix("· entry → entry") == true)
    #expect(leg.first { $0.name == "entry.sequence" }?.first == "JU-000006")
  }

  /// Statistics for the planner are nobody's concern.
  @Test func analyzeAlarmsNobody() throws {
    let (folder, queue) = try RichBook.prepared()
    try queue.writeWithoutTransaction { db in try db.execute(sql: "ANALYZE") }
    try queue.close()
    #expect(try RichBook.failures(folder).isEmpty)
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-03-05"))
    #expect(try ledger.verify().isOK)
    try ledger.close()
  }

  /// The terms that count are those recorded before the month was closed: first terms from March on
  /// held for January too, and terms for February that came later do not change it.
  @Test func termsThatCameLaterDoNotCount() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    func terms(_ from: String, _ percent: Int64) throws -> SavingsTerms {
      SavingsTerms(
        effectiveFrom: try month(from),
        interest: InterestTerms(
          tiers: [.init(from: .zero, rate: try Rate(billionths: percent * 10_000_000, per: .year))])
      )
    }
    try ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: terms("2026-03", 6))
    _ = try ledger.deposit(9_000_000, member: "0001", product: "qurban", on: day("2026-01-01"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    try ledger.setSavingsTerms(of: "qurban", terms("2026-02", 12))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.verify().checks.filter { $0.count > 0 }.isEmpty)
    try ledger.close()
  }
}
