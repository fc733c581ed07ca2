import GRDB
public import KSPCore

extension Ledger {
  /// What is claimed from members for tax on interest that it could not bear, and from the state
  /// for tax that it got too much.
  ///
  /// - Throws: What reading the file can throw.
  public func taxClaims() throws(LedgerError) -> TaxClaims {
    try store.read { db in
      let catalog = try catalog(db)
      let reader = try InterestTaxReader(
        book: db, known: db, month: catalog.openMonth(), catalog: catalog)
      let members = try Row.fetchAll(
        db,
        sql: """
          SELECT id, number, name FROM member WHERE id IN (SELECT member FROM taxSettled
            UNION SELECT member FROM withholdingSlip WHERE claim <> 0) ORDER BY number
          """)
      func balance(_ role: AccountRole) throws -> Rupiah {
        let sum = try Int64.fetchOne(
          db, sql: "SELECT balance FROM accountBalance WHERE account = ?",
          arguments: [catalog.account(role).value])
        return Rupiah(sen: sum ?? 0)
      }
      return TaxClaims(
        members: try members.compactMap { row in
          let claim = try reader.claim(row.value(0))
          return claim.isZero
            ? nil : TaxClaims.Row(member: try row.value(1), name: try row.value(2), amount: claim)
        }, receivable: try balance(.taxReceivable), overpaid: try balance(.taxOverpaid))
    }
  }

  /// What is claimed from one member.
  ///
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func taxClaim(of member: MemberNumber) throws(LedgerError) -> Rupiah {
    try store.read { db in
      let catalog = try catalog(db)
      _ = try MemberTable.requireMember(db, number: member)
      return try InterestTaxReader(
        book: db, known: db, month: catalog.openMonth(), catalog: catalog
      ).claim(MemberTable.id(db, number: member))
    }
  }

  /// Takes money for what is claimed from a member for tax on interest (bayar piutang PPh).
  ///
  /// - Parameters:
  ///   - amount: More than zero, no more than the claim.
  ///   - member: The member number; who has left may still pay.
  ///   - payer: The account the money comes from: nil for cash, a bank, any other with a memo, or
  ///     savings of the member's own under the rules of a withdrawal.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `tax.claimTooLarge`, `member.unknown`, `account.ofAnother`, `account.overdraft`,
  ///   `product.notWithdrawable`, `entry.memoMissing`, `period.closed`, `reference.reused`,
  ///   `reference.reversed`.
  public func payTaxClaim(
    _ amount: Rupiah, of member: MemberNumber, from payer: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try TaxClaimDesk(session: session).pay(
        amount, of: member, from: payer, on: date, note.keyed(by: reference))
    }
  }

  /// Lets a member off what is claimed for tax on interest: it becomes an expense, and the memo
  /// says who decided it (hapus piutang PPh).
  ///
  /// - Throws: `tax.claimTooLarge`, `tax.claimNoExpense`, `entry.memoMissing`, `member.unknown`,
  ///   `period.closed`, `reference.reused`, `reference.reversed`.
  public func forgiveTaxClaim(
    _ amount: Rupiah, of member: MemberNumber, to expense: AccountCode, on date: BookDate,
    reference: String? = nil, note: EntryNote, dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try TaxClaimDesk(session: session).forgive(
        amount, of: member, to: expense, on: date, note.keyed(by: reference))
    }
  }

  /// Books what the state gives back of tax that it got too much (restitusi): into cash or a bank,
  /// or against tax that is owed to it (kompensasi).
  ///
  /// - Throws: `tax.refundTooLarge`, `account.ownAct`, `entry.memoMissing`, `period.closed`,
  ///   `reference.reused`, `reference.reversed`.
  public func refundTax(
    _ amount: Rupiah, to target: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try TaxClaimDesk(session: session).refund(
        amount, to: target, on: date, note.keyed(by: reference))
    }
  }
}
