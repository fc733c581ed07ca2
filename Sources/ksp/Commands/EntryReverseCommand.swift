import ArgumentParser
import KSPCore
import KSPLedger

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
    let counter = CounterRun(book: book, write: write, report: report, isSevere: true)
    try counter.run(summary: { ledger, plan in
      let before = try ledger.entry(number)
      let kind = before.kind.name[Speech.language]
      return ["\(number)   \(before.bookDate)   \(kind)   \(plan.amount.formatted)"]
    }) { ledger, date, note, dryRun in
      try ledger.reverse(number, on: date, note: note, dryRun: dryRun)
    }
  }
}
