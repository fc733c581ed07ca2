/// What the dues of one member in one product follow from, beside the amounts in force.
package struct DuesFacts: Sendable {
  package var member: MemberNumber
  package var joinedOn: BookDate
  package var leftOn: BookDate?
  /// The number that stands for this one since both were found to be one person: the dues stand
  /// there.
  package var mergedInto: MemberNumber?
  /// What the member was on joining.
  package var kind: Member.Kind
  /// What they became since, oldest first.
  package var kinds: [Member.KindChange] = []
  /// How they belonged, oldest first.
  package var memberships: [Member.Membership] = []
  /// In the order in which they were said.
  package var exemptions: [DueExemption] = []
  /// What was said last of the time before the book.
  package var takeover: DuesTakeover?
  /// In the order of their days and numbers, without those that were taken back.
  package var payments: [DuePayment] = []

  package init(
    member: MemberNumber, joinedOn: BookDate, leftOn: BookDate? = nil,
    kind: Member.Kind = .individual
  ) {
    self.member = member
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.kind = kind
  }

  /// What the member is in a month.
  func kind(in month: BookMonth) -> Member.Kind {
    kinds.last { $0.effectiveFrom <= month }?.kind ?? kind
  }

  /// How the member belongs in a month: as on its first day, from which it is due.
  func standing(in month: BookMonth) -> Member.Standing {
    (memberships.last { $0.since <= month.firstDay } ?? memberships.first)?.standing ?? .member
  }

  /// Why nothing is owed for a month; nil where it is.
  package func exemption(in month: BookMonth) -> String? {
    guard let last = exemptions.last(where: { $0.covers(month) }), !last.isLifted else {
      return nil
    }
    return last.reason
  }
}
