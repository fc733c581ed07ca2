/// How far the proof of a book has come: every stage says something, the long ones how much is
/// left.
public struct VerificationProgress: Hashable, Sendable {
  /// What is looked at now.
  public let stage: Phrase
  /// How much of the stage is done.
  public let done: Int
  /// How much the stage has; 1 for one that cannot be counted.
  public let total: Int

  /// A moment of the proof.
  public init(_ stage: Phrase, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}
