import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp chart name`.
struct ChartNameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name",
    abstract: say(
      "Nama yang disimpan untuk akun, misalnya listrik.",
      "Names that are kept for accounts, such as listrik."),
    discussion: say(
      """
      Contoh:
        ksp daftar-akun nama                    (semua nama)
        ksp daftar-akun nama listrik 5-2100
        ksp daftar-akun nama listrik --lepas
      Nama itu dipakai oleh ksp kas-keluar dan ksp kas-masuk.
      """,
      """
      Examples:
        ksp chart name                          (all names)
        ksp chart name listrik 5-2100
        ksp chart name listrik --release
      The names serve ksp pay and ksp receive.
      """), aliases: ["nama"])

  @Argument(help: .say("Nama.", "Name.", .name))
  var name: String?
  @Argument(help: .say("Akun.", "Account.", .account))
  var account: String?
  @Flag(name: .also("lepas"), help: .say("Hapus nama itu.", "Take the name away."))
  var release = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard let name else {
      return try book.withBook(.readOnly) { ledger in
        try report.write(
          try ledger.accountNames(), with: AccountNamesRenderer(report.style(try ledger.settings)))
      }
    }
    guard release != (account != nil) else {
      throw UsageProblem(
        Phrase(
          id: "Sebut akunnya, atau --lepas.", en: "Give the account, or --release."))
    }
    let code = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        let before = try ledger.accountNames().first { $0.name == name.lowercased() }
        try ledger.nameAccount(name, code, reference: note.ref, note: note.value, dryRun: dryRun)
        return (before, try ledger.accountNames())
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        rehearsal.field("Nama", "Name", name)
        rehearsal.field("Selama ini", "So far", outcome.0?.account.text)
        rehearsal.field("Menjadi", "From now on", code?.text ?? say("dihapus", "taken away"))
        return rehearsal
      },
      print: { style, outcome in
        try report.write(outcome.1, with: AccountNamesRenderer(style))
      })
  }
}
