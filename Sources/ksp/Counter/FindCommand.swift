import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp find`.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say(
      "Cari anggota, rekening, pinjaman dan bukti.",
      "Find members, accounts, loans and vouchers."),
    discussion: say(
      """
      Contoh:
        ksp cari siti
        ksp cari 500.000
        ksp cari JU-000014
      Sebagian nama, nomor, NIK, telepon, keterangan, atau jumlah. NIK dan telepon
      ditutup.
      """,
      """
      Examples:
        ksp find siti
        ksp find 500.000
        ksp find JU-000014
      A part of a name, a number, a NIK, a telephone number, a memo, or an amount.
      NIK and telephone are covered.
      """), aliases: ["cari"])

  @Argument(help: .say("Yang dicari.", "What to look for.", .text))
  var text: [String]
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.find(text.joined(separator: " ")),
        with: SearchRenderer(report.style(try ledger.settings)))
    }
  }
}
