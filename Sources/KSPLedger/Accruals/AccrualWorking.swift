import GRDB
import KSPCore

/// Sets what accounts have earned by the end of a month beside what stands set aside.
struct AccrualWorking {
  private let month: EndingMonth
  private let reader: AccrualReader
  /// The sources that may have something with a member.
  private let byMembers: [any AccrualSource.Type]

  init(_ month: EndingMonth) throws {
    self.month = month
    reader = try AccrualReader(book: month.book, known: month.known, month: month.month)
    byMembers = AccrualSources.all.filter { $0.goesByMembers(month) }
  }

  /// What the month does for the accounts that passes found with a member.
  func findings(_ member: MemberMonth) throws -> [AccrualPass.Finding] {
    guard !byMembers.isEmpty else { return [] }
    return try byMembers.flatMap { try $0.accrued(member, month) }.compactMap(finding)
  }

  /// What it does for all others.
  func walk(_ body: (AccrualPass.Finding) throws -> Void) throws {
    for source in AccrualSources.all {
      try source.walk(month) { interest in
        if let finding = try finding(interest) { try body(finding) }
      }
    }
  }

  private func finding(_ interest: AccruedInterest) throws -> AccrualPass.Finding? {
    let before = try reader.standing(of: interest.account).values.map(\.self).sum()
    let change = try interest.amount - before
    guard !change.isZero || !interest.amount.isZero else { return nil }
    return AccrualPass.Finding(
      interest: interest, held: try month.catalog.account(interest.role), change: change)
  }
}
