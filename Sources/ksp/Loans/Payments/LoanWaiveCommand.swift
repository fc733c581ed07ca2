import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan waive`.
struct LoanWaiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: say("Beri keringanan denda dan jasa.", "Waive late fees and interest."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman keringanan PJ-0001 50.000 --keterangan "keputusan pengurus 12"
        ksp pinjaman keringanan PJ-0001 --jasa 100.000 --keterangan "sakit"
      Denda lebih dulu, lalu jasa dan administrasi angsuran yang tertua. Pokok tidak
      diringankan.
      """,
      """
      Examples:
        ksp loan waive PJ-0001 50.000 --memo "decision 12 of the board"
        ksp loan waive PJ-0001 --interest 100.000 --memo "illness"
      Late fees first, then interest and administration of the oldest installment.
      Principal is not waived.
      """), aliases: ["keringanan"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Argument(
    help: .say(
      "Jumlah; atau beri --denda dan --jasa.", "Amount; or give --late-fee and --interest.",
      .amount))
  var amount: String?
  @Option(
    name: .also("denda"), help: .say("Sekian dari denda.", "So much of the late fees.", .amount))
  var lateFee: String?
  @Option(
    name: .also("jasa"), help: .say("Sekian dari jasa.", "So much of the interest.", .amount))
  var interest: String?
  @Option(
    name: .also("administrasi"),
    help: .say("Sekian dari administrasi.", "So much of the administration.", .amount))
  var administration: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let lateFee = try argument(lateFee, Rupiah.init(parsing:))
    let interest = try argument(interest, Rupiah.init(parsing:))
    let administration = try argument(administration, Rupiah.init(parsing:))
    let isNamed = lateFee != nil || interest != nil || administration != nil
    guard (amount == nil) == isNamed else {
      throw UsageProblem(
        Phrase(
          id: "Beri jumlahnya, atau --denda, --jasa dan --administrasi, tidak keduanya.",
          en: "Give the amount, or --late-fee, --interest and --administration, not both."))
    }
    let loan = try book.loan(loan)
    let run = WriteRun(book: book, confirm: write.confirm, report: report)
    try run.post(severe: true) { ledger, dryRun in
      let date = try write.bookDate(ledger)
      guard let amount else {
        return try ledger.waiveLoan(
          LoanParts(
            lateFee: lateFee ?? .zero, interest: interest ?? .zero,
            administration: administration ?? .zero),
          loan: loan, on: date, reference: write.reference, note: write.note, dryRun: dryRun)
      }
      return try ledger.waiveLoan(
        amount, loan: loan, on: date, reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
