import KSPCore

/// Weights of cells among risk assets as people type them: `8=100`.
enum HealthWeights {
  static func parsed(_ texts: [String]) throws -> [Int: Int] {
    let weights = try texts.map { text in
      let (cell, percent) = try pair(text, Phrase(id: "SEL=PERSEN", en: "CELL=PERCENT"))
      guard let cell = Int(cell), HealthCells.numbers.contains(cell), let percent = Int(percent),
        (0...1_000).contains(percent)
      else {
        throw UsageProblem(
          Phrase(
            id: "“\(text)” bukan sel (1 sampai 116) dengan bobot dalam persen.",
            en: "“\(text)” is no cell (1 to 116) with a weight in percent."))
      }
      return (cell, percent)
    }
    return Dictionary(weights) { _, last in last }
  }
}
