import ArgumentParser
import KSPCore

/// `ksp officer`: who records in the book.
struct OfficerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officer",
    abstract: say("Petugas yang boleh mencatat.", "Who may record in the book."),
    discussion: say(
      """
      Contoh: ksp petugas tambah sari --jabatan kasir
      Selama buku tidak punya petugas, --petugas boleh nama siapa saja. KSP_BY
      menggantikan --petugas.
      """,
      """
      Example: ksp officer add sari --role cashier
      While the book has no officers, --by takes any name. KSP_BY stands for --by.
      """),
    subcommands: [OfficerAddCommand.self, OfficerEndCommand.self, OfficerListCommand.self],
    aliases: ["petugas"])
}
