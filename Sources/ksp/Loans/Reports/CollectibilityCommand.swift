import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp collectibility`.
struct CollectibilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collectibility",
    abstract: say("Kolektibilitas dan penyisihan.", "Classes of loans and their allowance."),
    discussion: say(
      "Contoh: ksp kolektibilitas --per 2026-03-31",
      "Example: ksp collectibility --as-of 2026-03-31"),
    aliases: ["kolektibilitas"])

  @OptionGroup var register: LoanRegisterOptions

  func run() throws { _ = try register.run(CollectibilityRenderer.self) }
}
