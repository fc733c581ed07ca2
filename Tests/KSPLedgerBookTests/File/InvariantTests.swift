import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Each rule of the file is broken on purpose through raw SQL and refused by the file itself.
@Suite struct InvariantTests {
  /// A book with two members, five entries, one reversal and one closed month.
  static let template = BookTemplate { folder in
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.join("0002")
    _ = try ledger.deposit(
      500_000, member: "0001", on: day("2026-01-05"), reference: "R-1")
    _ = try ledger.deposit(100_000, member: "0001", product: "pokok", on: day("2026-01-05"))
    let wrong = try ledger.deposit(70_000, member: "0002", on: day("2026-01-06"))
    _ = try ledger.reverse(wrong.entry, on: day("2026-01-07"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.deposit(40_000, member: "0002", on: day("2026-02-03"))
    try ledger.close()
  }

  static func prepared() throws -> (TestFolder, DatabaseQueue) {
    let folder = try template.copy()
    return (folder, try DatabaseQueue(path: folder.file()))
  }

  static let legs = "INSERT INTO posting VALUES (2, 20600, 7, 1, 100), (3, 20600, 7, 2, -100);"
  static let seal =
    "INSERT INTO entry VALUES (7, (SELECT max(number) + 1 FROM chain), NULL, 20600, 'manual', 0, NULL, NULL, NULL, NULL, zeroblob(32));"

  static let forbidden: [String] = [
    "UPDATE entry SET memo = 'x' WHERE id = 1",
    "DELETE FROM entry WHERE id = 1",
    "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE id = 1",
    "INSERT OR REPLACE INTO entry SELECT 7, (SELECT max(number) + 1 FROM chain), act, bookDate, kind, recordedAt, reference, memo, recordedBy, reverses, hash FROM entry WHERE id = 1",
    "UPDATE posting SET amount = amount + 1 WHERE entry = 1",
    "DELETE FROM posting WHERE entry = 1",
    "INSERT OR REPLACE INTO posting SELECT account, bookDate, entry, line, amount + 1 FROM posting WHERE entry = 1",
    "INSERT INTO posting VALUES (2, 20458, 1, 3, 100)",
    "INSERT INTO posting VALUES (2, 20600, 7, 2, 100)",
    "INSERT INTO posting VALUES (2, 20600, 7, 1, 0)",
    "INSERT INTO posting VALUES (1, 20600, 7, 1, 100)",
    "INSERT INTO posting VALUES (999999, 20600, 7, 1, 100)",
    "INSERT INTO posting VALUES (2, 20600, 7, 1, 100); \(seal)",
    "\(seal)",
    "INSERT INTO posting VALUES (2, 20600, 7, 1, 100), (3, 20600, 7, 2, -99); \(seal)",
    "INSERT INTO posting VALUES (2, 20600, 7, 1, 100), (3, 20601, 7, 2, -100); \(seal)",
    "INSERT INTO posting VALUES (2, 20600, 9, 1, 100), (3, 20600, 9, 2, -100); INSERT INTO entry VALUES (9, (SELECT max(number) + 1 FROM chain), NULL, 20600, 'manual', 0, NULL, NULL, NULL, NULL, zeroblob(32))",
    "\(legs) INSERT INTO entry VALUES (7, (SELECT max(number) + 1 FROM chain), NULL, 20600, 'manual', 0, 'R-1', NULL, NULL, NULL, zeroblob(32))",
    "\(legs) INSERT INTO entry VALUES (7, (SELECT max(number) + 1 FROM chain), NULL, 20600, 'manual', 0, NULL, NULL, NULL, 3, zeroblob(32))",
    "\(legs) INSERT INTO entry VALUES (7, (SELECT max(number) + 1 FROM chain), NULL, 20600, 'manual', 0, NULL, NULL, NULL, NULL, zeroblob(31))",
    "INSERT INTO posting VALUES (2, 20458, 7, 1, 100), (3, 20458, 7, 2, -100); INSERT INTO entry VALUES (7, (SELECT max(number) + 1 FROM chain), NULL, 20458, 'manual', 0, NULL, NULL, NULL, NULL, zeroblob(32))",
    "INSERT INTO posting SELECT id, 20600, 7, 1, 90000000 FROM account WHERE code = 'SUK-0001'",
    "\(legs)",
    "UPDATE account SET code = 'x' WHERE id = 2",
    "UPDATE account SET type = 'income' WHERE id = 2",
    "DELETE FROM account WHERE id = 2",
    "INSERT OR REPLACE INTO account (id, code, type, isPostable) VALUES (2, '1-1000', 'asset', 1)",
    "INSERT INTO accountBalance (account, balance) SELECT id, 5 FROM account WHERE isPostable = 0",
    "INSERT INTO account (code, type, isPostable, parent) VALUES ('9-1', 'asset', 1, 2)",
    "INSERT INTO accountBalance (account) SELECT id FROM account WHERE isPostable = 0",
    "DELETE FROM member WHERE id = 1",
    "UPDATE member SET number = '9' WHERE id = 1",
    "INSERT OR REPLACE INTO member (id, number, kind, name, joinedOn) VALUES (1, '0001', 'individual', 'x', 1)",
    "INSERT INTO closedMonth VALUES (24315, 20600, 7, 0, NULL)",
    "UPDATE closedMonth SET lastDay = 0",
    "DELETE FROM closedMonth",
    "INSERT OR REPLACE INTO closedMonth VALUES (24312, 0, 0, 0, NULL)",
    "UPDATE closingBalance SET balance = balance + 1",
    "DELETE FROM closingBalance",
    "INSERT INTO closingBalance VALUES (24312, 3, 5)",
    "INSERT OR REPLACE INTO closingBalance SELECT month, account, balance + 1 FROM closingBalance",
    "UPDATE savingsInterest SET gross = gross + 1",
    "DELETE FROM savingsInterest",
    "UPDATE withholdingSlip SET tax = 1",
    "DELETE FROM withholdingSlip",
    "UPDATE savingsProduct SET code = 'x'",
    "DELETE FROM savingsProduct",
    "UPDATE savingsTerms SET monthlyDue = 1",
    "DELETE FROM savingsTerms",
    "UPDATE savingsTier SET rateBillionths = 1",
    "DELETE FROM savingsTier",
    "UPDATE savingsAccount SET member = 2",
    "DELETE FROM savingsAccount",
    "UPDATE taxRule SET threshold = 1",
    "DELETE FROM taxRule",
    "UPDATE book SET firstMonth = 1",
    "DELETE FROM book",
    "INSERT OR REPLACE INTO book SELECT * FROM book",
    "UPDATE member SET rowid = 9 WHERE id = 1",
    "UPDATE account SET oid = 900 WHERE id = 2",
    "UPDATE member SET number = number || 'x'",
    "DELETE FROM setting",
    "UPDATE setting SET name = 'x'",
    "DELETE FROM accountRole",
    "UPDATE accountRole SET account = 3 WHERE role = 'cash'",
    "UPDATE event SET memo = 'x'",
    "DELETE FROM event",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE number = 1",
    "INSERT INTO event SELECT number + 1000, kind, subject, act, afterEntry, recordedAt, recordedBy, reference, memo, content, hash FROM event WHERE number = 1",
    "UPDATE personalValue SET value = 'x'",
    "UPDATE personalValue SET salt = zeroblob(16)",
    "DELETE FROM personalValue",
    "UPDATE monthEvidence SET rows = 0",
    "DELETE FROM monthProduct",
  ]

  @Test(arguments: forbidden, [true, false])
  func theFileRefuses(_ sql: String, foreignKeys: Bool) throws {
    let (_, queue) = try Self.prepared()
    let needsForeignKeys = sql == Self.legs || sql.contains("999999")
    guard foreignKeys || !needsForeignKeys else { return }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = \(foreignKeys ? "ON" : "OFF")")
      #expect(throws: DatabaseError.self, "\(sql)") {
        try db.inTransaction {
          try db.execute(sql: sql)
          return .commit
        }
      }
    }
  }

