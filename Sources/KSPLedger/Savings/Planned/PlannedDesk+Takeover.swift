import KSPCore

/// Planned savings of an earlier book.
extension PlannedDesk {
  /// Opens an account with what an earlier book left of planned savings, against the clearing
  /// account of the opening balances.
  ///
  /// - Returns: The savings as they stood; under a known reference those of then.
  func takeOver(
    _ new: NewPlannedSavings, _ takeover: NewPlannedSavings.Takeover, note: EntryNote
  ) throws -> PlannedSavingsCard {
    try session.requirePositive(new.monthly)
    let product = try product(new.product)
    let terms = try agreed(new, takeover)
    try terms.validate()
    try new.requireRunning(takeover, under: terms)
    let balance = try new.brought(takeover) + takeover.interest
    let holder = try savings.holder(new.member, in: product)
    let target = try new.payTo.map { try self.target($0, of: holder) }
    let code = try session.act(note) { () throws -> AccountCode in
      let account = try savings.opening(holder, in: product)
      let id = account.changes[0]["id"]?.integer ?? 0
      let draft = EventDraft(
        .plannedTakenOver, account.subject,
        account.changes + [row(of: new, id, terms, target)])
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        _ = try session.recordOnce(draft, ignoring: ["id", "account", "code", "ordinal", "event"])
        try requireSame(balance, known, under: reference)
        return AccountCode(stored: try session.storedEvent(known.first)?.subject ?? "")
      }
      try session.days.requireOpen(takeover.asOf, kind: .opening)
      try session.days.requireNotAhead(takeover.asOf, note)
      // The savings may be older than the membership in this book.
      try savings.requireMembership(holder, on: max(takeover.asOf, holder.joinedOn))
      try session.record(draft)
      try session.setLimits(
        of: AccountID(id), lowest: nil, highest: product.widestOverdraft)
      _ = try session.post(
        JournalEntry(
          .opening, on: takeover.asOf,
          postings: PostingRules.opening(
            balance.negated(), on: AccountID(id),
            clearing: session.catalog.account(.openingClearing)), note: note.under(nil)))
      return AccountCode(stored: draft.subject)
    }
    return try card(code, on: takeover.asOf)
  }

  /// Refuses other months under a reference that the book knows: they stand in its entry alone;
  /// and what was taken back.
  private func requireSame(
    _ balance: Rupiah, _ known: RecordedAct, under reference: String
  ) throws {
    for entry in known.entries {
      guard let reversal = try session.reversal(of: entry.number) else { continue }
      throw LedgerError.referenceReversed(reference, entry: entry.number, by: reversal)
    }
    let amounts = try known.entries.flatMap { try session.postings(of: $0.number).map(\.amount) }
    guard amounts.contains(balance) else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "bulan lunas", en: "months paid"))
    }
  }

  /// What was agreed: what the product offers when the book begins, but for what is said.
  private func agreed(
    _ new: NewPlannedSavings, _ takeover: NewPlannedSavings.Takeover
  ) throws -> PlannedSavingsTerms {
    let first = max(new.openedOn.month, session.catalog.settings.firstMonth)
    let offered = try reader.terms(of: new.product, for: new.months, in: first)
    guard let rate = takeover.rate ?? offered?.rate else {
      throw LedgerError.plannedNotOffered(
        new.months, by: new.product, in: first, offers: try reader.terms())
    }
    return PlannedSavingsTerms(
      of: new.product, from: new.openedOn.month, months: new.months, rate: rate,
      lapsedRate: takeover.lapsedRate ?? offered?.lapsedRate ?? rate,
      misses: takeover.misses ?? offered?.misses ?? min(3, new.months))
  }
}
