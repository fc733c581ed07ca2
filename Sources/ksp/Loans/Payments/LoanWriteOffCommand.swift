import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan write-off`.
struct LoanWriteOffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-off", abstract: say("Hapus buku.", "Give a loan up."),
    discussion: say(
      "Contoh: ksp pinjaman hapus-buku PJ-0001 --keterangan \"keputusan rapat 12\"",
      "Example: ksp loan write-off PJ-0001 --memo \"decision 12 of the board\""),
    aliases: ["hapus-buku"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let loan = try book.loan(loan)
    let run = WriteRun(book: book, confirm: write.confirm, report: report)
    try run.post(severe: true) { ledger, dryRun in
      try ledger.writeOffLoan(
        loan, on: write.bookDate(ledger), reference: write.reference, note: write.note,
        dryRun: dryRun)
    }
  }
}
