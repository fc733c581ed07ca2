import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// Runs a command and turns whatever comes out into messages and an exit code.
@main
enum Main {
  static func main() {
    do {
      var command = try KSP.parseAsRoot()
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
      leave(with: error)
    }
  }

  private static func quit(_ exit: Exit) -> Never {
    Foundation.exit(exit.rawValue)
  }

  /// What the argument parser has to say: help on standard output, mistakes on standard error.
  private static func leave(with error: any Error) -> Never {
    let code = KSP.exitCode(for: error)
    guard code != .success else { KSP.exit(withError: error) }
    if let wrong = misspeltCommand(), let near = NearestName.find(wrong, in: commandNames) {
      Terminal.message(
        say(
          "Tidak ada perintah “\(wrong)”. Maksud Anda: ksp \(near)?",
          "There is no command “\(wrong)”. Did you mean: ksp \(near)?"))
    }
    Terminal.message(KSP.fullMessage(for: error))
    quit(.usage)
  }

  private static var commandNames: [String] {
    let configuration = KSP.configuration
    let commands =
      configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
    return commands.flatMap { command in
      [command.configuration.commandName ?? ""] + command.configuration.aliases
    }
  }

  private static func misspeltCommand() -> String? {
    guard let first = CommandLine.arguments.dropFirst().first(where: { !$0.hasPrefix("-") }),
      !commandNames.contains(first)
    else { return nil }
    return first
  }
}
