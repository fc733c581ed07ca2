public import KSPCore

extension Ledger {
  /// The withholding slips of a month (bukti potong), by member number; at 0 % as well.
  ///
  /// One for each member, month and code. A slip that was recomputed after the month had been
  /// closed says so (`isCorrection`).
  ///
  /// - Parameters:
  ///   - month: The month; one that is not closed has none.
  ///   - member: Only that of a member; nil for all.
  /// - Returns: The slips.
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func withholdingSlips(
    _ month: BookMonth, of member: MemberNumber? = nil
  ) throws(LedgerError) -> [WithholdingSlip] {
    try store.read { db in
      let id = try member.map { number in
        _ = try MemberTable.requireMember(db, number: number)
        return try MemberTable.id(db, number: number)
      }
      return try WithholdingSlipReader.slips(db, month, of: id)
    }
  }

  /// The rules of the tax on interest, by whom they concern and the month in which they begin.
  ///
  /// - Throws: What reading the file can throw.
  public func taxRules() throws(LedgerError) -> [InterestTaxRule] {
    try store.read { db in
      let rules = try catalog(db).taxRules
      // Of several versions for one month the last one holds.
      return TaxPayer.allCases.flatMap { payer in
        let own = rules.filter { $0.memberKind == payer }
        return own.indices.filter { index in
          index == own.endIndex - 1 || own[index + 1].effectiveFrom != own[index].effectiveFrom
        }.map { own[$0] }
      }
    }
  }

  /// Sets a rule of the tax on interest from a month on (aturan pajak).
  ///
  /// ```swift
  /// try ledger.setTaxRule(
  ///   InterestTaxRule(
  ///     effectiveFrom: BookMonth(parsing: "2027-01"), memberKind: .individual,
  ///     threshold: 300_000, rate: .percent("10")))
  /// ```
  ///
  /// - Parameters:
  ///   - rule: The rule; it holds until the next one for the same kind of member.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The rule.
  /// - Throws: `taxRule.tooEarly` for a closed month, `reference.reused`.
  @discardableResult
  public func setTaxRule(
    _ rule: InterestTaxRule, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> InterestTaxRule {
    try changeCatalog(dryRun: dryRun) { session in
      try SettingsDesk(session: session).setTaxRule(rule, note: note.keyed(by: reference))
    }
  }
}
