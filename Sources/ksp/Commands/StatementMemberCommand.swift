import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp statement member`.
struct StatementMemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member",
    abstract: say("Semua rekening seorang anggota.", "All accounts of a member."),
    discussion: say(
      "Contoh: ksp statement member 0001 --from 2026-01-01",
      "Example: ksp statement member 0001 --from 2026-01-01"), aliases: ["anggota"])

  @OptionGroup var book: BookOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor anggota.", "Member number."))) var member: String

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let statement = try ledger.statement(
        ofMember: member, period: try period.period(ledger), knownAt: try period.known())
      try report.write(
        statement, with: MemberStatementRenderer(report.style(try ledger.settings)))
    }
  }
}
