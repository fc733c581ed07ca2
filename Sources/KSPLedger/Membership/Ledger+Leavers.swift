public import KSPCore

extension Ledger {
  /// Records the day on which a member died (anggota meninggal), which may be before today; nil
  /// takes back what was recorded by mistake.
  ///
  /// Nothing is booked: the membership ends by its own act, and what is paid out later goes to the
  /// heir whom the register names, or to who is named then.
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - date: The day of death; nil for none any more.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The member.
  /// - Throws: `member.unknown`, `member.deathUnfit`, `date.future`, `reference.reused`.
  @discardableResult
  public func recordDeath(
    of number: MemberNumber, on date: BookDate?, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Member {
    try post(dryRun: dryRun) { session in
      try LeaverDesk(session: session).recordDeath(
        of: number, on: date, note.keyed(by: reference))
    }
  }

  /// Pays what a former member has yet to take, or a part of it (bayar simpanan anggota keluar).
  ///
  /// ```swift
  /// let farewell = try ledger.endMembership(of: "0007", on: day, paysLater: true)
  /// let receipt = try ledger.payLeaver(
  ///   500_000, member: "0007", to: LeaverPayee("Rina", relation: "anak"), on: ledger.today())
  /// ```
  ///
  /// - Parameters:
  ///   - amount: How much; nil for all that is left.
  ///   - number: The member number.
  ///   - payee: Who takes it; nil for the member, or the heir in the register where they died.
  ///   - identity: The paper that the member or that heir showed, where nobody is named.
  ///   - payer: The cash or bank that pays; nil for cash.
  ///   - date: The day on which it counts, in an open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt, with who took it and what is left.
  /// - Throws: `member.unknown`, `leaver.nothingOwed`, `leaver.tooMuch`, `leaver.payeeMissing`,
  ///   `amount.notPositive`, `cash.belowZero`, `period.closed`, `date.future`,
  ///   `entry.noteUnacceptable`, `reference.reused`, `reference.reversed`.
  public func payLeaver(
    _ amount: Rupiah? = nil, member number: MemberNumber, to payee: LeaverPayee? = nil,
    showing identity: String? = nil, from payer: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try LeaverDesk(session: session).pay(
        number, amount, to: payee, showing: identity, from: payer, on: date,
        note.keyed(by: reference))
    }
  }

  /// What former members have yet to take, by the day on which they left (simpanan yang belum
  /// diambil).
  ///
  /// - Parameter includingPaid: Whether those are listed too who have taken all of it.
  /// - Returns: The members, each with what was paid and to whom.
  /// - Throws: What reading the file can throw.
  public func leavers(includingPaid: Bool = false) throws(LedgerError) -> LeaverList {
    try store.read { db in try LeaverReader(db: db).list(includingPaid: includingPaid) }
  }
}
