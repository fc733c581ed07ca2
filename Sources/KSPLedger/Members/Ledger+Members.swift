import GRDB
public import KSPCore

extension Ledger {
  /// Enters somebody in the register and books what they bring (masuk anggota).
  ///
  /// - Returns: The member, and the receipt of the joining entry if money was brought.
  /// - Throws: `member.numberTaken`, `member.profileUnacceptable`, `amount.notPositive` for a
  ///   negative part, `period.closed`, `reference.reused`.
  public func addMember(
    _ new: NewMember, dryRun: Bool = false
  ) throws(LedgerError) -> (member: Member, receipt: Receipt?) {
    try post(dryRun: dryRun) { session in try session.join(new) }
  }

  /// The members with their savings, by number.
  ///
  /// - Parameter includingLeft: Whether those who have left are listed too.
  /// - Returns: The members, each with their accounts in the order of the products.
  /// - Throws: What reading the file can throw.
  public func members(includingLeft: Bool = false) throws(LedgerError) -> [MemberSummary] {
    try store.read { db in
      try MemberTable.summaries(db, where: includingLeft ? "1" : "m.leftOn IS NULL", [])
    }
  }

  /// One member with their savings.
  ///
  /// - Throws: `member.unknown`.
  public func member(_ number: String) throws(LedgerError) -> MemberSummary {
    try store.read { db in
      guard let found = try MemberTable.summaries(db, where: "m.number = ?", [number]).first else {
        throw try MemberTable.unknown(db, number)
      }
      return found
    }
  }

  /// Corrects a member's name or contact; number and day of joining stay.
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - profile: Name and contact as they are to be; the kind must stay.
  ///   - note: Reference, memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The member as changed.
  /// - Throws: `member.unknown`, `member.profileUnacceptable`, `member.kindFixed`,
  ///   `reference.reused`.
  public func updateMember(
    _ number: String, profile: MemberProfile, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Member {
    try post(dryRun: dryRun) { session in
      try session.changeMember(number, to: profile, note: note)
    }
  }

  /// Pays everything out to a member who leaves, and closes the accounts (keluar anggota).
  ///
  /// Interest of the running month is not paid: it is computed at month end on open accounts.
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - date: The day of leaving, in an open month and not before any of the member's entries.
  ///   - deduction: What the articles keep back (bagian tanggungan); zero for nothing.
  ///   - setsOffLoans: Whether loans are settled from the savings first; otherwise a loan that is
  ///     owed is refused.
  ///   - note: Reference, memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The member as they left, and the receipt of what is paid out; nil without savings.
  /// - Throws: `member.unknown`, `member.left`, `member.owes` while an account is below zero,
  ///   `member.hasLoan`, `member.laterEntries`, `member.deductionTooLarge`, `period.closed`,
  ///   `month.earlierOpen`
  ///   when the month before the day is not closed.
  public func leave(
    _ number: String, on date: BookDate, deduction: Rupiah = .zero, setsOffLoans: Bool = false,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> (member: Member, receipt: Receipt?) {
    try post(dryRun: dryRun) { session in
      try session.leave(
        number, on: date, deduction: deduction, setsOffLoans: setsOffLoans, note: note)
    }
  }
}
