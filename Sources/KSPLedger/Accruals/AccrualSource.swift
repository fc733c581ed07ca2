import KSPCore

/// Accounts whose interest is earned before or after it is paid, such as term deposits.
///
/// What a source says is only what was earned by a day: what month ends have set aside already,
/// what payments used of it, and the vouchers are the same for all of them.
protocol AccrualSource: SendableMetatype {
  /// Hands over every account of which something is set aside at the end of a month, or may have
  /// been before; those too of which nothing is any more.
  static func walk(_ month: EndingMonth, _ body: (AccruedInterest) throws -> Void) throws

  /// Whether something may be set aside in a month of accounts that passes find with their members.
  static func goesByMembers(_ month: EndingMonth) -> Bool

  /// The same of accounts of one member whose interest the other passes find with the member; asked
  /// where it ``goesByMembers(_:)``.
  static func accrued(
    _ member: MemberMonth, _ month: EndingMonth
  ) throws -> [AccruedInterest]
}

extension AccrualSource {
  static func walk(_ month: EndingMonth, _ body: (AccruedInterest) throws -> Void) throws {}
  static func goesByMembers(_ month: EndingMonth) -> Bool { false }
  static func accrued(
    _ member: MemberMonth, _ month: EndingMonth
  ) throws -> [AccruedInterest] { [] }
}

/// What an account has earned by the end of a month and falls due later.
struct AccruedInterest {
  let account: AccountID
  let code: AccountCode
  /// The product as the file knows it.
  let product: Int64
  /// The interest; below zero what was paid in advance and is not earned yet.
  let amount: Rupiah
  /// Whether it is paid before it is earned.
  let isPaidAhead: Bool

  /// The role of the account of the ledger that holds it.
  var role: AccountRole { isPaidAhead ? .prepaidInterest : .interestPayable }
}
