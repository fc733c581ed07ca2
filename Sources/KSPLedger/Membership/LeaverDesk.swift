import GRDB
import KSPCore

/// The desk of what former members, or who inherits from them, come back for.
struct LeaverDesk {
  let session: PostingSession

  private var reader: LeaverReader { LeaverReader(db: session.db) }

  /// Pays what is owed to somebody who left, or a part of it; `identity` is what the usual payee
  /// showed.
  func pay(
    _ number: MemberNumber, _ asked: Rupiah?, to payee: LeaverPayee?, showing identity: String?,
    from payer: AccountCode?, on date: BookDate, _ note: EntryNote
  ) throws -> Receipt {
    if let asked { try session.requirePositive(asked) }
    let member = try MemberTable.requireMember(session.db, number: number)
    let side = OtherSide(session: session)
    let source = try side.account(payer, usually: .cash, note, on: date)
    return try session.act(note) {
      let known = try known(number, note)
      let open = try reader.payable(to: number)
      var payee = try payee ?? known?.payee ?? usual(member)
      if let identity {
        payee = LeaverPayee(payee.name, relation: payee.relation, identity: identity)
      }
      guard let amount = asked ?? known?.amount ?? open?.left, amount.isPositive else {
        throw LedgerError.leaverNothingOwed(number)
      }
      let entry = try JournalEntry(
        .leaverPayment, on: date,
        postings: PostingRules.leaverPayment(
          amount, payable: session.catalog.account(.leaverPayable), from: source.id), note: note)
      let outcome = try session.post(entry) {
        try side.requireFit(payer, usually: .cash, note: note)
        guard let open, open.left.isPositive else { throw LedgerError.leaverNothingOwed(number) }
        guard amount <= open.left else {
          throw LedgerError.leaverTooMuch(amount, to: number, left: open.left)
        }
        guard date >= open.leftOn else {
          throw LedgerError.leaverNothingOwed(number)
        }
        for text in [payee.name, payee.relation, payee.identity].compactMap(\.self)
        where !text.isUsableText {
          throw LedgerError.noteUnacceptable(text)
        }
      }
      if outcome.isReplay {
        try requireSame(known, payee, outcome)
      } else {
        try record(amount, to: payee, of: member, outcome.number)
      }
      return try receipt(amount, member, payee, outcome, on: date, source.shown)
    }
  }

  /// The member, or the heir whom the register names where they died.
  private func usual(_ member: Member) throws -> LeaverPayee {
    guard member.diedOn != nil else { return LeaverPayee(member.profile.name) }
    guard let heir = member.profile.heir else {
      throw LedgerError.leaverPayeeMissing(member.number)
    }
    return LeaverPayee(heir, relation: member.profile.heirRelation)
  }

  private func record(
    _ amount: Rupiah, to payee: LeaverPayee, of member: Member, _ entry: EntryNumber
  ) throws {
    let id = try MemberTable.id(session.db, number: member.number)
    try session.record(
      EventDraft(
        .leaverPaid, member.number, owner: id,
        [
          .insert(
            "leaverPayment",
            [
              "entry": .integer(entry.value), "member": .integer(id),
              "amount": StoredValue(amount), "payee": .text(payee.name),
              "relation": StoredValue(payee.relation), "identity": StoredValue(payee.identity),
            ])
        ]))
  }

  // MARK: - Replays

