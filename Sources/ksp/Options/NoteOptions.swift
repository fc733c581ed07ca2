import ArgumentParser
import KSPCore

/// What every command takes that changes the book: who, why, and under which key.
struct NoteOptions: ParsableArguments {
  @Option(
    name: .also("referensi"),
    help: .say(
      "Nomor referensi; yang sama tidak dicatat dua kali.",
      "Reference; the same one is not recorded twice.", Phrase(id: "nomor", en: "key")))
  var ref: String?
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @Option(name: AuthorOptions.name, help: AuthorOptions.help)
  var by: String?

  var value: EntryNote { value(allowing: []) }

  /// The note with what is done knowingly although the book would refuse it.
  func value(allowing exceptions: EntryNote.Exceptions) -> EntryNote {
    EntryNote(memo: memo, recordedBy: AuthorOptions.author(by), exceptions: exceptions)
  }
}
