/// A rule that terms go beyond; they are still accepted, because old contracts must be kept.
public struct TermsWarning: Hashable, Sendable {
  /// The name of the rule: the regulation and its article.
  public let rule: String
  /// What goes beyond it, in both languages.
  public let message: Phrase

  /// Pairs a rule with what goes beyond it.
  public init(rule: String, message: Phrase) {
    self.rule = rule
    self.message = message
  }
}
