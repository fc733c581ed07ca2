import GRDB
import KSPCore

extension PostingSession {
  func loanReader() throws -> LoanReader { try LoanReader(db, catalog) }

  /// Does something to a loan as it is now; or, where the reference is in the book, once more to
  /// the loan as it was before that voucher, so that the same event gives the same receipt.
  ///
  /// The entry that `body` posts is compared with the voucher. What could not even be worked out
  /// then is another event.
  ///
  /// - Throws: `loan.unknown`, `reference.reused`, and what `body` throws.
  func withLoan<Value>(
    _ number: String, under note: EntryNote,
    _ body: (_ record: LoanRecord, _ earlier: EntryNumber?) throws -> Value
  ) throws -> Value {
    let id = try loanReader().id(of: number)
    return try withReference(of: note) { earlier in
      try body(try record(id, before: earlier), earlier)
    }
  }

  /// Does something under a reference that may be in the book.
  func withReference<Value>(
    of note: EntryNote, _ body: (_ earlier: EntryNumber?) throws -> Value
  ) throws -> Value {
    try act(note) {
      guard let reference = note.reference, let known = try recordedAct(reference) else {
        return try body(nil)
      }
      do {
        return try body(known.entries.first?.number)
      } catch let error as LedgerError
        where error.isRefusal && ![.referenceReused, .referenceReversed].contains(error.code)
      {
        throw LedgerError.referenceReused(reference, by: known.name)
      }
    }
  }

  /// A loan as it is now, or as it was before a voucher.
  func record(_ id: Int64, before entry: EntryNumber?) throws -> LoanRecord {
    let known = try entry.map { try LoanKnowledge.before($0, of: id, db) } ?? .all
    return try loanReader().loan(id: id, known: known)
  }

  /// A loan as an event leaves it, or left it when it was booked.
  func record(_ id: Int64, after outcome: Outcome) throws -> LoanRecord {
    let known =
      outcome.isReplay ? try LoanKnowledge.after(outcome.number, of: id, db) : .all
    return try loanReader().loan(id: id, known: known)
  }

  /// What an account holds now, or held before a voucher; debit-positive.
  func held(_ account: AccountID, before entry: EntryNumber?) throws -> Rupiah {
    guard let entry else { return try self.account(account).balance }
    return try balance(of: account, knownAt: EntryNumber(entry.value - 1)).negated()
  }

  /// What a loan's receivables hold now, or held before a voucher; debit-positive.
  func held(
    _ accounts: PostingRules.LoanAccounts, before entry: EntryNumber?
  ) throws -> (interest: Rupiah, lateFee: Rupiah) {
    try (held(accounts.interest, before: entry), held(accounts.lateFee, before: entry))
  }

  /// The loan that an entry belongs to, if it belongs to one.
  func loanOfEntry(_ entry: EntryNumber) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT l.number FROM loanStep s JOIN loan l ON l.id = s.loan WHERE s.entry = ?
        UNION ALL
        SELECT l.number FROM posting p JOIN loanAccount c ON c.account = p.account
        JOIN loan l ON l.id = c.loan WHERE p.entry = ? LIMIT 1
        """, arguments: [entry.value, entry.value])
  }

  /// A step in the life of a loan.
  func step(
    _ loan: Int64, _ kind: Loan.Step, on date: BookDate, entry: EntryNumber? = nil,
    loanClass: LoanClass? = nil, note: String? = nil, by recordedBy: String?
  ) throws -> RowChange {
    .insert(
      "loanStep",
      [
        "id": .integer(try nextID(of: "SELECT max(id) FROM loanStep")), "loan": .integer(loan),
        "kind": .text(kind.rawValue), "bookDate": StoredValue(date),
        "entry": StoredValue(entry?.value),
        "class": StoredValue(loanClass.map { Int64($0.rawValue) }), "note": StoredValue(note),
        "recordedBy": StoredValue(recordedBy),
      ])
  }
}
