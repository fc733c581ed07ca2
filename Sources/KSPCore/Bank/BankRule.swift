/// What a line of the bank is booked to whose description holds a text (aturan bank): fees,
/// interest, the tax that the bank takes from it.
public struct BankRule: Hashable, Sendable, Codable {
  /// The text, in whatever case.
  public let text: String
  /// The account on the other side.
  public let target: AccountCode

  /// A rule.
  package init(text: String, target: AccountCode) {
    self.text = text
    self.target = target
  }

  /// Whether it holds for a description.
  package func holds(for description: String) -> Bool {
    description.lowercased().contains(text.lowercased())
  }

  /// The rules that hold for a description and lead to different accounts: those with the longest
  /// text, so that a tax on interest is no interest. Where there is more than one, nothing says
  /// which is meant.
  package static func best(of rules: [BankRule], for description: String) -> [BankRule] {
    let holding = rules.filter { $0.holds(for: description) }
    let longest = holding.map(\.text.count).max()
    var targets: Set<AccountCode> = []
    return holding.filter { $0.text.count == longest && targets.insert($0.target).inserted }
  }
}

/// A line of the bank for which several rules hold with texts of the same length (dua aturan): none
/// is booked until one of them is made longer, or ends.
public struct BankTie: Hashable, Sendable, Codable {
  /// The line.
  public let line: BankLine
  /// The rules, by their texts.
  public let rules: [BankRule]

  /// Names the rules of a line; nil where at most one holds.
  package init?(_ line: BankLine, _ rules: [BankRule]) {
    let best = BankRule.best(of: rules, for: line.description)
    guard best.count > 1 else { return nil }
    self.line = line
    self.rules = best
  }
}
