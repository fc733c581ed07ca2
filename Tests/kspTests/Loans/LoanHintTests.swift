import Foundation
import KSPTestSupport
import Testing

/// What an error says to do next does it: the hint is typed as it stands.
@Suite struct LoanHintTests {
  typealias Book = LoanBookFolder

  /// The commands that a hint names, in the order in which it names them: the one in its line, or
  /// those in the lines below.
  private static func commands(in messages: String) -> [String] {
    messages.matches(of: /(?m): ksp (.+?)\.?$/).map { String($0.output.1) }
  }

  /// Types a command that is refused, then what the hint says, and gives what that printed.
  private func type(
    _ folder: TestFolder, _ line: String, hint: Int = 0, language: String = "en"
  ) throws -> String {
    let refused = try CommandTests.run(
      folder, line.split(separator: " ").map(String.init) + ["--lang", language, "--yes"])
    #expect(refused.status == 65, "\(line): \(refused.output) \(refused.messages)")
    let commands = Self.commands(in: refused.messages)
    guard commands.indices.contains(hint) else {
      Issue.record("no command in: \(refused.messages)")
      return ""
    }
    return try Book.run(folder, commands[hint] + " --yes")
  }

  @Test(
    "K4.11: paying everything ahead names settle, and settle takes it", arguments: ["id", "en"])
  func payingAllAhead(_ language: String) throws {
    let folder = try Book.empty()
    try Book.run(folder, "loan product set menurun --prepayment smaller --yes")
    try Book.run(
      folder, "disburse 0001 12000000 --product menurun --term 12 --date 2026-01-15 --yes")
    let settled = try type(
      folder, "repay PJ-0001 12180000 --date 2026-02-15", language: language)
    #expect(settled.contains("JU-"))
    #expect(
      try Book.run(folder, "loan show PJ-0001 --as-of 2026-02-15 --format json")
        .contains(#""status":"settled""#))
    // An amount that is not the quote's gives the same way.
    try Book.run(
      folder, "disburse 0001 12000000 --product menurun --term 12 --date 2026-01-15 --yes")
    _ = try type(folder, "loan settle PJ-0002 1000 --date 2026-02-15", language: language)
    #expect(
      try Book.run(folder, "loan show PJ-0002 --as-of 2026-02-15 --format json")
        .contains(#""status":"settled""#))
  }

  @Test("K4.11: leaving with savings that are too small names a way that works")
  func leavingWithTooLittle() throws {
    let folder = try Book.lent()
    let leave = "member leave 0001 --date 2026-01-20"
    // Without the option the hint names it first, then settling at the counter.
    _ = try type(folder, leave, hint: 1)
    try Book.run(folder, leave + " --yes")
    let other = try Book.lent()
    let taken = try type(other, leave + " --set-off-loans")
    #expect(taken.contains("JU-"))
    try Book.run(other, leave + " --set-off-loans --yes")
    // Enough savings: the first way works as it stands.
    let rich = try Book.lent()
    try Book.run(rich, "deposit 0001 20000000 --date 2026-01-18 --yes")
    _ = try type(rich, leave)
  }

  @Test("K4.11: a late fee on all that is owed says how to drop its limit")
  func lateFeeOnPrincipal() throws {
    let folder = try Book.empty()
    try Book.run(
      folder, "loan product set flat --late-fee 0.1%/day:arrears --late-fee-cap 10% --yes")
    let line = "loan product set flat --late-fee 0.1%/day:outstanding"
    let refused = try CommandTests.run(
      folder, line.split(separator: " ").map(String.init) + ["--lang", "en", "--yes"])
    #expect(refused.status == 65 && !refused.messages.contains("cannot be."))
    guard let option = refused.messages.firstMatch(of: /add (--[a-z-]+)/) else {
      Issue.record("\(refused.messages)")
      return
    }
    let set = try Book.run(folder, "\(line) \(option.output.1) --format json --yes")
    #expect(set.contains(#""lateFee":"0.1%/day:outstanding""#))
  }
}
