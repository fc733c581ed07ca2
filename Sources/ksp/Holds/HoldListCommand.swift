import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp hold list`.
struct HoldListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Simpanan yang diblokir.", "The savings that are held."),
    discussion: say(
      "Contoh: ksp blokir daftar --anggota 0001 --semua",
      "Example: ksp hold list --member 0001 --all"),
    aliases: ["daftar"])

  @Option(name: .also("anggota"), help: .say("Hanya anggota ini.", "This member only.", .member))
  var member: MemberNumber?
  @Flag(
    name: .also("semua"),
    help: .say("Juga yang sudah berakhir.", "Those that are over as well."))
  var all = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: HoldListRenderer.self) { book in
        try book.holds(of: member, on: all ? nil : book.today())
      }
    }
  }
}
