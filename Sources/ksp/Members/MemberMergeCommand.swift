import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member merge`.
struct MemberMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: say(
      "Gabung anggota yang terdaftar dua kali.", "Merge a member who was entered twice."),
    discussion: say(
      """
      Contoh:
        ksp anggota gabung 0107 --ke 0005 --sebab "didaftar dua kali"
      Simpanan 0107 pindah ke rekening 0005, lalu 0107 keluar dan menunjuk ke 0005.
      """,
      """
      Example:
        ksp member merge 0107 --into 0005 --reason "entered twice"
      The savings of 0107 move to the accounts of 0005; 0107 leaves and points to
      0005.
      """),
    aliases: ["gabung"])

  @Argument(
    help: .say("Nomor yang dobel.", "The number that is the duplicate.", .member))
  var member: MemberNumber
  @Option(
    name: .also("ke"),
    help: .say("Nomor yang tetap dipakai.", "The number that stays.", .member))
  var into: MemberNumber
  @Option(
    name: .also("sebab"),
    help: .say("Sebabnya, untuk daftar anggota.", "Why, for the register.", .text))
  var reason: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.mergeMember(
          member, into: into, on: write.bookDate(ledger), reason: reason,
          reference: write.reference, note: write.note, dryRun: dryRun)
      },
      rehearse: { ledger, outcome in
        try DepartureRehearsal.of(ledger, outcome)
      },
      print: { style, outcome in
        try DeparturePaper.write(outcome, report, style)
      })
  }
}
