import ArgumentParser
import KSPCore
import KSPLedger

/// What every command takes that posts an entry on a day.
struct WriteOptions: ParsableArguments {
  @Option(
    name: .also("tanggal"),
    help: .say("Tanggal buku; bawaan hari ini.", "Book date; default today.", .date))
  var date: String?
  @Option(
    name: .also("referensi"),
    help: .say(
      "Nomor referensi; yang sama tidak dibukukan dua kali.",
      "Reference; the same one is not posted twice.", Phrase("nomor", "key")))
  var ref: String?
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @OptionGroup var author: AuthorOptions
  @OptionGroup var confirm: ConfirmOptions

  var note: EntryNote { EntryNote(reference: ref, memo: memo, recordedBy: author.by) }

  func bookDate(_ ledger: Ledger) throws -> BookDate {
    try argument(date, BookDate.init(parsing:)) ?? ledger.today()
  }
}
