/// The amounts of one product, made to be asked month by month.
package struct DuesRule: Sendable {
  /// What holds where amounts are raised after months were paid ahead.
  package let raising: DuesRaising
  private var everyone: [DueAmount] = []
  private var kinds: [Member.Kind: [DueAmount]] = [:]
  private var standings: [Member.Standing: [DueAmount]] = [:]
  private var members: [MemberNumber: [DueAmount]] = [:]
  /// The first month that anything is asked for; nil where nothing ever is.
  package let firstMonth: BookMonth?

  /// A rule of amounts in the order in which they were set.
  package init(_ amounts: [DueAmount], raising: DuesRaising = .owed) {
    self.raising = raising
    firstMonth = amounts.filter(\.amount.isPositive).map(\.from).min()
    // The sort keeps the order of those that begin with the same month: the last one holds.
    let ordered = amounts.enumerated().sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }
    for (_, amount) in ordered {
      switch amount.scope {
      case .everyone: everyone.append(amount)
      case .kind(let kind): kinds[kind, default: []].append(amount)
      case .standing(let standing): standings[standing, default: []].append(amount)
      case .member(let number): members[number, default: []].append(amount)
      }
    }
  }

  /// What is asked of a member for a month, exemptions apart: what is said of the member, else of
  /// how they belong, else of what they are, else of everybody.
  package func amount(of facts: DuesFacts, in month: BookMonth) -> Rupiah {
    found(facts, month, known: .max) ?? .zero
  }

  /// The same as it was known before an event; nil where nothing was said then.
  func amount(of facts: DuesFacts, in month: BookMonth, at event: Int64) -> Rupiah? {
    found(facts, month, known: event)
  }

  private func found(_ facts: DuesFacts, _ month: BookMonth, known: Int64) -> Rupiah? {
    func last(_ amounts: [DueAmount]?) -> Rupiah? {
      amounts?.last { $0.from <= month && $0.event < known }?.amount
    }
    if !members.isEmpty, let amount = last(members[facts.member]) { return amount }
    if !standings.isEmpty, let amount = last(standings[facts.standing(in: month)]) {
      return amount
    }
    if !kinds.isEmpty, let amount = last(kinds[facts.kind(in: month)]) { return amount }
    return last(everyone)
  }
}
