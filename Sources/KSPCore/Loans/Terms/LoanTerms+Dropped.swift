extension LoanTerms {
  /// What these terms had that new ones no longer have, so that nothing is dropped without a word.
  ///
  /// A value that is replaced by another one is not among it.
  public func dropped(by new: LoanTerms) -> [Phrase] {
    var dropped = fees.filter { fee in !new.fees.contains { $0.code == fee.code } }
      .map { Phrase(id: "potongan \($0.code)", en: "the deduction \($0.code)") }
    for fee in fees {
      guard let other = new.fees.first(where: { $0.code == fee.code }) else { continue }
      dropped += fee.charge.bounds(droppedBy: other.charge, of: fee.code)
    }
    func gone(_ had: Bool, _ has: Bool, _ indonesian: String, _ english: String) {
      if had && !has { dropped.append(Phrase(id: indonesian, en: english)) }
    }
    gone(lateFee != nil, new.lateFee != nil, "denda", "the late fee")
    if let old = lateFee, let rule = new.lateFee {
      gone(
        old.cap != nil, rule.cap != nil, "batas denda",
        "the limit of the late fee")
      gone(old.graceDays > 0, rule.graceDays > 0, "hari bebas denda", "the days free of late fees")
    }
    gone(maximumAmount != nil, new.maximumAmount != nil, "pinjaman terbesar", "the largest loan")
    gone(maximumCount != nil, new.maximumCount != nil, "angsuran terbanyak", "the longest term")
    gone(
      plan.principalGrace > 0, new.plan.principalGrace > 0, "angsuran tanpa pokok",
      "the installments without principal")
    gone(
      plan.interval.count > 1, new.plan.interval.count > 1, "jarak angsuran \(plan.interval.count)",
      "the distance of \(plan.interval.count) between installments")
    gone(
      plan.administration != .nothing, new.plan.administration != .nothing,
      "administrasi angsuran", "the administration of installments")
    gone(
      settlement.returnsAdvance, new.settlement.returnsAdvance, "pengembalian jasa di muka",
      "the return of interest cut in advance")
    gone(
      !settlement.penalty.isZero, !new.settlement.penalty.isZero, "penalti pelunasan",
      "the penalty for settling early")
    gone(needsApproval, new.needsApproval, "perlu persetujuan", "the need for approval")
    return dropped
  }
}

extension LoanFee.Charge {
  /// The bounds that a new charge no longer has; a fixed sum needs none.
  fileprivate func bounds(droppedBy new: LoanFee.Charge, of code: String) -> [Phrase] {
    guard case .share(_, let minimum, let maximum) = self,
      case .share(_, let newMinimum, let newMaximum) = new
    else { return [] }
    return [
      minimum != nil && newMinimum == nil
        ? Phrase(id: "batas terkecil potongan \(code)", en: "the least of the deduction \(code)")
        : nil,
      maximum != nil && newMaximum == nil
        ? Phrase(id: "batas terbesar potongan \(code)", en: "the most of the deduction \(code)")
        : nil,
    ].compactMap(\.self)
  }
}
