import GRDB
import KSPCore

/// The desk of lists for payers: what is asked for, what was deducted, and what ends without.
struct ClaimDesk {
  let session: PostingSession

  private var reader: ClaimReader { ClaimReader(db: session.db) }

  // MARK: - Sending

  /// Makes the list of a month and keeps it as it was sent; nothing is booked.
  func send(
    to code: AccountCode?, for month: BookMonth, group: String?, on date: BookDate,
    _ note: EntryNote
  ) throws -> PayrollClaim {
    let payer = try ClaimReader.payer(session.db, code)
    if let known = try sent(to: payer.id, for: month, under: note) {
      return try reader.claim(known)
    }
    try session.days.requireNotAhead(date, note)
    let sums = try ClaimAsking(session: session).sums(for: month, on: date, group: group)
    guard !sums.isEmpty else { throw LedgerError.claimEmpty(month) }
    let number = try session.nextID(of: "SELECT max(number) FROM payrollClaim")
    return try session.act(note) {
      try session.record(
        EventDraft(
          .claimSent, payer.code.text,
          [
            .insert(
              "payrollClaim",
              [
                "number": .integer(number), "account": .integer(payer.id.value),
                "month": StoredValue(month), "sentOn": StoredValue(date),
              ]),
            .insert(
              "claimLine", columns: ["claim", "line", "member", "product", "loan", "amount"],
              rows: sums.enumerated().map { index, sum in
                [
                  .integer(number), .integer(Int64(index + 1)), .integer(sum.member),
                  StoredValue(sum.product), StoredValue(sum.loan), StoredValue(sum.amount),
                ]
              }),
          ]))
      return try reader.claim(Int(number))
    }
  }

  /// The list that was sent under a reference already; nil for none.
  private func sent(
    to payer: AccountID, for month: BookMonth, under note: EntryNote
  ) throws -> Int? {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return nil
    }
    let head = try session.storedEvent(known.first).flatMap { stored in
      stored.kind == EventKind.claimSent.rawValue
        ? stored.changes.first { $0.table == "payrollClaim" } : nil
    }
    guard let head, head["account"]?.integer == payer.value,
      head["month"]?.integer == Int64(month.ordinal), let number = head["number"]?.integer
    else {
      throw LedgerError.referenceReused(
        reference, by: known,
        differing: Phrase(id: "juru bayar atau bulan", en: "payer or month"))
    }
    return Int(number)
  }

  // MARK: - What was deducted

  /// Books what the paymaster says was deducted: members' accounts are credited, and the payer owes
  /// the sum.
  func deduct(
    _ deductions: ClaimDeductions, of number: Int, on date: BookDate, _ note: EntryNote
  ) throws -> ClaimReceipt {
    if let replay = try ClaimReplay(session: session).receipt(
      deductions, of: number, on: date, note)
    {
      return replay
    }
    var booking = try ClaimBooking(session, number, on: date)
    for (member, amount) in try sums(deductions, of: booking) {
      try booking.add(amount, of: member)
    }
    return try booking.post(note)
  }

  private func sums(
    _ deductions: ClaimDeductions, of booking: ClaimBooking
  ) throws -> [(MemberNumber, Rupiah)] {
    let claim = booking.claim
    switch deductions {
    case .all: return claim.debtors.map { ($0.member, $0.open) }
    case .allBut(let members):
      for member in members where booking.debtors[member] == nil {
        throw LedgerError.claimMemberNotListed(member, claim: claim.number)
      }
      let left = Set(members)
      return claim.debtors.filter { !left.contains($0.member) }.map { ($0.member, $0.open) }
    case .sums(let sums): return sums.sorted { $0.key < $1.key }
    }
  }

  // MARK: - Ending

  /// Ends a list of which nothing more is expected; what was not deducted is owed by the members.
  func close(_ number: Int, reason: String, on date: BookDate, _ note: EntryNote) throws
    -> PayrollClaim
  {
    guard reason.isUsableText else { throw LedgerError.noteUnacceptable(reason) }
    let claim = try reader.claim(number)
    if let closing = claim.closing {
      guard closing.reason == reason else {
        throw LedgerError.claimClosed(number, on: closing.date)
      }
      return claim
    }
    try session.days.requireNotAhead(date, note)
    return try session.act(note) {
      try session.record(
        EventDraft(
          .claimClosed, claim.payer.text,
          [
            .insert(
              "claimClosing",
              [
                "claim": .integer(Int64(number)), "closedOn": StoredValue(date),
                "reason": .text(reason),
              ])
          ]))
      return try reader.claim(number)
    }
  }
}
