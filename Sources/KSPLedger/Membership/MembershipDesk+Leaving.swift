import GRDB
import KSPCore

extension MembershipDesk {
  func leave(
    _ number: MemberNumber, on date: BookDate, reason: String? = nil, deduction: Rupiah,
    setsOffLoans: Bool = false, note: EntryNote
  ) throws -> MembershipReceipt {
    guard !deduction.isNegative else { throw LedgerError.amountNotPositive(deduction) }
    if let reason, !reason.isUsableText { throw LedgerError.noteUnacceptable(reason) }
    let member = try MemberTable.requireMember(session.db, number: number)
    if let left = member.leftOn {
      return try replayLeave(member, left, date, reason, deduction, note)
    }
    return try session.act(note) {
      try leave(member, on: date, reason, deduction, setsOffLoans: setsOffLoans, note)
    }
  }

  private func leave(
    _ member: Member, on date: BookDate, _ reason: String?, _ deduction: Rupiah,
    setsOffLoans: Bool, _ note: EntryNote
  ) throws -> MembershipReceipt {
    let number = member.number
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
    try savings.payLeavingInterest(number, on: date)
    try SettlementDesk(session).settleAll(
      of: number, on: date, setsOff: setsOffLoans, note)
    let savings = try leavingSavings(number, on: date)
    let id = try MemberTable.id(session.db, number: number)
    let tax = try leavingTax(member, id, in: open, savings, setsOff: setsOffLoans)
    let cash = try OtherSide(session: session).cash(note, on: date)
    let postings = try PostingRules.leave(
      savings: savings.map { ($0.id, $0.balance) }, tax: tax?.postings ?? [],
      deduction: deduction, fund: session.catalog.account(.leaveDeduction),
      cash: cash)
    var outcome: PostingSession.Outcome?
    if !postings.isEmpty {
      outcome = try session.post(JournalEntry(.leave, on: date, postings: postings, note: note))
    }
    if let tax, let outcome {
      try session.record(
        TaxDesk(session: session).draft(tax, of: id, number: number, entry: outcome.number))
    }
    try session.record(
      EventDraft(
        .memberLeft, number,
        savings.map { account in
          .update(
            "account", key: ["id": .integer(account.id.value)],
            [("closedOn", .null, StoredValue(date))])
        } + [
          .update(
            "member", key: ["id": .integer(id)],
            [
              ("leftOn", .null, StoredValue(date)), ("leavingReason", .null, StoredValue(reason)),
            ])
        ]))
    let paidOut = try postings.filter { $0.account == cash }
      .reduce(Rupiah.zero) { try $0 - $1.amount }
    let receipt = try outcome.map { outcome in
      Receipt(
        entry: outcome.number, kind: .leave, bookDate: date, account: nil,
        memberName: member.profile.name, amount: paidOut,
        deductions: try taxDeductions(of: outcome.number), balance: nil, note: note,
        isReplay: false)
    }
    return MembershipReceipt(
      member: try MemberTable.requireMember(session.db, number: number), receipt: receipt)
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
  private func leavingSavings(
    _ number: MemberNumber, on date: BookDate
  ) throws -> [SavingsAccountState] {
    let open = try session.catalog.products.flatMap { try savings.holder(number, in: $0).open }
    for account in open {
      guard !account.balance.isNegative else {
        throw LedgerError.memberOwes(account.code, balance: account.balance)
      }
      let last = try Int64.fetchOne(
        session.db, sql: "SELECT max(bookDate) FROM posting WHERE account = ?",
        arguments: [account.id.value])
      if let last, last > Int64(date.dayNumber) {
        throw LedgerError.memberHasLaterEntries(account.code, on: try BookDate(stored: last))
      }
    }
    return open
  }

  /// Leaving twice under the same reference, on the same day, for the same reason, with the same
  /// part kept back returns the first receipt.
  private func replayLeave(
    _ member: Member, _ left: BookDate, _ date: BookDate, _ reason: String?,
    _ deduction: Rupiah, _ note: EntryNote
  ) throws -> MembershipReceipt {
    guard let reference = note.reference, let known = try session.recordedAct(reference),
      try isExit(known, of: member)
    else { throw LedgerError.memberLeft(member.number, on: left) }
    func reused(_ field: Phrase) -> LedgerError {
      .referenceReused(reference, by: known.name, differing: field)
    }
    guard left == date else { throw reused(Phrase(id: "tanggal", en: "date")) }
    guard member.leavingReason == reason else { throw reused(Phrase(id: "sebab", en: "reason")) }
    let entry = known.entries.first { $0.kind == EntryKind.leave.rawValue }?.number
    let postings = try entry.map { try session.postings(of: $0) } ?? []
    func credited(_ account: AccountID) throws -> Rupiah {
      try postings.filter { $0.account == account }
        .reduce(Rupiah.zero) { try $0 - $1.amount }
    }
    guard try credited(session.catalog.account(.leaveDeduction)) == deduction else {
      throw reused(Phrase(id: "potongan", en: "deduction"))
    }
    let receipt = try entry.map { entry in
      Receipt(
        entry: entry, kind: .leave, bookDate: date, account: nil, memberName: member.profile.name,
        amount: try credited(OtherSide(session: session).cash(note, on: date)),
        deductions: try taxDeductions(of: entry), balance: nil,
        note: try EntryReplay(session: session).note(of: entry, under: reference), isReplay: true)
    }
    return MembershipReceipt(member: member, receipt: receipt)
  }

  /// The tax that the voucher of a leaving took from what was paid out.
  private func taxDeductions(of entry: EntryNumber) throws -> [Receipt.Deduction] {
    let taken = try Int64.fetchOne(
      session.db,
      sql: "SELECT ifnull(sum(withheld + recovered), 0) FROM taxSettled WHERE voucher = ?",
      arguments: [entry.value])
    guard let taken, taken > 0 else { return [] }
    return [
      Receipt.Deduction(
        name: Phrase(id: "PPh jasa simpanan", en: "Tax on interest"), amount: Rupiah(sen: taken))
    ]
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
