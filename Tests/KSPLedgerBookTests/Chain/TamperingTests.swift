import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What somebody who owns the file can change and what verify then says: the promise of
/// `Docs/Schema.md`, held to the letter. The rules of the file are taken away for the change and
/// put back, and the balances are made to agree, so that only the named checks can notice.
@Suite struct TamperingTests {
  /// Four entries in January, its month end (5), and two entries in February.
  static let template = BookTemplate { folder in
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.join("0002")
    let note = EntryNote(reference: "R-1", memo: "Setoran tunai", recordedBy: "kasir")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"), note: note)
    _ = try ledger.deposit(300_000, member: "0002", on: day("2026-01-06"))
    let wrong = try ledger.deposit(70_000, member: "0002", on: day("2026-01-06"))
    _ = try ledger.reverse(wrong.entry, on: day("2026-01-07"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    for date in ["2026-02-03", "2026-02-04"] {
      _ = try ledger.deposit(40_000, member: "0002", on: day(date))
    }
    try ledger.close()
  }

  static let deleteLast = """
    DELETE FROM posting WHERE entry = (SELECT max(id) FROM entry);
    DELETE FROM entry WHERE id = (SELECT max(id) FROM entry);
    """

  static let changes: [(sql: String, checks: Set<String>)] = [
    // One column of one entry, every other number made to fit.
    ("UPDATE posting SET amount = amount * 2 WHERE entry = 6", ["chain.hash"]),
    ("UPDATE entry SET memo = 'lain' WHERE id = 1", ["chain.hash"]),
    ("UPDATE entry SET memo = NULL WHERE id = 1", ["chain.hash"]),
    ("UPDATE entry SET memo = '' WHERE id = 6", ["chain.hash"]),
    // The reference of an act stands on its first event, which opened the account.
    ("UPDATE entry SET reference = 'R-2' WHERE id = 1", ["chain.hash", "chain.act"]),
    ("UPDATE entry SET recordedBy = 'lain' WHERE id = 1", ["chain.hash"]),
    ("UPDATE entry SET recordedBy = memo, memo = recordedBy WHERE id = 1", ["chain.hash"]),
    ("UPDATE entry SET recordedAt = recordedAt + 1 WHERE id = 6", ["chain.hash"]),
    ("UPDATE entry SET kind = 'manual' WHERE id = 6", ["chain.hash", "entry.byHand"]),
    ("UPDATE entry SET reverses = NULL WHERE id = 4", ["chain.hash"]),
    (
      "UPDATE entry SET bookDate = bookDate + 1 WHERE id = 6; UPDATE posting SET bookDate = bookDate + 1 WHERE entry = 6",
      ["chain.hash"]
    ),
    ("UPDATE posting SET line = 3 - line WHERE entry = 6", ["chain.hash"]),
    (
      "UPDATE posting SET account = (SELECT id FROM account WHERE code = 'SUK-0001') WHERE entry = 6 AND amount < 0",
      ["chain.hash"]
    ),
    // Two entries that change places.
    (
      "UPDATE posting SET entry = 13 - entry WHERE entry IN (6, 7); UPDATE entry SET id = 50 WHERE id = 6; UPDATE entry SET id = 6 WHERE id = 7; UPDATE entry SET id = 7 WHERE id = 50",
      ["chain.hash", "chain.sequence"]
    ),
    // Entries that go.
    (
      "DELETE FROM posting WHERE entry = 6; DELETE FROM entry WHERE id = 6",
      ["chain.hash", "chain.sequence", "entry.sequence"]
    ),
    (
      "DELETE FROM posting WHERE entry = 6; DELETE FROM entry WHERE id = 6; UPDATE posting SET entry = 6 WHERE entry = 7; UPDATE entry SET id = 6 WHERE id = 7",
      ["chain.hash", "chain.sequence"]
    ),
    // A cut tail leaves a chain that is whole. What months and backups know of it shows it …
    (
      deleteLast + deleteLast + deleteLast,
      [
        "chain.hash", "chain.sequence", "file.references", "entry.tail", "interest.posted",
        "interest.account", "closing.balance",
      ]
    ),
    (
      "INSERT INTO backupLog (madeAt, entries, path) VALUES (0, 7, 'x');" + deleteLast,
      ["entry.tail", "state.chain"]
    ),
    // … and nothing else does: this is why the last hash belongs into the minute book.
    (deleteLast, []),
    (deleteLast + deleteLast, []),
    // What stands beside the journal is in the chain too.
    ("UPDATE member SET name = 'Orang Lain' WHERE number = '0001'", ["state.members"]),
    ("UPDATE account SET code = 'SUK-9' WHERE code = 'SUK-0001'", ["state.journal"]),
  ]

  @Test(arguments: changes) func verifySays(_ sql: String, _ checks: Set<String>) throws {
    let folder = try Self.template.copy()
    let queue = try DatabaseQueue(path: folder.file())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let rules = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for rule in rules { try db.execute(sql: "DROP TRIGGER \(rule[0] as String)") }
      try db.execute(sql: sql)
      try db.execute(
        sql: """
          UPDATE accountBalance AS b SET balance
            = ifnull((SELECT sum(amount) FROM posting WHERE account = b.account), 0)
          """)
      for rule in rules { try db.execute(sql: rule[1]) }
    }
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let failed = try ledger.verify().checks.filter { $0.count > 0 }
    #expect(Set(failed.map(\.name)) == checks)
    #expect(failed.allSatisfy { $0.first != nil })
  }

  /// The first entry that was changed is the one that is named.
  @Test func theFirstOffenderIsNamed() throws {
    let folder = try Self.template.copy()
    let queue = try DatabaseQueue(path: folder.file())
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "DROP TRIGGER entryBeforeUpdate; UPDATE entry SET memo = 'x' WHERE id IN (3, 6)")
    }
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let check = try ledger.verify().checks.first { $0.name == "chain.hash" }
    #expect(check?.first == "JU-000003")
    // Each entry is held against the hash that is stored before it, so later ones stay right.
    #expect(check?.count == 2)
  }
}
