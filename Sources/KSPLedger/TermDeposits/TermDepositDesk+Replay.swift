import KSPCore

extension TermDepositDesk {
  /// Refuses what was opened already under the reference with other terms than are said now; what
  /// nobody said follows from the offer of the day, and stays what it was.
  func requireSame(
    _ opening: TermDepositOpening, _ terms: TermDepositTerms, _ rollOver: TermRollOver,
    on account: SavingsAccountState
  ) throws {
    var unsaid: Set = [
      "depositDayCount", "roundingMode", "roundingStep", "breakPenalty", "paidBefore", "firstDue",
    ]
    if opening.rate == nil { unsaid.formUnion(["rateBillionths", "rateBasis"]) }
    if opening.payout == nil { unsaid.insert("payout") }
    if opening.rollOver == nil { unsaid.insert("rollOver") }
    if opening.interestTo == nil { unsaid.insert("interestTo") }
    if opening.certificate == nil { unsaid.insert("certificate") }
    let interest = opening.takeover?.interestPaid ?? .zero
    if terms.payout == .advance && interest.isZero { unsaid.insert("interestBefore") }
    let row = try Self.period(
      1, of: account.id, opened: opening.opened, opening.principal, terms, rollOver,
      interestTo: opening.interestTo.map { try session.account($0).id },
      certificate: opening.certificate, interestBefore: interest)
    _ = try session.recordOnce(
      EventDraft(.depositOpened, account.code.text, [row]), ignoring: unsaid)
  }
}
