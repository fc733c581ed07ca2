/// What was recomputed of a loan's month end beside what the book has of it.
enum LoanComparison {
  /// One figure that is compared.
  enum Item: String {
    case interestPosted = "interest-posted"
    case lateFeePosted = "late-fee-posted"
    case recognised
    case unearned
    case prepaid
    case outstanding
    case principalDue = "principal-due"
    case interestDue = "interest-due"
    case oldestDue = "oldest-due"
    case lateFeeCharged = "late-fee-charged"
    case administrationDue = "administration-due"
    case loanClass = "class"
    case collateral
    case allowance
    case provision
  }

  enum Value: Hashable {
    case amount(Rupiah)
    case date(BookDate)
    case loanClass(LoanClass)
  }

  struct Line {
    let item: Item
    let recomputed: Value?
    let kept: Value?

    var agrees: Bool { recomputed == kept }
  }

  /// The figures of a month that was run; none where it has nothing to say of the loan.
  static func lines(_ explanation: LoanExplanation) -> [Line] {
    let (recomputed, kept) = (explanation.recomputed, explanation.kept)
    let (posted, income) = (explanation.posted, explanation.income)
    guard recomputed != nil || kept != nil || posted != nil else { return [] }
    func line(_ item: Item, _ value: (LoanEvidence) -> Value?) -> Line {
      Line(item: item, recomputed: recomputed.flatMap(value), kept: kept.flatMap(value))
    }
    func amount(_ item: Item, _ recomputed: Rupiah?, _ kept: Rupiah?) -> Line {
      Line(
        item: item, recomputed: .amount(recomputed ?? .zero), kept: .amount(kept ?? .zero))
    }
    let provision = explanation.provision.map { provision in
      amount(.provision, provision.change, provision.posted)
    }
    return [
      amount(.interestPosted, income?.receivable.amount, posted?.interest),
      amount(.lateFeePosted, income?.lateFee.amount, posted?.lateFee),
      line(.recognised) { .amount($0.recognised) }, line(.unearned) { .amount($0.unearned) },
      line(.prepaid) { .amount($0.prepaid) },
      line(.outstanding) { .amount($0.principal) },
      line(.principalDue) { .amount($0.principalDue) },
      line(.interestDue) { .amount($0.interestDue) },
      line(.oldestDue) { $0.oldestDue.map { .date($0) } },
      line(.lateFeeCharged) { .amount($0.lateFeeCharged) },
      line(.loanClass) { .loanClass($0.loanClass) }, line(.collateral) { .amount($0.collateral) },
      line(.allowance) { .amount($0.allowance) },
    ]
      + ([recomputed, kept].allSatisfy { $0?.administrationDue.isZero ?? true }
        ? [] : [line(.administrationDue) { .amount($0.administrationDue) }])
      + (provision.map { [$0] } ?? [])
  }
}
