import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp term open`.
struct TermOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: say("Buka simpanan berjangka.", "Open a term deposit."),
    discussion: say(
      """
      Contoh:
        ksp berjangka buka 0001 10.000.000 --jangka 3 --dari SUK-0001
      Yang sudah berjalan sebelum buku ini: --saldo-awal dengan hari saldonya;
      --tanggal ialah hari pembukaannya.
      """,
      """
      Example:
        ksp term open 0001 10.000.000 --tenor 3 --from SUK-0001
      What ran before this book: --opening-balance with the day of the balance;
      --date is the day of its opening.
      """), aliases: ["buka"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Argument(help: .say("Jumlah yang disimpan.", "What is placed.", .amount))
  var amount: String
  @Option(
    name: .also("jangka"),
    help: .say("Jangka waktu dalam bulan.", "Tenor in months.", Phrase(id: "bulan", en: "months")))
  var tenor: Int
  @Option(
    name: .also("produk"),
    help: .say("Kode produk; bawaan berjangka.", "Product code; default berjangka.", .code))
  var product: ProductCode = "berjangka"
  @Option(
    name: .also("dari"),
    help: .say(
      "Asal uangnya: rekening simpanan atau bank; bawaan kas.",
      "Where the money comes from: savings or a bank; default cash.", .account))
  var from: String?
  @Option(
    name: .also("cara-bayar"),
    help: .say(
      "Jasa dibayar: \(words(TermPayout.self, .indonesian)); bawaan menurut produk.",
      "Interest is paid: \(words(TermPayout.self)); default as the product says.",
      Phrase(id: "cara", en: "payout")))
  var payout: String?
  @Option(
    name: .also("jasa-ke"),
    help: .say(
      "Rekening penerima jasa; bawaan sukarela pertama.",
      "Savings that take the interest; default the first sukarela account.", .savings))
  var interestTo: String?
  @Option(
    name: .also("perpanjangan"),
    help: .say(
      "Saat jatuh tempo: \(words(TermRollOver.self, .indonesian)); bawaan menurut produk.",
      "At maturity: \(words(TermRollOver.self)); default as the product says.",
      Phrase(id: "cara", en: "way")))
  var rollOver: String?
  @Option(
    name: .also("bilyet"),
    help: .say("Nomor bilyet; bawaan nomor rekening.", "Number of the certificate.", .number))
  var certificate: String?
  @Option(
    name: .also("saldo-awal"),
    help: .say(
      "Berjangka lama: saldonya pada hari ini.",
      "A deposit that ran before: its balance is of this day.", .date))
  var openingBalance: String?
  @Option(
    name: .also("jasa-dibayar"),
    help: .say(
      "Dengan --saldo-awal: jasa yang sudah dibayar.",
      "With --opening-balance: interest that was paid.", .amount))
  var interestPaid: String?
  @Option(
    name: .also("akrual"),
    help: .say(
      "Dengan --saldo-awal: jasa di 2-1300 atau, bila di muka, di 1-1420.",
      "With --opening-balance: its interest in 2-1300, or in 1-1420 if in advance.", .amount))
  var accrued: String?
  @Option(
    name: .also("suku"),
    help: .say(
      "Dengan --saldo-awal: suku yang disepakati.", "With --opening-balance: the agreed rate.",
      Phrase(id: "suku", en: "rate")))
  var rate: String?
  @OptionGroup var heir: TermHeirOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard openingBalance != nil || (interestPaid ?? rate ?? accrued) == nil else {
      throw UsageProblem(
        Phrase(
          id: "--jasa-dibayar, --akrual dan --suku hanya bersama --saldo-awal.",
          en: "--interest-paid, --accrued and --rate go with --opening-balance only."),
        advice: Phrase(id: "Hapus, atau beri --saldo-awal.", en: "Give --opening-balance too."))
    }
    let takeover = try argument(openingBalance, BookDate.init(parsing:)).map {
      TermDepositOpening.Takeover(
        asOf: $0, interestPaid: try argument(interestPaid, Rupiah.init(parsing:)) ?? .zero,
        accrued: try argument(accrued, Rupiah.init(parsing:)) ?? .zero)
    }
    let amount = try argument(amount, Rupiah.init(parsing:))
    let source = try argument(from) { text throws(LedgerError) in try AccountCode(text) }
    let target = try argument(interestTo) { text throws(LedgerError) in try AccountCode(text) }
    let rate = try argument(rate) { text throws(LedgerError) in try Rate(parsing: text) }
    let payout = try payout.map { try choice(TermPayout.self, $0) }
    let rollOver = try rollOver.map { try choice(TermRollOver.self, $0) }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      let opening = TermDepositOpening(
        member: member, product: product, principal: amount, tenor: tenor,
        opened: try write.bookDate(ledger), payout: payout, rollOver: rollOver,
        interestTo: target, certificate: certificate, source: source, takeover: takeover,
        rate: rate, heir: heir.value)
      return try ledger.openTermDeposit(
        opening, reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
