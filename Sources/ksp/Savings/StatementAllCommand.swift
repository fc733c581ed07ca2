import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp statement all`.
struct StatementAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all",
    abstract: say("Semua rekening semua anggota.", "All accounts of all members."),
    discussion: say(
      """
      Contoh: ksp rekening semua --per-anggota --dari 2026-01-01 -o rekening.html
      Tanpa --dari dan --sampai: bulan yang terbuka.
      Dengan --bentuk json, tiap baris satu objek (JSON Lines).
      """,
      """
      Example: ksp statement all --per-member --from 2026-01-01 -o statements.html
      Without --from and --to: the open month.
      With --format json, each line is one object (JSON Lines).
      """), aliases: ["semua"])

  @Flag(
    name: .also("per-anggota"),
    help: .say(
      "Satu kertas per anggota, masing-masing mulai halaman baru.",
      "One paper for each member, each on a new page."))
  var perMember = false
  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      // However long it takes, all papers are of one moment.
      try ledger.reading { book in
        let style = report.style(try book.settings(asRecordedThrough: period.knowledge.known()))
        try perMember ? members(book, style) : accounts(book, style)
      }
    }
  }

  private func accounts(_ ledger: Ledger, _ style: ReportStyle) throws {
    let renderer = AccountStatementRenderer(style)
    let days = try period.period(ledger)
    let progress = Progress(
      say("rekening", "accounts"), of: try ledger.status().savingsAccounts,
      sharesScreen: report.output == nil)
    defer { progress.finish() }
    try report.stream { sink in
      renderer.header(into: &sink.buffer)
      var count = 0
      try ledger.statements(period: days, asRecordedThrough: try period.knowledge.known()) {
        statement in
        if count > 0 { renderer.separator(into: &sink.buffer) }
        renderer.append(statement, into: &sink.buffer)
        count += 1
        if count.isMultiple(of: 1_000) { progress.update(count) }
        try sink.flush()
      }
      renderer.footer(into: &sink.buffer)
    }
  }

  /// One paper for each member, each on a page of its own, with their loans and dues.
  private func members(_ ledger: Ledger, _ style: ReportStyle) throws {
    let renderer = MemberStatementRenderer(style)
    let (days, known) = (try period.period(ledger), try period.knowledge.known())
    let members = try ledger.memberNumbers(asOf: days.last)
    let progress = Progress(
      say("anggota", "members"), of: members.count, sharesScreen: report.output == nil)
    defer { progress.finish() }
    try report.stream { sink in
      renderer.header(into: &sink.buffer)
      for (index, member) in members.enumerated() {
        if index > 0 { renderer.separator(into: &sink.buffer) }
        var statement = try ledger.statement(
          ofMember: member, period: days, asRecordedThrough: known)
        statement.loans = try ledger.debts(
          of: member, asOf: days.last, asRecordedThrough: known)
        statement.shu = try ledger.shuReceived(
          by: member, ofYearsEndingIn: days, asRecordedThrough: known)
        renderer.append(statement, into: &sink.buffer)
        progress.update(index + 1)
        try sink.flush()
      }
      renderer.footer(into: &sink.buffer)
    }
  }
}
