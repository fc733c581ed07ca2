import GRDB
public import KSPCore

extension Ledger {
  /// Makes the list of what a paymaster is to deduct for a month (kirim tagihan potong gaji): the
  /// dues that members owe by then, and what falls due on their loans, with arrears and late fees.
  ///
  /// Nothing is booked: what members owe they owe until it is deducted. The list of a month takes
  /// the place of the payer's list before it, because it asks for what is still owed.
  ///
  /// ```swift
  /// let claim = try ledger.sendClaim(to: "1-1350", for: month, group: "SMPN 2", on: today)
  /// for debtor in claim.debtors { print(debtor.member, debtor.name, debtor.asked) }
  /// ```
  ///
  /// - Parameters:
  ///   - payer: The account of the payer, which holds the role `payroll`; nil for the only one.
  ///   - month: The month of the pay.
  ///   - group: The members of a group (unit) only; nil for all who have not left.
  ///   - date: The day on which it is sent.
  ///   - reference: The caller's key: the same one for the same payer and month is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Makes the list and stores nothing.
  /// - Returns: The list.
  /// - Throws: `claim.payerUnknown`, `claim.empty`, `group.unknown`, `date.future`,
  ///   `reference.reused`.
  @discardableResult
  public func sendClaim(
    to payer: AccountCode? = nil, for month: BookMonth, group: String? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> PayrollClaim {
    try post(dryRun: dryRun) { session in
      try ClaimDesk(session: session).send(
        to: payer, for: month, group: group, on: date, note.keyed(by: reference))
    }
  }

  /// Books what a paymaster deducted: the accounts of these members are credited, and the payer
  /// owes the sum until it arrives (``receiveFromPayer(_:_:into:from:on:reference:note:dryRun:)``).
  ///
  /// What was deducted from a member is used in the order of the list: dues and loans in the order
  /// of the book (`BookSettings.payrollOrder`), the oldest month and installment first. What a loan
  /// does not need any more goes into savings.
  ///
  /// - Parameters:
  ///   - deductions: Who was deducted, and how much.
  ///   - claim: The number of the list.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The list as it is then, with the vouchers.
  /// - Throws: `claim.unknown`, `claim.closed`, `claim.tooMuch`, `claim.memberNotListed`,
  ///   `claim.nothingDeducted`, and what deposits and payments can throw.
  @discardableResult
  public func deduct(
    _ deductions: ClaimDeductions, ofClaim claim: Int, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> ClaimReceipt {
    try post(dryRun: dryRun) { session in
      try ClaimDesk(session: session).deduct(
        deductions, of: claim, on: date, note.keyed(by: reference))
    }
  }

  /// Books the list as the paymaster returns it: `member` (No. Anggota) and `deducted` (Dipotong);
  /// who is not on it, or has nothing there, was not deducted. `SheetKind.claim` has all names.
  ///
  /// - Returns: The list as it is then, with the vouchers.
  /// - Throws: `import.refused` with all bad rows, among them `claim.tooMuch` and
  ///   `claim.memberNotListed`; then nothing was stored. `claim.unknown`, `claim.closed`,
  ///   `claim.nothingDeducted`, `reference.reused`.
  public func importDeductions(
    _ text: SheetText, ofClaim claim: Int, on date: BookDate, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ClaimReceipt {
    let sheet = try Sheet(text, as: .claim, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try ClaimImport(sheet, of: claim, session: session, on: date, way).run()
    }
  }

  /// Receives money from a payer (terima potong gaji): it settles what was deducted, the oldest
  /// first. More than was deducted so far stays there for what comes.
  ///
  /// - Parameters:
  ///   - amount: More than zero.
  ///   - payer: The account of the payer; nil for the only one.
  ///   - till: The cash or the bank that takes it; nil for cash.
  ///   - party: Who pays it, for the voucher and its signature; nil for the payer of the only group
  ///     that the lists went to, or else of the account.
  ///   - date: The day on which it counts, in an open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `claim.payerUnknown`, and as
  ///   ``receive(_:from:for:into:on:reference:note:dryRun:)``.
  @discardableResult
  public func receiveFromPayer(
    _ amount: Rupiah, _ payer: AccountCode? = nil, into till: AccountCode? = nil,
    from party: String? = nil, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      let payer = try ClaimReader.payer(session.db, payer)
      let note = note.keyed(by: reference)
      let party = try party ?? ClaimReader(db: session.db).payingParty(payer, under: note, session)
      return try CashDesk(session: session).book(
        .cashReceipt, amount, party: party, account: payer.code, till: till, on: date, note: note)
    }
  }

  /// Ends a list of which nothing more is expected, with the reason (tutup tagihan): what was not
  /// deducted is owed by the members themselves.
  ///
  /// - Throws: `claim.unknown`, `claim.closed` for one that was ended for another reason,
  ///   `entry.noteUnacceptable`, `date.future`.
  @discardableResult
  public func closeClaim(
    _ claim: Int, reason: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> PayrollClaim {
    try post(dryRun: dryRun) { session in
      try ClaimDesk(session: session).close(
        claim, reason: reason, on: date, note.keyed(by: reference))
    }
  }

  /// A list as it stands: what was asked for, what was deducted, and what the payer holds.
  ///
  /// - Throws: `claim.unknown`.
  public func claim(_ number: Int) throws(LedgerError) -> PayrollClaim {
    try store.read { db in try ClaimReader(db: db).claim(number) }
  }

  /// What every payer owes, with the lists that were sent to them.
  ///
  /// - Throws: What reading the file can throw.
  public func payerAccounts() throws(LedgerError) -> [PayerAccount] {
    try store.read { db in try ClaimReader(db: db).accounts() }
  }

  /// Which lists an answer or money is expected of, for the status of a book (`BookStatus.claims`).
  ///
  /// - Returns: Nil where no list is open and no payer owes anything.
  /// - Throws: What reading the file can throw.
  public func claimsOpen() throws(LedgerError) -> BookStatus.Claims? {
    let accounts = try payerAccounts()
    let open = accounts.flatMap(\.claims).filter { [.sent, .short].contains($0.state) }
    let held = try accounts.map(\.balance).sum()
    guard !open.isEmpty || !held.isZero else { return nil }
    return BookStatus.Claims(
      waiting: open.count { $0.state == .sent },
      undeducted: open.filter { $0.state == .short }.flatMap(\.undeducted).count, held: held)
  }
}
