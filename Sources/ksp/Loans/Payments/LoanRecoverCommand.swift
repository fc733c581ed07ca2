import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan recover`.
struct LoanRecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: say(
      "Uang masuk untuk pinjaman yang dihapus buku.", "Money for a loan that was given up."),
    discussion: say(
      "Contoh: ksp pinjaman terima PJ-0001 500.000",
      "Example: ksp loan recover PJ-0001 500.000"),
    aliases: ["terima"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try Question.amount.answer(amount) { try argument($0, Rupiah.init(parsing:)) }
    let loan = try book.loan(loan, at: .writtenOff)
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.recoverLoan(
        amount, loan: loan, on: write.bookDate(ledger), reference: write.reference,
        note: till.note(write), dryRun: dryRun)
    }
  }
}
