import GRDB
import KSPCore

/// Reads entries with the names that people need.
struct JournalReader {
  private let header: SQLStatement
  private let legs: SQLStatement
  private let state: KnownState?
  private let names: KnownNames?

  /// A reader of everything, or of what was known at an earlier point.
  init(_ db: Database, isShared: Bool = true, state: KnownState? = nil) throws {
    self.state = state
    names = try state.flatMap { try KnownNames(db, $0) }
    header = try SQLStatement(
      db,
      """
      SELECT e.bookDate, e.kind, e.recordedAt, \(ActReference.sql("e")),
        e.memo, e.recordedBy, e.reverses, e.reversedBy, e.hash
      FROM entryStanding e WHERE e.id = ?
      """, isShared: isShared)
    legs = try SQLStatement(
      db,
      """
      SELECT a.code, coalesce(m.name, a.nameIndonesian), coalesce(m.name, a.nameEnglish), a.type,
        p.amount, m.id, ifnull(m.number, b.number)
      FROM posting p
      JOIN account a ON a.id = p.account
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN member m ON m.id = s.member
      LEFT JOIN loanAccount c ON c.account = a.id
      LEFT JOIN loan l ON l.id = c.loan
      LEFT JOIN member b ON b.id = l.member
      WHERE p.entry = ? ORDER BY p.line
      """, isShared: isShared)
  }

  func entry(_ number: EntryNumber) throws -> PostedEntry? {
    header.bind(number.value, at: 1)
    defer { header.reset() }
    guard try header.step() else { return nil }
    guard let kind = EntryKind(rawValue: header.text(1) ?? "") else {
      throw LedgerError.invariantBroken("\(number): kind")
    }
    return try PostedEntry(
      number: number, kind: kind, bookDate: try BookDate(stored: header.int64(0)),
      recordedAt: Timestamp(seconds: header.int64(2)),
      note: EntryNote(
        reference: header.text(3), memo: header.text(4), recordedBy: header.text(5)),
      reverses: header.optionalInt64(6).map { EntryNumber($0) },
      reversedBy: header.optionalInt64(7).flatMap { isKnown($0) ? EntryNumber($0) : nil },
      legs: try postedLegs(of: number), hash: header.bytes(8).hexadecimal)
  }

  private func isKnown(_ entry: Int64) -> Bool { state.map { entry <= $0.entry } ?? true }

  /// The name of the account of a leg.
  private func name(of code: AccountCode) throws -> Phrase {
    let now = Phrase(id: legs.text(1) ?? "", en: legs.text(2) ?? "")
    guard let names else { return now }
    guard let member = legs.optionalInt64(5) else { return try names.account(code) ?? now }
    let name = try names.member(member)
    return Phrase(id: name, en: name)
  }

  private func postedLegs(of number: EntryNumber) throws -> [PostedEntry.Leg] {
    legs.bind(number.value, at: 1)
    defer { legs.reset() }
    var found: [PostedEntry.Leg] = []
    while try legs.step() {
      guard let type = AccountType(rawValue: legs.text(3) ?? "") else {
        throw LedgerError.invariantBroken("\(number): account type")
      }
      let code = AccountCode(stored: legs.text(0) ?? "")
      found.append(
        PostedEntry.Leg(
          account: code, accountName: try name(of: code), accountType: type,
          amount: Rupiah(sen: legs.int64(4)), member: legs.number(6)))
    }
    return found
  }
}

extension [UInt8] {
  /// The bytes as hexadecimal digits.
  var hexadecimal: String {
    let digits = Array<UInt8>("0123456789abcdef".utf8)
    let text = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
