import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp insurance receive`.
struct InsuranceReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: say("Terima pembayaran klaim asuransi.", "Receive what an insurer pays."),
    discussion: say(
      "Contoh: ksp asuransi terima JU-000123 3.500.000 --ke 1-1100",
      "Example: ksp insurance receive JU-000123 3.500.000 --into 1-1100"),
    aliases: ["terima"])

  @Argument(
    help: .say(
      "Bukti pembayaran pinjaman yang diklaim.", "The voucher of the payment that is claimed.",
      .voucher))
  var claim: String
  @Argument(
    help: .say("Jumlah; bawaan seluruh sisanya.", "Amount; default all that is open.", .amount))
  var amount: String?
  @Option(
    name: .also("ke"),
    help: .say(
      "Kas atau bank yang menerima; bawaan kas.", "Cash or bank that takes it; default cash.",
      .account))
  var into: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let claim = try argument(claim, EntryNumber.init(parsing:))
    let amount = try argument(amount, Rupiah.init(parsing:))
    let into = try argument(into, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.receiveFromInsurer(
        amount, for: claim, into: into, on: write.bookDate(ledger), reference: write.reference,
        note: till.note(write), dryRun: dryRun)
    }
  }
}