  /// What the payment under a reference paid, and to whom; nil where there is none.
  private func known(
    _ number: MemberNumber, _ note: EntryNote
  ) throws -> (amount: Rupiah, payee: LeaverPayee, member: MemberNumber)? {
    guard let reference = note.reference,
      let entry = try session.entryNumber(reference: reference, kind: .leaverPayment)
    else { return nil }
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT p.amount, m.number, p.payee, p.relation, p.identity FROM leaverPayment p
        JOIN member m ON m.id = p.member WHERE p.entry = ?
        """, arguments: [entry.value])
    return try row.map { row in
      (
        Rupiah(sen: try row.value(0) as Int64), try LeaverReader.payee(row, from: 2),
        try row.value(1)
      )
    }
  }

  private func requireSame(
    _ known: (amount: Rupiah, payee: LeaverPayee, member: MemberNumber)?, _ payee: LeaverPayee,
    _ outcome: PostingSession.Outcome
  ) throws {
    guard known?.payee == payee else {
      throw LedgerError.referenceReused(
        outcome.note.reference ?? "",
        by: outcome.number,
        differing: Phrase(id: "penerima", en: "who gets it"))
    }
  }

  /// The receipt says what is still to be taken.
  private func receipt(
    _ amount: Rupiah, _ member: Member, _ payee: LeaverPayee, _ outcome: PostingSession.Outcome,
    on date: BookDate, _ shown: Receipt.Counterpart?
  ) throws -> Receipt {
    var receipt = Receipt(
      entry: outcome.number, kind: .leaverPayment, bookDate: date, account: nil,
      member: member.number, memberName: "\(member.profile.name) (\(member.number))",
      amount: amount,
      balance: try reader.payable(to: member.number)?.left, note: outcome.note,
      isReplay: outcome.isReplay)
    receipt.counterpart = shown
    receipt.party = payee.description
    return receipt
  }

  // MARK: - Deaths

  /// The last voucher that paid somebody else what a member left behind, and who took it.
  private func paid(
    _ number: MemberNumber, since died: BookDate
  ) throws -> (entry: EntryNumber, heir: String)? {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT p.entry, p.payee FROM leaverPayment p JOIN member m ON m.id = p.member
        JOIN entryStanding e ON e.id = p.entry
        WHERE m.number = ?1 AND e.reversedBy IS NULL AND e.bookDate >= ?2 AND p.payee <> m.name
        UNION ALL SELECT d.voucher, h.name FROM depositEnd d
        JOIN depositHeir h ON h.account = d.account JOIN member m ON m.id = h.member
        WHERE m.number = ?1 AND d.isToHeir = 1 AND d.endedOn >= ?2
        ORDER BY 1 DESC LIMIT 1
        """, arguments: [number.text, died.dayNumber])
    return try row.map { (EntryNumber(try $0.value(0)), try $0.value(1)) }
  }

  /// Records the day on which a member died, or takes that back.
  func recordDeath(of number: MemberNumber, on date: BookDate?, _ note: EntryNote) throws -> Member
  {
    let member = try MemberTable.requireMember(session.db, number: number)
    func unfit(_ reason: Phrase) -> LedgerError { .memberDeathUnfit(number, reason) }
    return try session.act(note) {
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        let stored = try session.storedEvent(known.first)
        guard stored?.kind == EventKind.memberDied.rawValue, stored?.subject == number.text,
          stored?.changes.first?["diedOn"] == StoredValue(date.map { Int64($0.dayNumber) })
        else {
          throw LedgerError.referenceReused(
            reference, by: known,
            differing: Phrase(id: "anggota atau tanggal", en: "member or day"))
        }
        return member
      }
      guard date != member.diedOn else { return member }
      if date == nil, let died = member.diedOn, let (entry, heir) = try paid(number, since: died) {
        throw unfit(
          Phrase(
            id: "\(heir) sudah menerima \(entry)", en: "\(heir) has received \(entry)"))
      }
      guard member.profile.kind == .individual else {
        throw unfit(Phrase(id: "itu badan, bukan orang", en: "it is an organisation"))
      }
      if let date {
        try session.days.requireNotAhead(date, note)
        if let born = member.profile.birthDate, date < born {
          throw unfit(Phrase(id: "ia lahir tanggal \(born)", en: "they were born on \(born)"))
        }
        guard date >= member.joinedOn else {
          throw unfit(
            Phrase(
              id: "ia masuk tanggal \(member.joinedOn)", en: "they joined on \(member.joinedOn)"))
        }
        if let died = member.diedOn {
          throw unfit(
            Phrase(
              id: "tanggal \(died) sudah tercatat; batalkan dulu",
              en: "\(died) is recorded already; take it back first"))
        }
      }
      let id = try MemberTable.id(session.db, number: number)
      try session.record(
        EventDraft(
          .memberDied, number,
          [
            .insert(
              "memberDeath",
              [
                "event": .integer(session.lastEvent + 1), "member": .integer(id),
                "diedOn": StoredValue(date.map { Int64($0.dayNumber) }),
              ])
          ]))
      return try MemberTable.requireMember(session.db, number: number)
    }
  }
}
