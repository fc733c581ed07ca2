import GRDB
import KSPCore

/// The desk of the register: who joins, who leaves, and what is said of them.
struct MemberDesk {
  let session: PostingSession
  private var savings: SavingsDesk { SavingsDesk(session: session) }

  func join(_ joining: NewMember) throws -> (member: Member, receipt: Receipt?) {
    var new = joining
    new.profile = try joining.profile.checked()
    try MemberAttributes.check(new.attributes)
    for part in [new.pokok, new.wajib, new.entranceFee] where part.isNegative {
      throw LedgerError.amountNotPositive(part)
    }
    return try session.act(new.note) {
      let number = try joiningNumber(new)
      let draft = EventDraft(
        .memberJoined, number.text, owner: number.id,
        MemberTable.joining(id: number.id, number: number.text, new))
      let given: Set<String> =
        new.number == nil ? ["id", "member", "number"] : ["id", "member"]
      let isNew = try session.recordOnce(draft, ignoring: given)
      let member =
        isNew
        ? Member(
          number: number.text, profile: new.profile, joinedOn: new.joinedOn, leftOn: nil,
          memberships: [Member.Membership(new.standing, since: new.joinedOn)],
          attributes: new.attributes)
        : try joined(new.note.reference)
      guard new.bringsMoney else {
        try requireNoMoney(under: new.note.reference)
        return (member, nil)
      }
      let outcome = try session.post(try joinEntry(new, number: member.number))
      return (member, try joinReceipt(new, outcome, name: new.profile.name))
    }
  }

  /// Refuses a joining without money under the reference of one that brought some.
  private func requireNoMoney(under reference: String?) throws {
    guard let reference, let known = try session.recordedAct(reference), !known.entries.isEmpty
    else {
      return
    }
    throw LedgerError.referenceReused(
      reference, by: known.name, differing: Phrase("jumlah", "amount"))
  }

  /// The number of somebody who joins, and their row. What is joined again is not numbered again.
  private func joiningNumber(_ new: NewMember) throws -> (id: Int64, text: String) {
    let id = try session.nextID(of: "SELECT max(id) FROM member")
    if let reference = new.note.reference, try session.recordedAct(reference) != nil {
      return (id, new.number ?? "")
    }
    try MemberTable.requireFree(session.db, externalID: new.profile.externalID)
    return (id, try newNumber(new.number))
  }

  /// The member whose joining carries a reference.
  private func joined(_ reference: String?) throws -> Member {
    let number = try String.fetchOne(
      session.db, sql: "SELECT subject FROM event WHERE reference = ?", arguments: [reference])
    return try MemberTable.requireMember(session.db, number: number ?? "")
  }

  /// A member number that is free: the one asked for, or the next.
  func newNumber(_ wanted: String?) throws -> String {
    guard let wanted else { return try MemberTable.nextNumber(session.db) }
    guard (1...20).contains(wanted.utf8.count), (try? AccountCode(wanted)) != nil else {
      throw LedgerError.memberProfileUnacceptable(wanted)
    }
    guard try MemberTable.member(session.db, number: wanted) == nil else {
      throw LedgerError.memberNumberTaken(wanted)
    }
    return wanted
  }

  private func joinEntry(_ new: NewMember, number: String) throws -> JournalEntry {
    var parts: [(account: AccountID, amount: Rupiah)] = []
    for (code, amount) in [("pokok", new.pokok), ("wajib", new.wajib)] where !amount.isZero {
      let product = try session.catalog.product(code)
      let account = try savings.openAccount(try savings.holder(number, in: product), in: product)
      parts.append((account.id, amount))
    }
    parts.append((try session.catalog.account(.entranceFee), new.entranceFee))
    return try JournalEntry(
      .join, on: new.joinedOn,
      postings: PostingRules.join(cash: session.catalog.account(.cash), parts: parts),
      note: new.note)
  }

