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
      """
      Contoh: ksp rekening anggota 0001 --dari 2026-01-01
      Tanpa --dari dan --sampai: bulan yang terbuka.
      """,
      """
      Example: ksp statement member 0001 --from 2026-01-01
      Without --from and --to: the open month.
      """), aliases: ["anggota"])

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let days = try period.period(ledger)
      let known = try period.knowledge.known()
      var statement = try ledger.statement(
        ofMember: member, period: days, asRecordedThrough: known)
      statement.loans = try ledger.debts(
        of: member, asOf: days.last, asRecordedThrough: known)
      statement.shu = try ledger.shuReceived(
        by: member, ofYearsEndingIn: days, asRecordedThrough: known)
      try report.write(
        statement,
        with: MemberStatementRenderer(
          report.style(try ledger.settings(asRecordedThrough: period.knowledge.known()))))
    }
  }
}
