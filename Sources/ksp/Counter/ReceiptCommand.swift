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
        ksp bukti JU-000014 -o bukti.html --kertas a5
        ksp bukti JU-000014 --buku-simpanan 7
        ksp bukti JU-000403 --buku-simpanan 8 --rekening SUK-0001
      Cetakannya bertanda SALINAN. --buku-simpanan mencetak baris buku simpanan
      mulai bukti itu, pada baris halaman yang disebut.
      """,
      """
      Examples:
        ksp receipt JU-000014
        ksp receipt JU-000014 -o receipt.html --paper a5
        ksp receipt JU-000014 --passbook 7
        ksp receipt JU-000403 --passbook 8 --account SUK-0001
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
  @Option(
    name: .also("rekening"),
    help: .say(
      "Rekening baris itu, kalau buktinya milik beberapa (jasa, pindah buku).",
      "Account of those lines where the voucher has several (interest, transfer).", .savings))
  var account: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try argument(voucher, EntryNumber.init(parsing:))
    let account = try argument(account, AccountCode.init)
    try book.withBook(.readOnly) { ledger in
      let style = report.style(try ledger.settings)
      guard let passbook else {
        return try report.write(try ledger.voucher(number), with: VoucherRenderer(style))
      }
      try report.write(
        try ledger.passbookLines(from: number, of: account, row: passbook),
        with: PassbookRenderer(style))
    }
  }
}
