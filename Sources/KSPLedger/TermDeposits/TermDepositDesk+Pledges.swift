import GRDB
import KSPCore

/// What deposits secure, and who receives them.
extension TermDepositDesk {
  /// Pledges a deposit for a purpose, or releases it. What secures a loan is released with its
  /// collateral.
  func pledge(_ code: AccountCode, for purpose: String?, note: EntryNote) throws {
    if let purpose, !purpose.isUsableText { throw LedgerError.noteUnacceptable(purpose) }
    let stored = try running(code)
    if let loan = stored.securedLoan { throw LedgerError.depositSecuresLoan(code, loan) }
    try session.act(note) {
      _ = try session.recordOnce(pledge(stored, code, for: purpose), ignoring: ["event"])
    }
  }

  /// Pledges a deposit as collateral of a loan, for as long as that is owed.
  func pledge(
    _ code: AccountCode, securing loan: LoanNumber, on day: BookDate, note: EntryNote
  ) throws -> CollateralSlip {
    let stored = try running(code)
    let isKnown = try session.recordedAct(note.reference) != nil
    if !isKnown, let pledge = stored.deposit.pledge {
      throw LedgerError.depositPledged(code, for: pledge)
    }
    return try session.act(note) {
      let deposit = stored.deposit
      let slip = try CollateralDesk(session).add(
        loan,
        [
          Collateral(
            kind: .deposit, description: "\(code) \(deposit.certificate)", value: deposit.balance)
        ], on: day, note: note)
      guard !isKnown else { return slip }
      guard let line = slip.items.first?.line else {
        throw LedgerError.invariantBroken("\(loan): collateral")
      }
      try session.record(
        pledge(
          stored, code, for: loan.text,
          securing: (try LoanFiles(session).reader().id(of: loan), line)))
      return slip
    }
  }

  private func running(_ code: AccountCode) throws -> TermDepositReader.Stored {
    let stored = try reader.deposit(code)
    if let ended = stored.deposit.endedOn { throw LedgerError.accountClosed(code, on: ended) }
    return stored
  }

  private func pledge(
    _ stored: TermDepositReader.Stored, _ code: AccountCode, for purpose: String?,
    securing collateral: (loan: Int64, line: Int)? = nil
  ) -> EventDraft {
    EventDraft(
      .depositPledged, code.text,
      [
        .insert(
          "depositPledge",
          [
            "event": .integer(session.lastEvent + 1), "account": .integer(stored.id.value),
            "pledgedFor": StoredValue(purpose), "loan": StoredValue(collateral?.loan),
            "line": StoredValue(collateral?.line),
          ])
      ])
  }

  // MARK: - Heirs

  /// Names who receives a deposit when its holder dies, in place of who was named before.
  func name(_ heir: TermDepositHeir, of code: AccountCode, note: EntryNote) throws {
    let stored = try running(code)
    try session.act(note) {
      _ = try session.recordOnce(
        draft(heir, in: stored.deposit.heir, of: stored.id, code, stored.memberID), ignoring: [])
    }
  }

  func draft(
    _ heir: TermDepositHeir, in old: TermDepositHeir?, of account: AccountID,
    _ code: AccountCode, _ member: Int64
  ) throws -> EventDraft {
    for text in [heir.name, heir.relation].compactMap(\.self) where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    guard let old else {
      return EventDraft(
        .depositHeirNamed, code.text, owner: member,
        [
          .insert(
            "depositHeir",
            [
              "account": .integer(account.value), "member": .integer(member),
              "name": .text(heir.name), "relation": StoredValue(heir.relation),
            ])
        ])
    }
    return EventDraft(
      .depositHeirNamed, code.text, owner: member,
      [
        .update(
          "depositHeir",
          key: ["account": .integer(account.value), "member": .integer(member)],
          [
            ("name", .text(old.name), .text(heir.name)),
            ("relation", StoredValue(old.relation), StoredValue(heir.relation)),
          ])
      ])
  }
}
