import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What showing the dues of a member takes.
struct DuesCardOptions: ParsableArguments {
  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(
    name: .also("per"),
    help: .say("Keadaan pada tanggal ini; bawaan hari ini.", "As of a day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: DuesCardRenderer.self) { book in
        try book.dues(
          of: member, asOf: argument(asOf, BookDate.init(parsing:)) ?? book.today())
      }
    }
  }
}
