import ArgumentParser
import KSPCore
import KSPLedger

/// Whether money may move on a day after today.
struct AheadOptions: ParsableArguments {
  @Flag(
    name: .also("mendatang"),
    help: .say("Tanggal sesudah hari ini memang benar.", "A date after today is meant."))
  var future = false

  var exceptions: EntryNote.Exceptions { future ? .futureDate : [] }
}

/// What every command takes that posts an entry on a day.
struct WriteOptions: ParsableArguments {
  @Option(
    name: .also("tanggal"),
    help: .say("Tanggal buku; bawaan hari ini.", "Book date; default today.", .date))
  var date: String?
  @OptionGroup var ahead: AheadOptions
  @OptionGroup var noteOptions: NoteOptions
  @OptionGroup var confirm: ConfirmOptions

  var reference: String? { noteOptions.ref }
  var note: EntryNote { noteOptions.value(allowing: ahead.exceptions) }

  func bookDate(_ ledger: Ledger) throws -> BookDate {
    try argument(date, BookDate.init(parsing:)) ?? ledger.today()
  }
}
