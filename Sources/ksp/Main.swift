import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// Runs a command and turns whatever comes out into messages and an exit code.
@main
enum Main {
  static func main() {
    // A reader that goes away is an answer of `write`, not the end of a posting.
    signal(SIGPIPE, SIG_IGN)
    quit(outcome(of: Array(CommandLine.arguments.dropFirst())))
  }

  private static func outcome(of words: [String]) -> Exit {
    do {
      if let answer = try ShellHelp.answer(words) {
        try Sink.print(answer)
        return .done
      }
      let words = try Arguments.normalized(words)
      if words.first == "help" { try refuseUnknown(Array(words.dropFirst())) }
      do {
        var command = try KSP.parseAsRoot(words)
        try OutputCheck.beforeRun()
        try command.run()
        return .done
      } catch let error where isOfTheParser(error) {
        return try say(error, words)
      }
    } catch let exit as Exit {
      return exit
    } catch is Sink.ReaderGone {
      return .done
    } catch let problem as UsageProblem {
      Terminal.error(problem.error, isTyped: true)
      return .usage
    } catch let error as LedgerError {
      Terminal.error(fitting(error, words))
      return Exit(error.category)
    } catch {
      Terminal.error(unforeseen)
      return .invariant
    }
  }

  /// An error without the remedies that the command does not know: not each lets a day be in the
  /// future.
  private static func fitting(_ error: LedgerError, _ words: [String]) -> LedgerError {
    guard error.remedies.contains(.again(.allowFutureDate)),
      !CommandPath(words, root: KSP.self).has("--future")
    else { return error }
    return error.without(.again(.allowFutureDate))
  }

  private static func quit(_ exit: Exit) -> Never {
    Foundation.exit(exit.rawValue)
  }

  private static func isOfTheParser(_ error: any Error) -> Bool {
    !(error is Exit || error is UsageProblem || error is LedgerError || error is Sink.ReaderGone)
  }

  /// What the argument parser has to say: help on standard output, mistakes on standard error.
  private static func say(_ error: any Error, _ words: [String]) throws -> Exit {
    let text = KSP.fullMessage(for: error)
    switch KSP.exitCode(for: error) {
    case .success:
      let asked = words.first == "help" ? Array(words.dropFirst()) : words
      let names = CommandPath(asked, root: KSP.self).names
      try Sink.print(HelpText.isHelp(text) ? HelpText.translated(text, calledBy: names) : text)
      return .done
    case .validationFailure:
      try refuseUnknown(words)
      let path = CommandPath(words, root: KSP.self)
      let text = OptionName.inText(
        ParserText.translated(KSP.message(for: error)), by: path.command.helpMessage(),
        typed: words)
      throw UsageProblem(Phrase(id: text, en: text), advice: help(path))
    default:
      throw error
    }
  }

  /// For what nobody thought of; its own text could name types of the program.
  private static let unforeseen = LedgerError(
    LedgerError.Code(rawValue: "program.failed"), category: .invariant,
    message: Phrase(
      id: "Perintah berhenti karena sebab yang tidak dikenal.",
      en: "The command stopped for an unknown reason."),
    advice: Phrase(
      id: "Laporkan perintah yang diketik, dan periksa bukunya.",
      en: "Report the command you typed, and verify the book."),
    remedies: [.book(.verify(path: nil))])

  /// Refuses a word that should be a command and is none, with the name that was probably meant.
  private static func refuseUnknown(_ words: [String]) throws {
    let path = CommandPath(words, root: KSP.self)
    guard let wrong = path.unknown else { return }
    let near = NearestName.find(wrong, in: path.choices, cautious: path.ofMoney).map { name in
      (path.names + [name]).joined(separator: " ")
    }
    throw UsageProblem(
      Phrase(id: "Tidak ada perintah “\(wrong)”.", en: "There is no command “\(wrong)”."),
      advice: near.map { Phrase(id: "Maksud Anda: \($0)?", en: "Did you mean: \($0)?") }
        ?? help(path))
  }

  private static func help(_ path: CommandPath) -> Phrase {
    Phrase(id: "Lihat contohnya: \(path.helpCommand)", en: "See the examples: \(path.helpCommand)")
  }
}