  /// What the file cannot refuse, because its rules were taken away first, verify finds.
  static let tampering: [(sql: String, check: String)] = [
    (
      "UPDATE accountBalance SET balance = balance + 100 WHERE account = (SELECT id FROM account WHERE code = '1-1000')",
      "account.balance"
    ),
    (
      "DROP TRIGGER postingBeforeUpdate; UPDATE posting SET amount = amount + 1 WHERE entry = 1 AND line = 1",
      "chain.hash"
    ),
    (
      "DROP TRIGGER postingBeforeUpdate; UPDATE posting SET amount = amount * 2 WHERE entry = 1",
      "account.balance"
    ),
    (
      "DROP TRIGGER postingBeforeUpdate; UPDATE posting SET amount = amount + 1 WHERE entry = 1 AND line = 1",
      "entry.balanced"
    ),
    ("DROP TRIGGER entryBeforeUpdate; UPDATE entry SET memo = 'x' WHERE id = 2", "chain.hash"),
    (
      "DROP TRIGGER entryBeforeUpdate; UPDATE entry SET hash = zeroblob(32) WHERE id = 2",
      "chain.hash"
    ),
    ("DROP TRIGGER entryBeforeUpdate; UPDATE entry SET recordedAt = 7 WHERE id = 6", "chain.hash"),
    (
      "DROP TRIGGER entryBeforeDelete; DROP TRIGGER postingBeforeDelete; DELETE FROM posting WHERE entry = 2; DELETE FROM entry WHERE id = 2",
      "entry.sequence"
    ),
    ("DROP TRIGGER entryBeforeDelete; DELETE FROM entry WHERE id = 6", "posting.orphan"),
    (
      "DROP TRIGGER closingBalanceNoUpdate; UPDATE closingBalance SET balance = balance + 1 WHERE account = 2",
      "closing.balance"
    ),
    (
      "DROP TRIGGER savingsInterestNoUpdate; UPDATE savingsInterest SET gross = gross + 1",
      "interest.posted"
    ),
    ("DROP TRIGGER withholdingSlipNoUpdate; UPDATE withholdingSlip SET tax = 100", "tax.slips"),
    ("DROP TRIGGER closedMonthNoUpdate; UPDATE closedMonth SET lastEntry = 0", "month.closed"),
    (
      "DROP TRIGGER closedMonthNoUpdate; UPDATE closedMonth SET month = month + 1", "month.sequence"
    ),
    (
      "DROP TRIGGER savingsAccountNoUpdate; UPDATE savingsAccount SET member = 99 WHERE account = (SELECT max(account) FROM savingsAccount)",
      "savings.account"
    ),
    (
      "PRAGMA ignore_check_constraints = ON; UPDATE accountBalance SET balance = 100 WHERE account = (SELECT id FROM account WHERE code = 'SUK-0001')",
      "account.limits"
    ),
    ("DROP TRIGGER entryBeforeUpdate", "file.schema"),
    (
      "DROP TRIGGER entryBeforeInsert; \(legs) INSERT INTO entry VALUES (7, (SELECT max(number) + 1 FROM chain), NULL, 20600, 'reversal', 0, NULL, NULL, NULL, 1, zeroblob(32))",
      "reversal.mirror"
    ),
    (
      "UPDATE accountBalance SET balance = balance + 100 WHERE account = (SELECT id FROM account WHERE code = '1-1000')",
      "book.sum"
    ),
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
    #expect(
      (found?.count ?? 0) > 0, "\(check): \(report.checks.filter { $0.count > 0 }.map(\.name))")
    #expect(found?.first != nil)
  }

  @Test func verifyPassesOnAnHonestBook() throws {
    let (folder, _) = try Self.prepared()
    let report = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
      .verify()
    #expect(report.isOK)
    #expect(report.entries == 6)
    #expect(report.checks.count == 130)
  }

  @Test func durabilityIsFullInForce() throws {
    let (folder, queue) = try Self.prepared()
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    let inForce = try ledger.durability()
    #expect(inForce.journalMode == "wal")
    #expect(inForce.synchronous == 2)
  }
}
