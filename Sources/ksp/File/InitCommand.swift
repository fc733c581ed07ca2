import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp init`: makes a new book.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: say("Buat buku baru.", "Make a new book."),
    discussion: say(
      "Contoh:\n  ksp mulai \"KSP Sejahtera\" --dari 2026-01\n  ksp mulai --tampilkan-akun > akun.csv",
      "Examples:\n  ksp init \"KSP Sejahtera\" --from 2026-01\n  ksp init --show-chart > accounts.csv"
    ),
    aliases: ["mulai"])

  @Argument(
    help: .say("Nama koperasi.", "The cooperative's name.", .name))
  var name: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Bulan pertama buku; bawaan bulan ini.", "First month of the book; default this month.",
      .month))
  var from: String?
  @Option(
    name: .also("daftar-akun"),
    help: .say("Daftar akun dari CSV.", "Chart of accounts from CSV.", .file))
  var chart: String?
  @Flag(
    name: .also("tampilkan-akun"),
    help: .say("Tampilkan daftar akun bawaan.", "Show the standard chart."))
  var showChart = false
  @OptionGroup(title: say("Koperasi", "Cooperative")) var options: SettingsOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard !showChart else { return try Sink.print(ChartOfAccounts.standardCSV) }
    let name = try Question("Nama koperasi?", "The cooperative's name?").answer(name) { $0 }
    let month =
      try argument(from, BookMonth.init(parsing:))
      ?? BookOptions.clock().day(offsetSeconds: 25_200).month
    let accounts = try chart.map { path in
      try ChartOfAccounts(csv: try TextFile.sheet(path).text, file: path)
    }
    let settings = try options.apply(to: BookSettings(name: name, firstMonth: month))
    let ledger = try Ledger.create(
      at: book.path, settings: settings, chart: accounts, reference: note.ref, note: note.value,
      clock: BookOptions.clock)
    try ledger.close()
    Terminal.message(
      say(
        "Buku baru: \(name) (\(book.path)). Bulan terbuka: \(month.name.indonesian).",
        "New book: \(name) (\(book.path)). Open month: \(month.name.english)."))
    Terminal.message(say("Berikutnya: ", "Next: ") + TypedRemedy.text(.member(.add)))
  }
}