  private func joinReceipt(_ new: NewMember, _ outcome: PostingSession.Outcome, name: String) throws
    -> Receipt
  {
    Receipt(
      entry: outcome.number, kind: .join, bookDate: new.joinedOn, account: nil, memberName: name,
      amount: try new.pokok + new.wajib + new.entranceFee, balance: nil, note: outcome.note,
      isReplay: outcome.isReplay)
  }

  func leave(
    _ number: String, on date: BookDate, reason: String? = nil, deduction: Rupiah,
    setsOffLoans: Bool = false, note: EntryNote
  ) throws -> (member: Member, receipt: Receipt?) {
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
  ) throws -> (member: Member, receipt: Receipt?) {
    let number = member.number
    guard date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(number, joined: member.joinedOn)
    }
    try session.requireOpen(date, kind: .leave)
    // Interest of an earlier month is still owed to accounts that this would close.
    let open = try session.catalog.openMonth()
    guard date.month == open else { throw LedgerError.monthEarlierOpen(date.month, open: open) }
    try SettlementDesk(session).settleAll(
      of: number, on: date, setsOff: setsOffLoans, by: note.recordedBy)
    let savings = try leavingSavings(number, on: date)
    let postings = try PostingRules.leave(
      savings: savings.map { ($0.id, $0.balance) }, deduction: deduction,
      fund: session.catalog.account(.leaveDeduction), cash: session.catalog.account(.cash))
    var total = Rupiah.zero
    for account in savings { try total += account.balance }
    var outcome: PostingSession.Outcome?
    if !postings.isEmpty {
      outcome = try session.post(JournalEntry(.leave, on: date, postings: postings, note: note))
    }
    try session.record(
      EventDraft(
        .memberLeft, number,
        try savings.map { account in
          .update(
            "account", key: ["id": .integer(account.id.value)],
            [("closedOn", .null, StoredValue(date))])
        } + [
          .update(
            "member", key: ["id": .integer(MemberTable.id(session.db, number: number))],
            [
              ("leftOn", .null, StoredValue(date)), ("leavingReason", .null, StoredValue(reason)),
            ])
        ]))
    let receipt = try outcome.map { outcome in
      Receipt(
        entry: outcome.number, kind: .leave, bookDate: date, account: nil,
        memberName: member.profile.name, amount: try total - deduction, balance: nil, note: note,
        isReplay: false)
    }
    return (try MemberTable.requireMember(session.db, number: number), receipt)
  }

  /// The open accounts of a member, none of them owing and none with entries after the day.
  private func leavingSavings(
    _ number: String, on date: BookDate
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
  ) throws -> (member: Member, receipt: Receipt?) {
    guard let reference = note.reference, let known = try session.recordedAct(reference),
      try isExit(known, of: member)
    else { throw LedgerError.memberLeft(member.number, on: left) }
    func reused(_ field: Phrase) -> LedgerError {
      .referenceReused(reference, by: known.name, differing: field)
    }
    guard left == date else { throw reused(Phrase("tanggal", "date")) }
    guard member.leavingReason == reason else { throw reused(Phrase("sebab", "reason")) }
    let entry = known.entries.first { $0.kind == EntryKind.leave.rawValue }?.number
    let postings = try entry.map { try session.postings(of: $0) } ?? []
    func credited(_ role: AccountRole) throws -> Rupiah {
      let account = try session.catalog.account(role)
      return try postings.filter { $0.account == account }
        .reduce(Rupiah.zero) { try $0 - $1.amount }
    }
    guard try credited(.leaveDeduction) == deduction else {
      throw reused(Phrase("potongan", "deduction"))
    }
    let receipt = try entry.map { entry in
      Receipt(
        entry: entry, kind: .leave, bookDate: date, account: nil, memberName: member.profile.name,
        amount: try credited(.cash), balance: nil,
        note: try EntryReplay(session: session).note(of: entry, under: reference), isReplay: true)
    }
    return (member, receipt)
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
