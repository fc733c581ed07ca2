import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member list`.
struct MemberListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar anggota dan simpanannya.", "Members and their savings."),
    discussion: say(
      "Contoh: ksp anggota daftar --format csv -o anggota.csv",
      "Example: ksp member list --format csv -o members.csv"),
    aliases: ["daftar"])

  @Flag(name: .also("semua"), help: .say("Juga yang sudah keluar.", "Those who have left too."))
  var all = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: MemberListRenderer.self) { book in
        try book.members(includingLeft: all)
      }
    }
  }
}
