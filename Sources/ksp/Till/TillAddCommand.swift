import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till add`.
struct TillAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(
      "Buat kas teller, brankas atau kas lapangan.", "Make a till, a safe or a field till."),
    discussion: say(
      """
      Contoh:
        ksp kasir tambah brankas --jenis brankas
        ksp kasir tambah kolektor-1 --jenis lapangan --pemegang budi
      """,
      """
      Examples:
        ksp till add safe --kind safe
        ksp till add collector-1 --kind field --keeper budi
      """), aliases: ["tambah"])

  @Argument(help: .say("Nama kas, misalnya kas-1.", "Name of the till, such as kas-1.", .name))
  var name: String
  @Option(
    name: .also("jenis"),
    help: .say(
      "Jenisnya; bawaan teller.", "What it is; default till.",
      Phrase(id: "teller|brankas|lapangan", en: "till|safe|field")))
  var kind: String?
  @Option(name: .also("pemegang"), help: .say("Siapa yang memegang.", "Who keeps it.", .name))
  var keeper: String?
  @Option(
    name: .also("akun"),
    help: .say(
      "Akun kas yang sudah ada; bawaan akun baru di samping kas.",
      "A cash account that there is; default a new one beside cash.", .account))
  var account: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let kind = try kind.map { try choice(Till.Kind.self, $0) } ?? .till
    let account = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        TillList(tills: [
          try ledger.addTill(
            name, kind, keeper: keeper, account: account, reference: note.ref, note: note.value,
            dryRun: dryRun)
        ])
      },
      rehearse: { _, tills in Rehearsal(tills, TillListRenderer.self) },
      print: { style, tills in try report.write(tills, with: TillListRenderer(style)) })
  }
}
