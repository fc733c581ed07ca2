/// How far long work has come, such as a proof of the book or a month end: every stage says
/// something, the long ones how much is left.
public struct StageProgress: Hashable, Sendable, Codable {
  /// What is worked on now.
  public let stage: Phrase
  /// How much of the stage is done.
  public let done: Int
  /// How much the stage has; 1 for one that cannot be counted.
  public let total: Int

  /// A moment of the work.
  package init(_ stage: Phrase, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}
