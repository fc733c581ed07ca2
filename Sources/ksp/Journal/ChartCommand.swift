import ArgumentParser
import KSPCore

/// `ksp chart`: the chart of accounts of the book.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: say("Daftar akun dan perannya.", "The chart of accounts and its roles."),
    discussion: say(
      "Contoh: ksp daftar-akun tampilkan", "Example: ksp chart show"),
    subcommands: [ChartShowCommand.self, ChartRoleCommand.self, ChartNameCommand.self],
    aliases: ["daftar-akun"])
}
