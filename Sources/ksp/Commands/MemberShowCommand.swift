import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member show`.
struct MemberShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu anggota dan rekeningnya.", "One member and their accounts."),
    discussion: say("Contoh: ksp member show 0001", "Example: ksp member show 0001"),
    aliases: ["lihat"])

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor anggota.", "Member number."))) var member: String

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.member(member), with: MemberRenderer(report.style(try ledger.settings)))
    }
  }
}
