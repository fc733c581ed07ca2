import GRDB
import KSPCore

/// One part of a month end, such as the interest on savings or the tax on it.
///
/// A preview and a run take a pass the same way, up to what the ``MonthEndDesk`` does with what is
/// handed to it; verify, explanations and a book that is built again stand on what it finds. So a
/// figure that is shown, posted, explained or proved is computed in one place.
protocol MonthEndPass: AnyObject, SendableMetatype {
  /// The kinds of voucher that it posts.
  static var kinds: Set<EntryKind> { get }
  /// The tables in which it keeps evidence.
  static var evidence: Set<String> { get }
  /// What verify asks the file about it, one query each.
  static var rules: [VerifierRules.Rule] { get }

  /// Begins a month.
  init(_ month: EndingMonth) throws

  /// The pass itself where it goes member by member; most do not, and are not asked for each.
  var byMember: (any MemberPass)? { get }

  /// Finds, posts and keeps what does not go member by member, and the other side of what does.
  func finish() throws

  /// Writes its section of the report.
  func report(into report: inout MonthEndReport) throws

  /// Writes the same section of a month that was run before, from what it left in the book.
  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws

  /// Adds what it knows about one of the member's accounts, after what all passes found.
  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation) throws

  /// What computes a closed month again for verify; nil where its rules are enough.
  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)?
}

extension MonthEndPass {
  static var kinds: Set<EntryKind> { [] }
  static var evidence: Set<String> { [] }
  static var rules: [VerifierRules.Rule] { [] }
  var byMember: (any MemberPass)? { nil }
  func finish() throws {}
  func report(into report: inout MonthEndReport) throws {}
  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {}
  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) throws {}
  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? { nil }
}

/// A part of a month end that goes member by member, such as the interest on savings.
protocol MemberPass: MonthEndPass {
  /// Adds what the month means for one member; stores nothing.
  func find(_ member: inout MemberMonth) throws

  /// Posts and keeps what all passes found for one member.
  func post(_ member: inout MemberMonth) throws
}

extension MemberPass {
  var byMember: (any MemberPass)? { self }
  func find(_ member: inout MemberMonth) throws {}
  func post(_ member: inout MemberMonth) throws {}
}
