public import KSPCore

extension Ledger {
  /// Receives money from an insurer for a loan that was paid from its receivable (terima klaim
  /// asuransi); what it does not pay stays open by the borrower's name.
  ///
  /// ```swift
  /// let paid = try ledger.repay(4_000_000, loan: "PJ-0001", on: day, from: insurer, note: note)
  /// try ledger.receiveFromInsurer(3_500_000, for: paid.receipt.entry, on: later)
  /// ```
  ///
  /// - Parameters:
  ///   - amount: How much; nil for all that is open.
  ///   - claim: The voucher of the payment on the loan.
  ///   - till: The cash or the bank that takes it; nil for cash.
  ///   - date: The day on which it counts, in an open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `insurance.claimUnknown`, `insurance.tooMuch`, and as
  ///   ``receive(_:from:for:into:on:reference:note:dryRun:)``.
  @discardableResult
  public func receiveFromInsurer(
    _ amount: Rupiah? = nil, for claim: EntryNumber, into till: AccountCode? = nil,
    on date: BookDate, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try InsuranceDesk(session: session).receive(
        claim, amount, into: till, on: date, note.keyed(by: reference))
    }
  }

  /// What insurers owe for loans, claim by claim (daftar klaim asuransi): payments on loans whose
  /// other side is a receivable with the role `insurer`.
  ///
  /// - Parameter includingPaid: Whether claims are listed too that were paid in full.
  /// - Returns: The claims.
  /// - Throws: What reading the file can throw.
  public func insuranceClaims(includingPaid: Bool = false) throws(LedgerError) -> InsuranceClaims {
    try store.read { db in try InsuranceReader(db: db).list(includingPaid: includingPaid) }
  }
}
