import ArgumentParser
import KSPCore
import KSPLedger

/// What every command takes that posts an entry on a day.
struct WriteOptions: ParsableArguments {
  @Option(
    name: .also("tanggal"),
    help: .say("Tanggal buku; bawaan hari ini.", "Book date; default today.", .date))
  var date: String?
  @OptionGroup var noteOptions: NoteOptions
  @OptionGroup var confirm: ConfirmOptions

  var note: EntryNote { noteOptions.value }

  func bookDate(_ ledger: Ledger) throws -> BookDate {
    try argument(date, BookDate.init(parsing:)) ?? ledger.today()
  }
}
