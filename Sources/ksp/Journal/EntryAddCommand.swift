import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp entry add`.
struct EntryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Jurnal umum.", "An entry written by hand."),
    discussion: say(
      "Contoh:\n  ksp jurnal tambah --debet 5-2100=75000 --kredit 1-1000=75000 --keterangan ATK",
      "Example:\n  ksp entry add --debit 5-2100=75000 --credit 1-1000=75000 --memo stationery"),
    aliases: ["tambah"])

  @OptionGroup var legs: LegOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let legs = try legs.value()
    let run = WriteRun(book: book, confirm: write.confirm, report: report)
    try run.post { ledger, dryRun in
      let date = try write.bookDate(ledger)
      return try ledger.post(
        ManualEntry(on: date, legs: legs, reference: write.reference, note: write.note),
        dryRun: dryRun)
    }
  }
}
