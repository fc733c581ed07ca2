/// What the readers of a program do for a remedy, in its own words: the command that they type, the
/// menu that they open. Nil where the program has no way for it.
public typealias RemedyWords = @Sendable (Remedy) -> String?

/// A piece of advice that leads on to its remedies.
struct LedAdvice {
  /// The advice, then one line for each of several remedies.
  let lines: [String]

  /// One remedy follows the advice in its line, as in `Setujui dulu: ksp pinjaman setujui 12.`;
  /// several stand below it, each under its name, so that each can be typed as it stands.
  init(
    _ advice: String, _ remedies: [Remedy], in language: Language, typed: RemedyWords?
  ) {
    let ways = remedies.compactMap { remedy in
      typed?(remedy).map { (name: remedy.name[language], words: $0) }
    }
    guard let first = ways.first else {
      lines = [advice]
      return
    }
    guard ways.count > 1 else {
      lines = [(advice.last == "." ? String(advice.dropLast()) : advice) + ": \(first.words)."]
      return
    }
    lines = [advice] + ways.map { "  \($0.name): \($0.words)" }
  }
}
