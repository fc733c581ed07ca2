import GRDB
public import KSPCore

extension Ledger {
  /// Writes a list of what members owe for a field collector to take out (daftar tagih): dues by
  /// product and installments with late fees, of a group or of some members.
  ///
  /// The till of the collector is open; one list goes out with each opening.
  ///
  /// - Parameters:
  ///   - name: The field till.
  ///   - round: Whom the collector goes to.
  ///   - savings: Products of which everybody gets a line without a sum, to write on what they
  ///     give: sukarela, or wajib that is not due yet.
  ///   - date: The day on which it is due.
  ///   - reference: The caller's key: the same one is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The list.
  /// - Throws: `till.unknown`, `till.closed`, `till.unfit` where a list is out already and where
  ///   nobody owes anything, `member.unknown`, `product.unknown`, `date.future`.
  public func takeCollectionList(
    _ name: String, _ round: CollectionRound, savings: [ProductCode] = [], on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> CollectionList {
    try post(dryRun: dryRun) { session in
      try CollectionDesk(session: session).takeOut(
        name, round, savings: savings, on: date, note.keyed(by: reference))
    }
  }

  /// Books what a collector brings back: deposits and payments on loans into the field till, each
  /// line of the list once. The same again changes nothing; all lines are taken or none.
  ///
  /// - Parameters:
  ///   - name: The field till, which is open.
  ///   - amounts: What was collected, by the number of the line; lines that are missing were not
  ///     collected. Nil takes what is due of every line that nothing was brought back of.
  ///   - date: The day on which it was collected.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The list, with what was brought back.
  /// - Throws: `till.unknown`, `till.unfit` without a list, `import.refused` with the lines that
  ///   cannot be taken, each as a deposit or a payment would be refused.
  @discardableResult
  public func bringCollectionList(
    _ name: String, collected amounts: [Int: Rupiah]?, on date: BookDate,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> CollectionList {
    try post(dryRun: dryRun) { session in
      try CollectionDesk(session: session).bringBack(name, amounts, on: date, note)
    }
  }

  /// Books what a collector brings back from the list itself, filled in: `line` (No) and
  /// `collected` (Diterima); lines with nothing there were not collected. Each line is booked once,
  /// as ``bringCollectionList(_:collected:on:note:dryRun:)`` does.
  ///
  /// - Returns: The list, with what was brought back.
  /// - Throws: `till.unknown`, `till.unfit` without a list, `import.refused` with all bad rows;
  ///   then nothing was stored.
  @discardableResult
  public func importCollection(
    _ text: SheetText, of name: String, on date: BookDate, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> CollectionList {
    let sheet = try Sheet(text, as: .collection, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try CollectionImport(session: session, till: name, date: date, way: way).run(sheet)
    }
  }

  /// The list that a collector took out last, or with an opening of the till.
  ///
  /// - Parameters:
  ///   - name: The field till.
  ///   - round: The number of the opening among the counts of the till; nil for the last list.
  /// - Returns: The list, with what was brought back.
  /// - Throws: `till.unknown`, `till.unfit` where there is none.
  public func collectionList(
    of name: String, round: Int? = nil
  ) throws(LedgerError) -> CollectionList {
    try store.read { db in
      let till = try catalog(db).tills.named(name)
      return try CollectionReader(db, shared.memory).list(of: till, round: round)
    }
  }
}
