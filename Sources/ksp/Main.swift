import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// Runs a command and turns whatever comes out into messages and an exit code.
@main
enum Main {
  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    do {
      words = try Arguments.normalized(words)
      var command = try KSP.parseAsRoot(words)
      try command.run()
    } catch let exit as Exit {
      quit(exit)
    } catch let problem as UsageProblem {
      Terminal.error(problem.error)
      quit(.usage)
    } catch let error as LedgerError {
      Terminal.error(error)
      quit(Exit(error.category))
    } catch {
      leave(with: error, words)
    }
  }

  private static func quit(_ exit: Exit) -> Never {
    Foundation.exit(exit.rawValue)
  }

  /// What the argument parser has to say: help on standard output, mistakes on standard error.
  private static func leave(with error: any Error, _ words: [String]) -> Never {
    switch KSP.exitCode(for: error) {
    case .success: KSP.exit(withError: error)
    case .validationFailure:
      Terminal.error(mistake(in: words, saying: KSP.message(for: error)))
      quit(.usage)
    default:
      Terminal.error(unforeseen)
      quit(.invariant)
    }
  }

  /// For what nobody thought of; its own text could name types of the program.
  private static let unforeseen = LedgerError(
    LedgerError.Code(rawValue: "program.failed"), category: .invariant,
    message: Phrase(
      "Perintah berhenti karena sebab yang tidak dikenal.",
      "The command stopped for an unknown reason."),
    advice: Phrase(
      "Jalankan ksp verify, dan laporkan perintah yang diketik.",
      "Run ksp verify, and report the command you typed."))

  private static func mistake(in words: [String], saying message: String) -> LedgerError {
    let path = CommandPath(words, root: KSP.self)
    let more = say("Lihat contohnya: ", "See the examples: ") + path.helpCommand
    guard let wrong = path.unknown else {
      let text = ParserText.translated(message)
      return UsageProblem(Phrase(text, text), advice: Phrase(more, more)).error
    }
    let near = NearestName.find(wrong, in: path.choices).map { name in
      (path.names + [name]).joined(separator: " ")
    }
    return UsageProblem(
      Phrase("Tidak ada perintah “\(wrong)”.", "There is no command “\(wrong)”."),
      advice: near.map { Phrase("Maksud Anda: \($0)?", "Did you mean: \($0)?") }
        ?? Phrase(more, more)
    ).error
  }
}
