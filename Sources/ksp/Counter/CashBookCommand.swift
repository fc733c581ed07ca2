import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp cash-book`.
struct CashBookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash-book",
    abstract: say("Buku kas sehari atau sebulan.", "The cash book of a day or a month."),
    discussion: say(
      """
      Contoh:
        ksp buku-kas                          (hari ini)
        ksp buku-kas 2026-01-05 --petugas sari
        ksp buku-kas 2026-01 --kasir kas-1
        ksp buku-kas 2026-01 -o buku-kas.html
      Tanpa --akun: semua akun kas, tanpa bank. Buku kas sebulan berkaki tiga
      baris: bulan ini, sejak Januari, dan jumlah dengan saldo awal tahun.
      """,
      """
      Examples:
        ksp cash-book                          (today)
        ksp cash-book 2026-01-05 --by sari
        ksp cash-book 2026-01 --till kas-1
        ksp cash-book 2026-01 -o cash-book.html
      Without --account: all cash accounts, without banks. A month's book has three
      rows at its foot: this month, since January, and the total with what was there
      when the year began.
      """), aliases: ["buku-kas"])

  @Argument(
    help: .say(
      "Tanggal atau bulan; bawaan hari ini.", "Day or month; default today.",
      Phrase(id: "tanggal|bulan", en: "date|month")))
  var days: String?
  @Option(
    name: .also("akun"),
    help: .say(
      "Hanya akun kas atau bank ini; boleh berulang.",
      "Only this cash or bank account; may be repeated.", .account))
  var account: [String] = []
  @Option(
    name: .also("kasir"),
    help: .say(
      "Hanya kas ini; boleh berulang.", "Only this till; may be repeated.", .name))
  var till: [String] = []
  @Option(
    name: .also("petugas"),
    help: .say("Hanya yang dicatat petugas ini.", "Only what this clerk recorded.", .name))
  var by: String?
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let accounts = try account.map { try argument($0, AccountCode.init) }
    let known = try knowledge.known()
    let given = try days.map(Self.period)
    try book.withBook(.readOnly) { ledger in
      let accounts = try accounts + till.map { try ledger.cashAccount(named: $0) }
      let today = try ledger.today()
      let period = try given ?? BookPeriod(from: today, through: today)
      try report.write(
        try ledger.cashBook(
          in: period, accounts: accounts, recordedBy: by, asRecordedThrough: known),
        with: CashBookRenderer(report.style(try ledger.settings(asRecordedThrough: known))))
    }
  }

  /// A day, or a whole month: `2026-01-05`, `2026-01`.
  static func period(_ text: String) throws -> BookPeriod {
    guard text.count(where: { $0 == "-" }) != 1 else {
      return BookPeriod(try argument(text, BookMonth.init(parsing:)))
    }
    let day = try argument(text, BookDate.init(parsing:))
    return try BookPeriod(from: day, through: day)
  }
}
