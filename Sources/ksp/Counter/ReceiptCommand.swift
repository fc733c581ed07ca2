import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp receipt`.
struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: say("Cetak ulang sebuah bukti.", "Print a voucher again."),
    discussion: say(
      """
      Contoh:
        ksp bukti JU-000014
        ksp bukti JU-000014 -o bukti.html --paper a5
        ksp bukti JU-000014 --passbook 7
      Cetakannya bertanda SALINAN. --passbook mencetak baris buku simpanan mulai bukti
      itu, pada baris halaman yang disebut.
      """,
      """
      Examples:
        ksp receipt JU-000014
        ksp receipt JU-000014 -o receipt.html --paper a5
        ksp receipt JU-000014 --passbook 7
      The print is marked as a copy. --passbook prints the lines of the savings book
      from that voucher on, at the row of the page that is named.
      """), aliases: ["bukti"])

  @Argument(help: .say("Nomor bukti.", "Voucher number.", .voucher))
  var voucher: String
  @Option(
    name: .also("buku-simpanan"),
    help: .say(
      "Baris buku simpanan mulai bukti ini, dicetak pada baris ini.",
      "The lines of the savings book from this voucher on, printed at this row.",
      Phrase(id: "baris", en: "row")))
  var passbook: Int?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try argument(voucher, EntryNumber.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      let style = report.style(try ledger.settings)
      guard let passbook else {
        return try report.write(try ledger.voucher(number), with: VoucherRenderer(style))
      }
      try report.write(
        try ledger.passbookLines(from: number, row: passbook), with: PassbookRenderer(style))
    }
  }
}
