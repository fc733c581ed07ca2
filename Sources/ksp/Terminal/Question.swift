import KSPCore

/// A question at the terminal, asked again until the answer can be used.
struct Question {
  /// After so many answers that cannot be used, the last refusal ends the program.
  private static let patience = 5

  let text: Phrase
  /// The refusals that another answer to this question can mend; others end the program.
  var mendable: Set<LedgerError.Code> = []
  /// Whether Enter alone is an answer, read as an empty text.
  var acceptsEmpty = false

  init(_ indonesian: String, _ english: String, mendable: Set<LedgerError.Code> = []) {
    text = Phrase(id: indonesian, en: english)
    self.mendable = mendable
  }

  static let member = Question(
    "Nomor anggota?", "Member number?", mendable: [.memberUnknown, .memberLeft])
  static let amount = Question(
    "Jumlah?", "Amount?",
    mendable: [.amountNotPositive, .amountOverflow, .overdraft, .depositTooSmall])

  static let loan = Question(
    "Nomor pinjaman atau anggota?", "Loan or member number?",
    mendable: [.loanUnknown, .loanAmbiguous])

  /// Reads what was given on the command line; asks for it where there is a terminal.
  func answer<Value>(_ given: String?, _ read: (String) throws -> Value) throws -> Value {
    if let given { return try read(given) }
    guard Terminal.isInteractive else {
      throw UsageProblem(
        Phrase(id: "Belum diisi: \(text.indonesian)", en: "Not given: \(text.english)"))
    }
    for _ in 1..<Self.patience {
      do {
        return try read(try ask())
      } catch let problem as UsageProblem {
        Terminal.error(problem.error, isTyped: true)
      } catch let error as LedgerError where mendable.contains(error.code) {
        Terminal.error(error, isTyped: true)
      }
    }
    return try read(try ask())
  }

  /// The number that was given on the command line; asks for it where there is a terminal.
  func answer<Number: RecordNumber>(_ given: Number?) throws -> Number {
    try answer(given?.text, Number.init)
  }

  /// The next answer that is not empty, unless an empty one is an answer too.
  private func ask() throws -> String {
    guard let answer = Terminal.ask(Speech.say(text)) else { throw Self.cancelled() }
    guard acceptsEmpty || !answer.isEmpty else {
      throw UsageProblem(
        Phrase(id: "Belum ada jawaban.", en: "There is no answer yet."),
        advice: Phrase(
          id: "Ketik jawabannya, atau Ctrl-D untuk batal.",
          en: "Type the answer, or Ctrl-D to cancel."))
    }
    return answer
  }

  /// Says that nothing was stored, for the caller to throw.
  static func cancelled() -> Exit {
    Terminal.message(
      say("Dibatalkan; tidak ada yang disimpan.", "Cancelled; nothing was stored."))
    return .cancelled
  }
}
