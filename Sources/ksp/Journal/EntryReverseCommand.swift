import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp entry reverse`.
struct EntryReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: say("Balikkan sebuah jurnal.", "Reverse an entry."),
    discussion: say(
      """
      Contoh: ksp jurnal balik JU-000014 --keterangan "salah jumlah"
      Bukti pinjaman dibalik per tanggalnya sendiri, atau hari pertama yang terbuka,
      tanpa --tanggal.
      """,
      """
      Example: ksp entry reverse JU-000014 --memo "wrong amount"
      A loan's voucher is reversed on its own day, or the first that is open, without
      --date.
      """),
    aliases: ["balik"])

  @Argument(
    help: .say("Nomor bukti.", "Voucher number.", .voucher))
  var voucher: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try argument(voucher, EntryNumber.init(parsing:))
    let run = WriteRun(book: book, confirm: write.confirm, report: report)
    try run.post(
      severe: true,
      rehearse: { ledger, receipt in
        let before = try ledger.entry(number)
        var rehearsal = try CounterRehearsal.of(ledger, receipt)
        rehearsal.field(
          "Membalik", "Reverses",
          "\(number)   \(before.bookDate)   \(say(before.kind.name))   \(before.note.memo ?? "")")
        return rehearsal
      }
    ) { ledger, dryRun in
      try ledger.reverse(
        number, on: argument(write.date, BookDate.init(parsing:)), reference: write.reference,
        note: write.note,
        dryRun: dryRun)
    }
  }
}
