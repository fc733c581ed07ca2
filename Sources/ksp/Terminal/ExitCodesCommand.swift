import ArgumentParser
import KSPCore

/// `ksp exit-codes`: what a script may conclude.
struct ExitCodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes",
    abstract: say("Kode keluar untuk skrip.", "Exit codes for scripts."),
    discussion: table + "\n"
      + say(
        "\nContoh: ksp periksa || echo \"kode keluar $?\"",
        "\nExample: ksp verify || echo \"exit code $?\""),
    aliases: ["kode-keluar"])

  private static var table: String {
    Exit.allCases.map { exit in
      let code = String(exit.rawValue)
      return String(repeating: " ", count: 4 - code.count) + code + "  " + say(exit.meaning)
    }.joined(separator: "\n")
  }

  func run() throws { try Sink.print(Self.table) }
}
