import GRDB
public import KSPCore

extension Ledger {
  /// Enters somebody in the register and books what they bring (masuk anggota).
  ///
  /// - Returns: The member, and the receipt of the joining entry if money was brought.
  /// - Throws: `member.numberTaken`, `member.profileUnacceptable`, `nik.unreadable`,
  ///   `npwp.unreadable`, `member.externalIDTaken`, `amount.notPositive` for a negative part,
  ///   `period.closed`, `reference.reused`.
  public func addMember(
    _ new: NewMember, dryRun: Bool = false
  ) throws(LedgerError) -> (member: Member, receipt: Receipt?) {
    try post(dryRun: dryRun) { session in try MemberDesk(session: session).join(new) }
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

  /// Changes what the register says of a member; number, kind and day of joining stay.
  ///
  /// ```swift
  /// var profile = try ledger.member("0001").member.profile
  /// profile.phone = "0812-3456-7890"
  /// try ledger.updateMember(
  ///   "0001", profile: profile, attributes: ["payroll": "K-17"],
  ///   membership: Member.Membership(.honorary, since: ledger.today()))
  /// ```
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - profile: The profile as it is to be; the kind must stay. What is unlikely about it
  ///     (`MemberProfile.doubts`) is accepted.
  ///   - attributes: What a program that embeds the ledger keeps with the member, by name; nil
  ///     takes one away, and those that are not named stay.
  ///   - membership: How they belong from a day on, after the last such day; nil leaves it.
  ///   - note: Reference, memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The member as changed.
  /// - Throws: `member.unknown`, `member.profileUnacceptable`, `nik.unreadable`,
  ///   `npwp.unreadable`, `member.kindFixed`, `member.externalIDTaken`,
  ///   `member.standingNotLater`, `member.left` for a new standing, `reference.reused`.
  @discardableResult
  public func updateMember(
    _ number: String, profile: MemberProfile, attributes: [String: String?] = [:],
    membership: Member.Membership? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Member {
    try post(dryRun: dryRun) { session in
      try MemberDesk(session: session).change(
        number,
        to: MemberChange(profile: profile, attributes: attributes, membership: membership),
        note: note)
    }
  }

  /// Erases the personal data of somebody who has left and owns nothing (hapus data).
  ///
  /// The name becomes `Member.erasedName`, the rest of the profile, the attributes and the names
  /// of guarantors go. The chain keeps the digests of what it knew and still verifies. Number,
  /// days, accounts and entries stay; memos of entries and copies of the book are not touched, and
  /// the chain still says of which gender and unit somebody was, why they left, and the key under
  /// which another program knew them.
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - note: Reference, memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: What is left of the member. Erasing again changes nothing.
  /// - Throws: `member.unknown`, `member.notLeft`, `member.notSettled`, `reference.reused`.
  @discardableResult
  public func eraseMember(
    _ number: String, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Member {
    try post(dryRun: dryRun) { session in try MemberDesk(session: session).erase(number, note: note)
    }
  }

  /// Pays everything out to a member who leaves, and closes the accounts (keluar anggota).
  ///
  /// Interest of the running month is not paid: it is computed at month end on open accounts.
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - date: The day of leaving, in an open month and not before any of the member's entries.
  ///   - reason: Why they leave, for the register; nil says nothing.
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
    _ number: String, on date: BookDate, reason: String? = nil, deduction: Rupiah = .zero,
    setsOffLoans: Bool = false, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> (member: Member, receipt: Receipt?) {
    try post(dryRun: dryRun) { session in
      try MemberDesk(session: session).leave(
        number, on: date, reason: reason, deduction: deduction, setsOffLoans: setsOffLoans,
        note: note)
    }
  }
}
