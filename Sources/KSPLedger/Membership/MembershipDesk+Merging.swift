import GRDB
import KSPCore

extension MembershipDesk {
  /// Moves what a duplicate has to the member who stays, and ends the duplicate's membership.
  func merge(
    _ number: MemberNumber, into other: MemberNumber, on date: BookDate, reason: String?,
    note: EntryNote
  ) throws -> MembershipReceipt {
    if let reason, !reason.isUsableText { throw LedgerError.noteUnacceptable(reason) }
    let duplicate = try MemberTable.requireMember(session.db, number: number)
    let survivor = try MemberTable.requireMember(session.db, number: other)
    return try session.act(note) {
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        return try replayMerger(known, reference, duplicate, other, date, reason)
      }
      try session.days.requireOpen(date, kind: .merge)
      try session.days.requireNotAhead(date, note)
      // Interest of an earlier month is still owed to accounts that this would close.
      let open = try session.catalog.openMonth()
      guard date.month == open else { throw LedgerError.monthEarlierOpen(date.month, open: open) }
      let id = try MemberTable.id(session.db, number: number)
      try MergerGuards(
        session: session, duplicate: duplicate, survivor: survivor, id: id
      ).require(on: date)
      try MemberDesk(session: session).carry(from: duplicate, to: survivor)
      try savings.payLeavingInterest(number, on: date, owed: true)
      let accounts = try leavingSavings(number, on: date)
      let moved = try move(accounts, to: other, on: date, note)
      try session.record(
        EventDraft(
          .memberMerged, number,
          [
            .insert(
              "memberMerge",
              [
                "member": .integer(id), "event": .integer(session.lastEvent + 1),
                "survivor": .integer(try MemberTable.id(session.db, number: other)),
                "mergedOn": StoredValue(date),
              ])
          ]))
      try session.record(departure(of: number, id, on: date, reason, closing: accounts))
      return MembershipReceipt(
        member: try MemberTable.requireMember(session.db, number: number),
        receipt: try moved.map { try mergerReceipt($0, of: duplicate, on: date, isReplay: false) })
    }
  }

  /// Posts what the accounts hold to those of the other member, which are opened where they lack;
  /// nil where there is nothing.
  private func move(
    _ accounts: [SavingsAccountState], to other: MemberNumber, on date: BookDate, _ note: EntryNote
  ) throws -> PostingSession.Outcome? {
    var legs: [(from: AccountID, to: AccountID, balance: Rupiah)] = []
    for account in accounts where !account.balance.isZero {
      let product = try session.catalog.product(id: account.product)
      let holder = try savings.holder(other, in: product)
      let target = try holder.open.first ?? savings.openFurther(holder, in: product)
      legs.append((account.id, target.id, account.balance))
    }
    guard !legs.isEmpty else { return nil }
    return try session.post(
      JournalEntry(.merge, on: date, postings: PostingRules.merge(legs), note: note))
  }

  private func mergerReceipt(
    _ moved: PostingSession.Outcome, of duplicate: Member, on date: BookDate, isReplay: Bool
  ) throws -> Receipt {
    let content = try EntryContent(session, moved.number, .merge)
    return Receipt(
      entry: moved.number, kind: .merge, bookDate: date, account: nil,
      member: duplicate.number, memberName: duplicate.profile.name, amount: content.amount,
      parts: content.parts,
      balance: nil,
      note: moved.note, isReplay: isReplay)
  }

  /// Merging again under the same reference, on the same day, for the same reason, returns the
  /// first receipt.
  private func replayMerger(
    _ known: RecordedAct, _ reference: String, _ duplicate: Member, _ survivor: MemberNumber,
    _ date: BookDate, _ reason: String?
  ) throws -> MembershipReceipt {
    func reused(_ field: Phrase) -> LedgerError {
      .referenceReused(reference, by: known, differing: field)
    }
    let merged = try Int64.fetchOne(
      session.db,
      sql: """
        SELECT g.event FROM memberMerge g JOIN event e ON e.number = g.event
        JOIN member m ON m.id = g.member WHERE ?1 IN (e.number, e.act) AND m.number = ?2
        """, arguments: [known.first, duplicate.number.text])
    guard merged != nil, duplicate.mergedInto == survivor else {
      throw reused(Phrase(id: "anggota", en: "member"))
    }
    guard duplicate.leftOn == date else { throw reused(Phrase(id: "tanggal", en: "date")) }
    guard duplicate.leavingReason == reason else {
      throw reused(Phrase(id: "sebab", en: "reason"))
    }
    let entry = known.entries.first { $0.kind == EntryKind.merge.rawValue }?.number
    let receipt = try entry.map { entry in
      try mergerReceipt(
        PostingSession.Outcome(
          number: entry, isReplay: true,
          note: EntryReplay(session: session).note(of: entry, under: reference)),
        of: duplicate, on: date, isReplay: true)
    }
    return MembershipReceipt(member: duplicate, receipt: receipt)
  }
}
