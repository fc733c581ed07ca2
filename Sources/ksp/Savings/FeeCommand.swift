import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp fee`.
struct FeeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fee",
    abstract: say("Biaya dari simpanan anggota.", "A fee from a member's savings."),
    discussion: say(
      "Contoh: ksp biaya 0001 5.000 --keterangan \"ganti buku\"",
      "Example: ksp fee 0001 5.000 --memo \"new passbook\""),
    aliases: ["biaya"])

  @OptionGroup var counter: CounterOptions
  @Option(
    name: .also("ke"),
    help: .say(
      "Akun pendapatan; bawaan pendapatan administrasi.",
      "The account of income; default that of fees.", .account))
  var to: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try CounterRun(options: counter, write: write, report: report, book: book).post(
      counterpart: to, Ledger.chargeFee)
  }
}
