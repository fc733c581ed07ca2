import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp order add`.
struct OrderAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(
      "Catat autodebet: dari simpanan ke wajib, pinjaman atau simpanan lain.",
      "Record a standing order: from savings to dues, a loan or other savings."),
    discussion: say(
      """
      Tujuan adalah produk wajib, nomor pinjaman, atau rekening simpanan. Tanpa
      jumlah diambil yang terutang saat itu, dengan tunggakannya.
      Contoh:
        ksp autodebet tambah 0001 wajib --hari 25
        ksp autodebet tambah SUK-0001 PJ-0003 --hari akhir --ulang 10
        ksp autodebet tambah SUK-0001 SUK-0001-02 50.000 --hari 5 --sampai 2027-12-31
      """,
      """
      It pays a product of dues, a loan, or an account of savings. Without an amount
      it takes what is owed then, with arrears.
      Examples:
        ksp order add 0001 wajib --day 25
        ksp order add SUK-0001 PJ-0003 --day end --retry 10
        ksp order add SUK-0001 SUK-0001-02 50.000 --day 5 --until 2027-12-31
      """), aliases: ["tambah"])

  @Argument(
    help: .say(
      "Rekening atau anggota yang membayar.", "Account or member that pays.", .savings))
  var account: String
  @Argument(
    help: .say(
      "Produk wajib, pinjaman atau rekening.", "Product of dues, loan or account.",
      Phrase(id: "tujuan", en: "to")))
  var target: String
  @Argument(
    help: .say("Jumlah; bawaan yang terutang.", "Amount; default what is due.", .amount))
  var amount: String?
  @Option(
    name: [.customLong("day"), .customLong("hari")],
    help: .say(
      "Tanggal 1 sampai 31, atau akhir (bulan).", "Day 1 to 31, or end (of the month).",
      Phrase(id: "tgl", en: "day")))
  var day: String
  @Option(
    name: [.customLong("since"), .customLong("mulai")],
    help: .say("Mulai tanggal ini; bawaan hari ini.", "From this day; default today.", .date))
  var since: String?
  @Option(
    name: .also("sampai"),
    help: .say("Sampai tanggal ini; bawaan terus.", "Until this day; default on and on.", .date))
  var until: String?
  @Option(
    name: .also("ulang"),
    help: .say(
      "Dicoba lagi sekian hari; bawaan 7.", "Tried again for so many days; default 7.",
      Phrase(id: "hari", en: "days")))
  var retry: Int?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let since = try argument(since, BookDate.init(parsing:))
    let until = try argument(until, BookDate.init(parsing:))
    let day = try Self.day(day)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let order = NewStandingOrder(
          from: try ledger.resolveAccount(account), to: try purpose(ledger), amount, day: day,
          since: try since ?? ledger.today(), until: until, retryDays: retry ?? 7)
        return try [
          ledger.addStandingOrder(
            order, reference: note.ref, note: note.value, dryRun: dryRun)
        ]
      },
      rehearse: { _, orders in Rehearsal(orders, StandingOrderListRenderer.self) },
      print: { style, orders in
        try report.write(orders, with: StandingOrderListRenderer(style))
      })
  }

  /// The day of the month that is meant; its end is the 31st.
  private static func day(_ text: String) throws -> Int {
    if ["end", "akhir"].contains(text.lowercased()) { return 31 }
    guard let day = Int(text), (1...31).contains(day) else {
      throw UsageProblem(
        Phrase(id: "“\(text)” bukan tanggal 1 sampai 31.", en: "“\(text)” is not a day 1 to 31."),
        advice: Phrase(id: "Akhir bulan: --hari akhir.", en: "The month's end: --day end."))
    }
    return day
  }

  /// What is meant by the second word: a product of the book, a loan of the book, or an account.
  private func purpose(_ ledger: Ledger) throws -> StandingOrder.Purpose {
    let product = try ledger.savingsProducts().first {
      $0.kind == .wajib && $0.code.text == target.lowercased()
    }
    if let product { return .dues(product.code) }
    let loan = LoanNumber(target)
    if try ledger.hasLoan(loan) { return .loan(loan) }
    return .savings(try ledger.resolveAccount(target))
  }
}
