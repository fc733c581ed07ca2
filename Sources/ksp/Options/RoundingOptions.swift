import ArgumentParser
import KSPCore

/// How the interest of a product is rounded; what is not given stays as it was.
struct RoundingOptions: ParsableArguments {
  @Option(
    name: .also("bulat-ke"),
    help: .say(
      "Dibulatkan ke 0.01, 1, 50, 100, 500 atau 1000.", "Round to 0.01, 1, 50, 100, 500 or 1000.",
      .amount))
  var roundTo: String?
  @Option(
    name: .also("pembulatan"),
    help: .say(
      "Arah pembulatan: \(words(Rounding.Mode.self, .indonesian)); bawaan setengah-ke-atas.",
      "Rounding: \(words(Rounding.Mode.self)); default half-up.", Phrase(id: "arah", en: "mode")))
  var rounding: String?

  /// Whether anything was given.
  var isGiven: Bool { roundTo != nil || rounding != nil }

  /// A rounding with what was given put in place of what was there.
  func apply(to old: Rounding) throws -> Rounding {
    try old.changed(mode: rounding, step: roundTo)
  }
}
