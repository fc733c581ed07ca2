import ArgumentParser
import KSPCore
import KSPLedger

/// Whether money may move on a day after today.
struct AheadOptions: ParsableArguments {
  /// The same option, for ``WriteOptions``: no group in a group (see ``OutputOptions``).
  static let name: NameSpecification = .also("mendatang")
  static let help = ArgumentHelp.say(
    "Tanggal sesudah hari ini memang benar.", "A date after today is meant.")

  @Flag(name: name, help: help)
  var future = false

  var exceptions: EntryNote.Exceptions { Self.exceptions(future) }

  static func exceptions(_ future: Bool) -> EntryNote.Exceptions { future ? .futureDate : [] }
}

/// What every command takes that posts an entry on a day: the options of ``AheadOptions``,
/// ``NoteOptions`` and ``ConfirmOptions`` beside the day.
struct WriteOptions: ParsableArguments {
  @Option(
    name: .also("tanggal"),
    help: .say("Tanggal buku; bawaan hari ini.", "Book date; default today.", .date))
  var date: String?
  @Flag(name: AheadOptions.name, help: AheadOptions.help)
  var future = false
  @Option(name: NoteOptions.refName, help: NoteOptions.refHelp)
  var ref: String?
  @Option(name: NoteOptions.memoName, help: NoteOptions.memoHelp)
  var memo: String?
  @Option(name: AuthorOptions.name, help: AuthorOptions.help)
  var by: String?
  @Flag(name: ConfirmOptions.dryRunName, help: ConfirmOptions.dryRunHelp)
  var dryRun = false
  @Flag(name: ConfirmOptions.yesName, help: ConfirmOptions.yesHelp)
  var yes = false

  var reference: String? { ref }
  var note: EntryNote {
    EntryNote(
      memo: memo, recordedBy: AuthorOptions.author(by),
      exceptions: AheadOptions.exceptions(future))
  }
  var confirm: ConfirmOptions { ConfirmOptions(dryRun: dryRun, yes: yes) }

  func bookDate(_ ledger: Ledger) throws -> BookDate {
    try argument(date, BookDate.init(parsing:)) ?? ledger.today()
  }
}
