import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry reverse`.
struct EntryReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: say("Balikkan sebuah jurnal.", "Reverse an entry."),
    discussion: say(
      "Contoh: ksp entry reverse JU-000014 --memo \"salah jumlah\"",
      "Example: ksp entry reverse JU-000014 --memo \"wrong amount\""),
    aliases: ["balik"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor bukti.", "Voucher number."))) var voucher: String

  func run() throws {
    let number = try argument { try EntryNumber(parsing: voucher) }
    try book.withBook(.readWrite) { ledger in
      let date = try write.bookDate(ledger)
      let plan = try ledger.reverse(number, on: date, note: write.note, dryRun: true)
      let before = try ledger.entry(number)
      try write.confirm(
        [
          "\(number)   \(before.bookDate)   \(before.kind.name[Speech.language])   \(plan.amount.formatted)"
        ],
        severe: true)
      let receipt = try write.dryRun ? plan : ledger.reverse(number, on: date, note: write.note)
      try report.write(receipt, with: ReceiptRenderer(report.style(try ledger.settings.name)))
      write.announceDryRun()
    }
  }
}
