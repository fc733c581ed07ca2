import GRDB
import KSPCore

extension MembershipDesk {
  func leave(
    _ number: MemberNumber, _ departure: Departure, note: EntryNote
  ) throws -> MembershipReceipt {
    guard !departure.deduction.isNegative else {
      throw LedgerError.amountNotPositive(departure.deduction)
    }
    if let reason = departure.reason, !reason.isUsableText {
      throw LedgerError.noteUnacceptable(reason)
    }
    let member = try MemberTable.requireMember(session.db, number: number)
    if let left = member.leftOn { return try replayLeave(member, left, departure, note) }
    return try session.act(note) { try leave(member, departure, note) }
  }

  private func leave(
    _ member: Member, _ departure: Departure, _ note: EntryNote
  ) throws -> MembershipReceipt {
    let (number, date) = (member.number, departure.date)
    guard date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(number, joined: member.joinedOn)
    }
    try session.days.requireOpen(date, kind: .leave)
    try session.days.requireNotAhead(date, note)
    // Interest of an earlier month is still owed to accounts that this would close.
    let open = try session.catalog.openMonth()
    guard date.month == open else { throw LedgerError.monthEarlierOpen(date.month, open: open) }
    let deposits = try TermDepositReader(db: session.db).deposits(of: number)
      .filter { $0.deposit.endedOn == nil }
    guard deposits.isEmpty else {
      throw LedgerError.depositRunning(number, deposits.map(\.deposit.account))
    }
    try HoldGuard(session: session).requireNone(of: number, on: date)
    // Before loans are set off against what later entries may have changed.
    try openSavings(of: number).forEach { try requireNothingLater($0, than: date) }
    try savings.payLeavingInterest(number, on: date)
    try SettlementDesk(session).settleAll(
      of: number, on: date, setsOff: departure.setsOffLoans, note)
    let savings = try leavingSavings(number, on: date)
    let id = try MemberTable.id(session.db, number: number)
    for part in try ShuReader(db: session.db).received(by: id) where part.left.isPositive {
      session.judgement.warn(.shuUnpaid(part.left, of: part.year))
    }
    let tax = try leavingTax(member, id, in: open, savings, setsOff: departure.setsOffLoans)
    let receiver = try receiver(departure, note)
    let postings = try PostingRules.leave(
      savings: savings.map { ($0.id, $0.balance) }, tax: tax?.postings ?? [],
      deduction: departure.deduction, fund: session.catalog.account(.leaveDeduction),
      cash: receiver.id)
    var outcome: PostingSession.Outcome?
    if !postings.isEmpty {
      outcome = try session.post(JournalEntry(.leave, on: date, postings: postings, note: note))
    }
    if let tax, let outcome {
      try session.record(
        TaxDesk(session: session).draft(tax, of: id, number: number, entry: outcome.number))
    }
    let paidOut = try postings.filter { $0.account == receiver.id }
      .reduce(Rupiah.zero) { try $0 - $1.amount }
    if departure.paysLater, let outcome, paidOut.isPositive {
      try session.record(owing(paidOut, to: number, id, since: outcome.number))
    }
    try session.record(
      self.departure(of: number, id, on: date, departure.reason, closing: savings))
    return MembershipReceipt(
      member: try MemberTable.requireMember(session.db, number: number),
      receipt: try outcome.map { try leavingReceipt($0, member, date, paidOut, receiver.shown) })
  }

  /// What takes the savings of somebody who leaves: cash, or what is owed to them from then on.
  private func receiver(
    _ departure: Departure, _ note: EntryNote
  ) throws -> (id: AccountID, shown: Receipt.Counterpart?) {
    let side = OtherSide(session: session)
    guard departure.paysLater else { return (try side.cash(note, on: departure.date), nil) }
    let account = try session.account(session.catalog.account(.leaverPayable))
    return (
      account.id,
      Receipt.Counterpart(code: account.code, name: try EntryContent.name(of: account, session))
    )
  }

  /// What somebody who leaves has yet to take.
  private func owing(
    _ amount: Rupiah, to number: MemberNumber, _ id: Int64, since entry: EntryNumber
  ) -> EventDraft {
    EventDraft(
      .leaverOwed, number,
      [
        .insert(
          "leaverPayable",
          [
            "entry": .integer(entry.value), "member": .integer(id), "amount": StoredValue(amount),
          ])
      ])
  }

  private func leavingReceipt(
    _ outcome: PostingSession.Outcome, _ member: Member, _ date: BookDate, _ amount: Rupiah,
    _ shown: Receipt.Counterpart?
  ) throws -> Receipt {
    var receipt = Receipt(
      entry: outcome.number, kind: .leave, bookDate: date, account: nil,
      member: member.number, memberName: member.profile.name, amount: amount,
      deductions: try LeaverReader(db: session.db).deductions(by: outcome.number), balance: nil,
      note: outcome.note,
      isReplay: outcome.isReplay)
    receipt.counterpart = shown
    return receipt
  }

  /// That a member leaves, and that their accounts are closed.
  func departure(
    of number: MemberNumber, _ id: Int64, on date: BookDate, _ reason: String?,
    closing accounts: [SavingsAccountState]
  ) -> EventDraft {
    EventDraft(
      .memberLeft, number,
      accounts.map { account in
        .update(
          "account", key: ["id": .integer(account.id.value)],
          [("closedOn", .null, StoredValue(date))])
      } + [
        .update(
          "member", key: ["id": .integer(id)],
          [
            ("leftOn", .null, StoredValue(date)), ("leavingReason", .null, StoredValue(reason)),
          ])
      ])
  }

  /// The tax on the interest of the month of leaving, and what is claimed of earlier months: from
  /// sukarela, and from the rest of what is paid out where it is to be set off.
  private func leavingTax(
    _ member: Member, _ id: Int64, in month: BookMonth, _ savings: [SavingsAccountState],
    setsOff: Bool
  ) throws -> TaxDesk.Settlement? {
    let desk = TaxDesk(session: session)
    func isFree(_ account: SavingsAccountState) -> Bool {
      session.catalog.products.first { $0.id == account.product }?.product.kind == .sukarela
    }
    let free = savings.filter(isFree)
    let rest = setsOff ? savings.filter { !isFree($0) } : []
    let settlement = try desk.leaving(
      id, in: month, from: (free + rest).map { ($0.id, $0.balance) })
    guard let settlement else { return nil }
    let unpaid = try desk.unpaid(settlement, of: id)
    guard setsOff || !unpaid.isPositive else {
      throw LedgerError.memberOwesTax(member.number, unpaid)
    }
    return settlement
  }

  /// The open accounts of a member, none of them owing and none with entries after the day.
  func leavingSavings(
    _ number: MemberNumber, on date: BookDate
  ) throws -> [SavingsAccountState] {
    let open = try openSavings(of: number)
    for account in open {
      guard !account.balance.isNegative else {
        throw LedgerError.memberOwes(account.code, balance: account.balance)
      }
      try requireNothingLater(account, than: date)
    }
    return open
  }

  private func openSavings(of number: MemberNumber) throws -> [SavingsAccountState] {
    try session.catalog.products.flatMap { try savings.holder(number, in: $0).open }
  }

  private func requireNothingLater(
    _ account: SavingsAccountState, than date: BookDate
  ) throws {
    let last = try Int64.fetchOne(
      session.db, sql: "SELECT max(bookDate) FROM posting WHERE account = ?",
      arguments: [account.id.value])
    if let last, last > Int64(date.dayNumber) {
      throw LedgerError.memberHasLaterEntries(account.code, on: try BookDate(stored: last))
    }
  }

  /// Leaving twice under the same reference, on the same day, for the same reason, with the same
  /// part kept back returns the first receipt.
  private func replayLeave(
    _ member: Member, _ left: BookDate, _ departure: Departure, _ note: EntryNote
  ) throws -> MembershipReceipt {
    guard let reference = note.reference, let known = try session.recordedAct(reference),
      try isExit(known, of: member)
    else { throw LedgerError.memberLeft(member.number, on: left) }
    func reused(_ field: Phrase) -> LedgerError {
      .referenceReused(reference, by: known, differing: field)
    }
    guard left == departure.date else { throw reused(Phrase(id: "tanggal", en: "date")) }
    guard member.leavingReason == departure.reason else {
      throw reused(Phrase(id: "sebab", en: "reason"))
    }
    let entry = known.entries.first { $0.kind == EntryKind.leave.rawValue }?.number
    let postings = try entry.map { try session.postings(of: $0) } ?? []
    func credited(_ account: AccountID) throws -> Rupiah {
      try postings.filter { $0.account == account }
        .reduce(Rupiah.zero) { try $0 - $1.amount }
    }
    guard try credited(session.catalog.account(.leaveDeduction)) == departure.deduction else {
      throw reused(Phrase(id: "potongan", en: "deduction"))
    }
    let receiver = try receiver(departure, note)
    let isOwed = try LeaverReader(db: session.db).payable(to: member.number) != nil
    guard try isOwed == (departure.paysLater && credited(receiver.id).isPositive) else {
      throw reused(Phrase(id: "cara bayar", en: "way of paying"))
    }
    let receipt = try entry.map { entry in
      try leavingReceipt(
        PostingSession.Outcome(
          number: entry, isReplay: true,
          note: EntryReplay(session: session).note(of: entry, under: reference)),
        member, departure.date, credited(receiver.id), receiver.shown)
    }
    return MembershipReceipt(member: member, receipt: receipt)
  }

  /// Whether an act is the leaving of a member.
  private func isExit(_ act: RecordedAct, of member: Member) throws -> Bool {
    let query = try session.statement(
      """
      SELECT 1 FROM event WHERE (number = ?1 OR act = ?1) AND kind = ?2 AND subject = ?3
        AND number >= ?1
      """)
    query.bind(act.first, at: 1)
    query.bind(EventKind.memberLeft.rawValue, at: 2)
    query.bind(member.number, at: 3)
    defer { query.reset() }
    return try query.step()
  }
}
