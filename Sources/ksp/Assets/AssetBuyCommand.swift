import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp asset buy`.
struct AssetBuyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buy",
    abstract: say(
      "Beli aset tetap: buktinya dan barisnya di daftar.",
      "Buy a fixed asset: its voucher and its line in the register."),
    discussion: say(
      """
      Contoh: ksp inventaris beli 9.600.000 --nama Laptop --umur 48 --tempat Kasir
      Tutup bulan menyusutkannya mulai bulan berikutnya, sama besar setiap bulan.
      """,
      """
      Example: ksp asset buy 9.600.000 --name Laptop --months 48 --place Counter
      The month end writes it off from the month after, the same each month.
      """), aliases: ["beli"])

  @OptionGroup var new: NewAssetOptions
  @Option(
    name: .also("dari"),
    help: .say(
      "Kas, bank atau akun yang membayar; bawaan kas.",
      "Cash, bank or account that pays; default cash.", .account))
  var from: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let payer = try argument(from, AccountCode.init)
    let asset = try new.asset {
      try book.withBook(.readOnly) { try write.bookDate($0) }
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.buyAsset(
        asset, from: payer, reference: write.reference, note: write.note, dryRun: dryRun
      ).receipt
    }
  }
}
