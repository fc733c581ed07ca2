import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan settle`.
struct LoanSettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: say("Lunasi sebelum waktunya.", "Settle a loan early."),
    discussion: say(
      "Contoh: ksp pinjaman lunasi PJ-0001 --dari SUK-0001",
      "Example: ksp loan settle PJ-0001 --from SUK-0001"),
    aliases: ["lunasi"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Argument(
    help: .say(
      "Jumlah menurut hitung-lunas; bawaan jumlah itu.",
      "The amount of the quote; default that amount.", .amount))
  var amount: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Rekening yang membayar; bawaan kas.", "Account that pays; default cash.", .savings))
  var from: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let loan = try book.loan(loan)
    try LoanPaymentRun(write: write, report: report, book: book).run { ledger, dryRun in
      try ledger.settleLoan(
        amount, loan: loan, on: write.bookDate(ledger), from: try from.map(ledger.resolveAccount),
        reference: write.reference, note: till.note(write), dryRun: dryRun)
    }
  }
}
