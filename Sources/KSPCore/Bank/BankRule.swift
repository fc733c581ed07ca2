/// What a line of the bank is booked to whose description holds a text (aturan bank): fees,
/// interest, the tax that the bank takes from it.
public struct BankRule: Hashable, Sendable {
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

  /// The rule that holds for a description: the one with the longest text, so that a tax on
  /// interest is no interest.
  package static func first(of rules: [BankRule], for description: String) -> BankRule? {
    rules.filter { $0.holds(for: description) }.max {
      ($0.text.count, $1.text) < ($1.text.count, $0.text)
    }
  }
}
