import KSPCore

/// What the worksheet asks people about governance, as a part of its papers: boxes to be ticked by
/// hand, or the answers with what they come to.
struct HealthGovernanceTable {
  let style: ReportStyle

  /// A line of the table: an indicator, or one of its questions.
  private enum Line {
    case indicator(HealthChecklist)
    case question(HealthIndicator.Question, answer: Bool?)
  }

  /// What programs read: every question, and every indicator.
  func data(_ checklists: [HealthChecklist]) -> ReportRecord {
    guard !checklists.isEmpty else { return ["questions": .absent, "indicators": .absent] }
    return [
      "questions": .list(
        checklists.flatMap { list in
          zip(list.indicator.questions, list.answers).map { (list.indicator, $0, $1) }
        }
      ) { indicator, question, answer in
        [
          "number": .text(question.number), "indicator": .text(indicator.number),
          "text": .text(style.words(question.text)),
          "answer": answer.map { .flag($0) } ?? .cell(.blank),
        ]
      },
      "indicators": .list(checklists) { list in
        [
          "number": .text(list.indicator.number), "name": .text(style.words(list.indicator.name)),
          "yes": .count(list.yes), "of": .count(list.answers.count),
          "percent": .text(list.percent), "score": .count(list.verdict?.rawValue),
        ]
      },
    ]
  }

  /// A table for each part, with a box for yes and one for no.
  func blocks(_ checklists: [HealthChecklist]) -> [Report.Block] {
    guard !checklists.isEmpty else { return [] }
    let words = style.words
    return [
      .heading(words("Tata kelola", "Governance")),
      .note(
        words(
          "Dijawab oleh orang: buku tidak tahu jawabannya.",
          "To be answered by people: the book knows no answer.")),
      .note(
        words(
          "Skor indikator: 4 di atas 75 % jawaban ya, 3 di atas 50, 2 di atas 25, lalu 1.",
          "Score of an indicator: 4 above 75 % of yes, 3 above 50, 2 above 25, else 1.")),
    ]
      + HealthIndicator.Part.allCases.flatMap { part -> [Report.Block] in
        let own = checklists.filter { $0.indicator.part == part }
        guard !own.isEmpty else { return [] }
        return [.heading("\(part.rawValue). \(words(part.name))"), .table(table(own))]
      }
  }

  private func table(_ checklists: [HealthChecklist]) -> ReportTable {
    let words = style.words
    let lines = checklists.flatMap { list in
      [.indicator(list)]
        + zip(list.indicator.questions, list.answers).map { Line.question($0, answer: $1) }
    }
    return ReportTable(
      [
        .left(words("No.", "No."), 8), .left(words("Pernyataan", "Statement"), 55),
        .left(words("Ya", "Yes"), 5), .left(words("Tidak", "No"), 5),
      ], lines
    ) { line in
      switch line {
      case .indicator(let list):
        [
          .text(list.indicator.number), .text(words(list.indicator.name).uppercased()), .blank,
          .blank,
        ]
      case .question(let question, let answer):
        [
          .text(question.number), .text(words(question.text)), .text(box(answer, true)),
          .text(box(answer, false)),
        ]
      }
    }.remarks { remark(lines[$0]) }
  }

  /// What the answers to an indicator come to; nil for a question, and until all are there.
  private func remark(_ line: Line) -> String? {
    guard case .indicator(let list) = line, let percent = list.percent, let verdict = list.verdict
    else { return nil }
    let words = style.words
    return words("\(list.yes)/\(list.answers.count) ya", "\(list.yes)/\(list.answers.count) yes")
      + " = \(words.decimal(percent)) %: \(words("skor", "score")) \(verdict.rawValue), "
      + words(verdict.name)
  }

  private func box(_ answer: Bool?, _ isYes: Bool) -> String { answer == isYes ? "[x]" : "[ ]" }
}
