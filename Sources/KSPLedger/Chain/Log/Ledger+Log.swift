import GRDB
public import KSPCore

extension Ledger {
  /// The events of the chain, entries among them, in the order in which they were recorded
  /// (riwayat): who did what, when, and what was there before and after.
  ///
  /// They come one by one, in flat memory. Personal values show only their first letter unless
  /// they are asked for; what was erased shows its mark.
  ///
  /// ```swift
  /// try ledger.events(EventSelection(subject: "0001", kind: "member")) { event in
  ///   print(event.number, event.kind, event.note.recordedBy ?? "", event.before, event.after)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - selection: Which events; everything if nothing is said.
  ///   - body: Gets each event.
  /// - Throws: `event.subjectUnknown`, `event.kindUnknown`, `author.unknown`, and what `body`
  ///   throws.
  public func events(
    _ selection: EventSelection = EventSelection(), _ body: (LedgerEvent) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let cursors = try EventCursors(
          db, shared.memory, selection, offset: shared.memory.utcOffsetSeconds(db))
        try cursors.run { event in try error.noting { try body(event) } }
      }
    }
  }
}
