import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp officer add`.
struct OfficerAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Tambah petugas.", "Put somebody in office."),
    discussion: say(
      "Contoh: ksp petugas tambah sari --jabatan kasir",
      "Example: ksp officer add sari --role cashier"), aliases: ["tambah"])

  @Argument(help: .say("Nama, seperti pada --petugas.", "Name, as in --by.", .name))
  var name: String
  @Option(name: .also("jabatan"), help: .say("Jabatan.", "Role.", .text))
  var role: String?
  @Option(
    name: .also("sejak"),
    help: .say(
      "Hari pertama; bawaan hari ini.", "First day; default today.",
      .date))
  var since: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let since = try argument(since, BookDate.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.addOfficer(
          name, role: role, since: since, reference: note.ref, note: note.value, dryRun: dryRun)
        return try (ledger.officers(), since ?? ledger.today())
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        rehearsal.field("Petugas", "Officer", name)
        rehearsal.field("Jabatan", "Role", role)
        rehearsal.field("Sejak", "Since", outcome.1.inWords[Speech.language])
        if outcome.0.isEmpty {
          rehearsal.line(
            "Sesudah ini --by hanya menerima nama petugas.",
            "From then on --by takes the names of officers alone.")
        }
        return rehearsal
      },
      print: { style, outcome in
        try report.write(outcome.0, with: OfficerListRenderer(style))
      })
  }
}
