import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member owed`.
struct MemberOwedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owed",
    abstract: say(
      "Simpanan anggota keluar yang belum diambil.", "What former members have yet to take."),
    discussion: say(
      "Contoh: ksp anggota belum-diambil --semua", "Example: ksp member owed --all"),
    aliases: ["belum-diambil"])

  @Flag(
    name: .also("semua"),
    help: .say("Juga yang sudah diambil seluruhnya.", "Those who took all of it as well."))
  var all = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: LeaverListRenderer.self) {
        try $0.leavers(includingPaid: all)
      }
    }
  }
}
