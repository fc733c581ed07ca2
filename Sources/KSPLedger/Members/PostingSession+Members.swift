import GRDB
import KSPCore

extension PostingSession {
  func join(_ new: NewMember) throws -> (member: Member, receipt: Receipt?) {
    try MemberTable.check(new.profile)
    for part in [new.pokok, new.wajib, new.entranceFee] where part.isNegative {
      throw LedgerError.amountNotPositive(part)
    }
    if let reference = new.note.reference, let number = try entryNumber(reference: reference) {
      return try replayJoin(new, reference, number)
    }
    let number = try newNumber(new.number)
    _ = try MemberTable.insert(db, number: number, new.profile, joinedOn: new.joinedOn)
    let member = Member(
      number: number, profile: new.profile, joinedOn: new.joinedOn, leftOn: nil)
    guard !(new.pokok.isZero && new.wajib.isZero && new.entranceFee.isZero) else {
      return (member, nil)
    }
    let outcome = try post(try joinEntry(new, number: number))
    return (member, try joinReceipt(new, outcome, name: new.profile.name))
  }

  /// A member number that is free: the one asked for, or the next.
  func newNumber(_ wanted: String?) throws -> String {
    guard let wanted else { return try MemberTable.nextNumber(db) }
    guard (1...20).contains(wanted.utf8.count), (try? AccountCode(wanted)) != nil else {
      throw LedgerError.memberProfileUnacceptable(wanted)
    }
    guard try MemberTable.member(db, number: wanted) == nil else {
      throw LedgerError.memberNumberTaken(wanted)
    }
    return wanted
  }

  private func joinEntry(_ new: NewMember, number: String) throws -> JournalEntry {
    var parts: [(account: AccountID, amount: Rupiah)] = []
    for (code, amount) in [("pokok", new.pokok), ("wajib", new.wajib)] where !amount.isZero {
      let product = try catalog.product(code)
      let account = try openAccount(try holder(number, in: product), in: product)
      parts.append((account.id, amount))
    }
    parts.append((try catalog.account(.entranceFee), new.entranceFee))
    return try JournalEntry(
      .join, on: new.joinedOn,
      postings: PostingRules.join(cash: catalog.account(.cash), parts: parts), note: new.note)
  }

  private func joinReceipt(_ new: NewMember, _ outcome: Outcome, name: String) throws -> Receipt {
    Receipt(
      entry: outcome.number, kind: .join, bookDate: new.joinedOn, account: nil, memberName: name,
      amount: try new.pokok + new.wajib + new.entranceFee, balance: nil, note: new.note,
      isReplay: outcome.isReplay)
  }

  /// The same reference again: the member whose joining entry it is, if everything is the same.
  private func replayJoin(
    _ new: NewMember, _ reference: String, _ number: EntryNumber
  ) throws -> (member: Member, receipt: Receipt?) {
    let memberNumber = try String.fetchOne(
      db,
      sql: """
        SELECT m.number FROM posting p
        JOIN savingsAccount s ON s.account = p.account JOIN member m ON m.id = s.member
        WHERE p.entry = ? LIMIT 1
        """, arguments: [number.value])
    guard let memberNumber, let member = try MemberTable.member(db, number: memberNumber),
      member.profile == new.profile, member.joinedOn == new.joinedOn,
      new.number == nil || new.number == memberNumber
    else { throw LedgerError.referenceReused(reference, by: number) }
    let outcome = try post(try joinEntry(new, number: memberNumber))
    return (member, try joinReceipt(new, outcome, name: member.profile.name))
  }

  func leave(
    _ number: String, on date: BookDate, deduction: Rupiah, setsOffLoans: Bool = false,
    note: EntryNote
  ) throws -> Receipt {
    guard !deduction.isNegative else { throw LedgerError.amountNotPositive(deduction) }
    let member = try MemberTable.requireMember(db, number: number)
    if let left = member.leftOn { return try replayLeave(member, left, date, deduction, note) }
    guard date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(number, joined: member.joinedOn)
    }
    try requireOpen(date, kind: .leave)
    // Interest of an earlier month is still owed to accounts that this would close.
    let open = try catalog.openMonth()
    guard date.month == open else { throw LedgerError.monthEarlierOpen(date.month, open: open) }
    try settleLoans(of: number, on: date, setsOff: setsOffLoans, by: note.recordedBy)
    let savings = try leavingSavings(number, on: date)
    let postings = try PostingRules.leave(
      savings: savings.map { ($0.id, $0.balance) }, deduction: deduction,
      fund: catalog.account(.leaveDeduction), cash: catalog.account(.cash))
    var total = Rupiah.zero
    for account in savings { try total += account.balance }
    var outcome: Outcome?
    if !postings.isEmpty {
      outcome = try post(JournalEntry(.leave, on: date, postings: postings, note: note))
    }
    for account in savings {
      try db.execute(
        sql: "UPDATE account SET closedOn = ? WHERE id = ?",
        arguments: [date.dayNumber, account.id.value])
    }
    try db.execute(
      sql: "UPDATE member SET leftOn = ? WHERE number = ?", arguments: [date.dayNumber, number])
    return Receipt(
      entry: outcome?.number ?? EntryNumber(0), kind: .leave, bookDate: date, account: nil,
      memberName: member.profile.name, amount: try total - deduction, balance: nil, note: note,
      isReplay: false)
  }

  /// The open accounts of a member, none of them owing and none with entries after the day.
  private func leavingSavings(
    _ number: String, on date: BookDate
  ) throws -> [SavingsAccountState] {
    let open = try catalog.products.compactMap { product in
      try holder(number, in: product).account
    }.filter { $0.closedOn == nil }
    for account in open {
      guard !account.balance.isNegative else {
        throw LedgerError.memberOwes(account.code, balance: account.balance)
      }
      let last = try Int64.fetchOne(
        db, sql: "SELECT max(bookDate) FROM posting WHERE account = ?",
        arguments: [account.id.value])
      if let last, last > Int64(date.dayNumber) {
        throw LedgerError.memberHasLaterEntries(account.code, on: try BookDate(stored: last))
      }
    }
    return open
  }

  /// Leaving twice under the same reference, on the same day, with the same part kept back returns
  /// the first receipt.
  private func replayLeave(
    _ member: Member, _ left: BookDate, _ date: BookDate, _ deduction: Rupiah, _ note: EntryNote
  ) throws -> Receipt {
    guard left == date, let reference = note.reference,
      let entry = try entryNumber(reference: reference), try isExit(entry, of: member)
    else { throw LedgerError.memberLeft(member.number, on: left) }
    let postings = try postings(of: entry)
    func credited(_ role: AccountRole) throws -> Rupiah {
      let account = try catalog.account(role)
      return try postings.filter { $0.account == account }
        .reduce(Rupiah.zero) { try $0 - $1.amount }
    }
    guard try credited(.leaveDeduction) == deduction else {
      throw LedgerError.referenceReused(reference, by: entry)
    }
    return Receipt(
      entry: entry, kind: .leave, bookDate: date, account: nil, memberName: member.profile.name,
      amount: try credited(.cash), balance: nil, note: note, isReplay: true)
  }

  private func isExit(_ entry: EntryNumber, of member: Member) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM entry e JOIN posting p ON p.entry = e.id
          JOIN savingsAccount s ON s.account = p.account JOIN member m ON m.id = s.member
          WHERE e.id = ? AND e.kind = 'leave' AND m.number = ?)
        """, arguments: [entry.value, member.number]) ?? false
  }
}
