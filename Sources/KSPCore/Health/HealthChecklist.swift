/// An indicator of governance with what people answered, and what that comes to.
public struct HealthChecklist: Hashable, Sendable, Codable {
  /// What the yeses of an indicator are worth, of which four are the best.
  public enum Verdict: Int, Sendable, Codable {
    /// More than three quarters.
    case healthy = 4
    /// More than half.
    case fairlyHealthy = 3
    /// More than a quarter.
    case lessHealthy = 2
    /// A quarter or less.
    case unhealthy = 1

    /// What people call it.
    public var name: Phrase {
      switch self {
      case .healthy: Phrase(id: "sehat", en: "healthy")
      case .fairlyHealthy: Phrase(id: "cukup sehat", en: "fairly healthy")
      case .lessHealthy: Phrase(id: "kurang sehat", en: "less healthy")
      case .unhealthy: Phrase(id: "tidak sehat", en: "not healthy")
      }
    }
  }

  /// What was asked.
  public let indicator: HealthIndicator
  /// The answers in the order of the questions; nil where nobody answered.
  public let answers: [Bool?]
  /// How many are yes.
  public let yes: Int
  /// The share of yeses in percent with two decimals, half up; nil until all are answered.
  public let percent: String?
  /// What they are worth, by the share before it is rounded; nil until all are answered.
  public let verdict: Verdict?

  /// Judges the answers to an indicator.
  ///
  /// - Throws: `amount.overflow`.
  init(_ indicator: HealthIndicator, _ answers: [String: Bool]) throws(LedgerError) {
    self.indicator = indicator
    self.answers = indicator.questions.map { answers[$0.number] }
    yes = self.answers.count { $0 == true }
    guard !self.answers.contains(nil),
      let share = HealthFraction(Int128(yes), over: Int128(indicator.questions.count))
    else {
      (percent, verdict) = (nil, nil)
      return
    }
    percent = try share.percent()
    verdict =
      if try share.exceeds(percent: 75) {
        .healthy
      } else if try share.exceeds(percent: 50) {
        .fairlyHealthy
      } else if try share.exceeds(percent: 25) {
        .lessHealthy
      } else {
        .unhealthy
      }
  }

  /// Reads answers from CSV with the columns `question,answer`: the numbers of questions, and yes
  /// or no, as `1` and `0` too. What is blank was not answered; further columns are the reader's.
  ///
  /// - Throws: `import.refused` with every bad row: a question that is none of `indicators`, one
  ///   that stands there twice, an answer that is neither.
  package static func readAnswers(
    csv text: String, file: String, to indicators: [HealthIndicator]
  ) throws(LedgerError) -> [String: Bool] {
    let numbers = indicators.flatMap(\.questions).map(\.number)
    let table = try CSVTable(text, file: file)
    let question = table.column(["question", "pertanyaan"])
    let answer = table.column(["answer", "jawaban"])
    let remark = table.column(["text", "isi"])
    var problems =
      [question, answer].compactMap { table.missing($0) }
      + table.unknown(besides: [question, answer, remark])
    var (answers, lines): ([String: Bool], [String: Int]) = ([:], [:])
    if problems.isEmpty {
      _ = table.read(problems: &problems) { cells -> Bool? in
        let number = cells.value(question) { text throws(LedgerError) in
          guard let number = numbers.first(where: { $0.lowercased() == text.lowercased() }) else {
            throw .importWordUnknown(text, known: ["I.1.a … III.5.d"])
          }
          return number
        }
        let said = cells.optionalValue(answer) { text throws(LedgerError) in
          switch text.lowercased() {
          case "1", "ya", "y", "yes": return true
          case "0", "tidak", "t", "no", "n": return false
          default: throw .importWordUnknown(text, known: ["ya", "tidak", "yes", "no", "1", "0"])
          }
        }
        guard let number else { return nil }
        if let first = lines[number] {
          cells.refuse(.importDuplicate(number, firstLine: first), at: question)
        } else {
          lines[number] = cells.row.position.line
        }
        answers[number] = said
        return true
      }
    }
    guard problems.isEmpty else { throw .importRefused(file: file, problems: problems) }
    return answers
  }
}
