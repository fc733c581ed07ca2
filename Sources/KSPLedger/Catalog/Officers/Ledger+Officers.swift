public import KSPCore

extension Ledger {
  /// Puts somebody in office: from then on only officers record under a name.
  ///
  /// - Parameters:
  ///   - name: The name, as it is given as author.
  ///   - role: What they are; nil where it is not said.
  ///   - since: The first day; nil for today.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Throws: `officer.standing` for somebody who is in office, `entry.noteUnacceptable`,
  ///   `officer.unknown` for an author who is not, `reference.reused`.
  public func addOfficer(
    _ name: String, role: String? = nil, since: BookDate? = nil, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    let since = if let since { since } else { try today() }
    try changeCatalog(dryRun: dryRun) { session in
      try OfficerDesk(session: session).add(
        name, role: role, since: since, note: note.keyed(by: reference))
    }
  }

  /// Ends an office; the day itself still counts.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - date: The last day; nil for today.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Throws: `officer.standing` for somebody who is not in office, `officer.unknown` for an
  ///   author who is not, `reference.reused`.
  public func endOfficer(
    _ name: String, on date: BookDate? = nil, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    let date = if let date { date } else { try today() }
    try changeCatalog(dryRun: dryRun) { session in
      try OfficerDesk(session: session).end(name, on: date, note: note.keyed(by: reference))
    }
  }

  /// All who are or were in office, by name and then by their first day.
  ///
  /// - Throws: What reading the file can throw.
  public func officers() throws(LedgerError) -> [Officer] {
    try store.read { db in try catalog(db).officers }
  }
}
