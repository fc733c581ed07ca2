/// The scores of a worksheet by the rules of 2009, as a part of its papers.
struct HealthScoreTable {
  let style: ReportStyle

  /// What programs read.
  func data(_ scores: HealthScores) -> ReportRecord {
    [
      "items": .list(scores.scores) { score in
        [
          "name": .text(score.item.rawValue), "aspect": .text(score.item.aspect.rawValue),
          "percent": .text(score.percent), "value": .count(score.value),
          "points": .text(score.hundredths.map(points)), "of": .count(score.item.points),
          "sure": .flag(score.isSure),
        ]
      },
      "total": .text(points(scores.total)), "scored": .count(scores.scored),
      "verdict": .text(scores.verdict?.rawValue),
    ]
  }

  /// A line for each item, the aspects, the total, and what is not sure.
  func blocks(_ scores: HealthScores) -> [Report.Block] {
    let words = style.words
    let verdict =
      scores.verdict.map { words($0.name) }
      ?? words(
        "tanpa predikat: \(100 - scores.scored) poin belum dinilai",
        "no verdict: \(100 - scores.scored) points are not scored")
    let total = Report.Field(
      words.total, "\(shown(scores.total)) / \(scores.scored): \(verdict)", isStrong: true)
    return [
      .heading(words("Skor menurut aturan 2009", "Scores by the rules of 2009")),
      .table(table(scores)),
      .fields((aspects(scores) + [total]).compactMap(\.self), width: 32),
      .note(
        words(
          "? tabel atau sel yang dipakai tidak kami lihat sendiri; periksa dengan Dinas.",
          "? the table, or the cells, were not seen in a source; ask the Dinas.")),
    ]
  }

  /// The points of each aspect, and how many of it are scored.
  private func aspects(_ scores: HealthScores) -> [Report.Field?] {
    let words = style.words
    return HealthItem.Aspect.allCases.map { aspect in
      let score = scores.aspect(aspect)
      let rest =
        score.scored == aspect.points
        ? "" : words(" (dinilai \(score.scored))", " (\(score.scored) scored)")
      return Report.Field(
        words(aspect.name), "\(shown(score.hundredths)) / \(aspect.points)\(rest)")
    }
  }

  private func table(_ scores: HealthScores) -> ReportTable {
    let words = style.words
    return ReportTable(
      scores.scores,
      [
        .left("name", words("Komponen", "Item"), 36) { score in
          .text(words(score.item.name) + (score.isSure ? "" : " ?"))
        },
        .right("percent", "%", 12) { score in
          score.percent.map { .text(style.words.decimal($0)) } ?? .blank
        },
        .right("value", words("Nilai", "Value"), 7) { .optional($0.value) },
        .right("points", words("Poin", "Points"), 10) { score in
          score.hundredths.map { .text(shown($0)) } ?? .blank
        },
        .right("of", words("Dari", "Of"), 6) { .count($0.item.points) },
      ])
  }

  /// Points with two decimals, for programs.
  private func points(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The same for people.
  private func shown(_ hundredths: Int) -> String { style.words.decimal(points(hundredths)) }
}
