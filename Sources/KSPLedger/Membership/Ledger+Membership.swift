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
  ) throws(LedgerError) -> MembershipReceipt {
    try post(dryRun: dryRun) { session in try MembershipDesk(session: session).join(new) }
  }

  /// Pays everything out to a member who leaves, and closes the accounts (keluar anggota).
  ///
  /// Interest of the running month is paid up to the day before where the terms of the product say
  /// so (`SavingsTerms.leavingInterest`). Tax on the interest of the month, and what is claimed of
  /// earlier months, is taken from sukarela, and with `setsOffLoans` from what else is paid out.
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - date: The day of leaving, in an open month and not before any of the member's entries.
  ///   - reason: Why they leave, for the register; nil says nothing.
  ///   - deduction: What the articles keep back (bagian tanggungan); zero for nothing.
  ///   - setsOffLoans: Whether loans, and tax that sukarela cannot bear, are settled from the
  ///     savings first; otherwise they are refused.
  ///   - paysLater: Whether what they would be paid is owed to them until they, or who inherits
  ///     from them, take it (``payLeaver(_:member:to:showing:from:on:reference:note:dryRun:)``).
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The member as they left, and the receipt of what is paid out; nil without savings.
  /// - Throws: `member.unknown`, `member.left`, `member.owes` while an account is below zero,
  ///   `member.hasLoan`, `member.owesTax`, `member.laterEntries`, `member.deductionTooLarge`,
  ///   `period.closed`, `month.earlierOpen`
  ///   when the month before the day is not closed.
  public func endMembership(
    of number: MemberNumber, on date: BookDate, reason: String? = nil, deduction: Rupiah = .zero,
    setsOffLoans: Bool = false, paysLater: Bool = false, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> MembershipReceipt {
    try post(dryRun: dryRun) { session in
      try MembershipDesk(session: session).leave(
        number,
        Departure(
          date: date, reason: reason, deduction: deduction, setsOffLoans: setsOffLoans,
          paysLater: paysLater), note: note.keyed(by: reference))
    }
  }

  /// Makes one member of two numbers under which one person was entered (gabung anggota).
  ///
  /// What the duplicate has in savings moves to the other's account of the same product, opened
  /// where there is none, with one voucher; interest of the running month up to the day before is
  /// paid first. The duplicate leaves on that day and points to the member who stays. Dues that
  /// were paid under either number count for the member who stays, since the first joining of the
  /// two; the tax of the month counts the interest of both.
  ///
  /// ```swift
  /// try ledger.mergeMember("0107", into: "0005", on: day, reason: "didaftar dua kali")
  /// ```
  ///
  /// - Parameters:
  ///   - number: The duplicate.
  ///   - survivor: The member who stays.
  ///   - date: The day, in the open month and not before any of the duplicate's entries.
  ///   - reason: Why, for the register; nil says nothing.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The duplicate as they left, and the receipt of what moved; nil without savings.
  /// - Throws: `member.notMergeable` for who is not the same person, and for what cannot move:
  ///   loans, term deposits, claims of tax, accounts below zero, open lists of a payer or a
  ///   collector; `member.unknown`, `member.left`, `member.notYetJoined`, `member.laterEntries`,
  ///   `period.closed`, `month.earlierOpen`, `date.future`, `reference.reused`.
  @discardableResult
  public func mergeMember(
    _ number: MemberNumber, into survivor: MemberNumber, on date: BookDate, reason: String? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> MembershipReceipt {
    try post(dryRun: dryRun) { session in
      try MembershipDesk(session: session).merge(
        number, into: survivor, on: date, reason: reason, note: note.keyed(by: reference))
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
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: What is left of the member. Erasing again changes nothing.
  /// - Throws: `member.unknown`, `member.notLeft`, `member.notSettled`, `reference.reused`.
  @discardableResult
  public func eraseMember(
    _ number: MemberNumber, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Member {
    try post(dryRun: dryRun) { session in
      try MembershipDesk(session: session).erase(number, note: note.keyed(by: reference))
    }
  }
}
