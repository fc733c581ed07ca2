import ArgumentParser
import KSPCore

/// What every command takes that changes the book: who, why, and under which key.
struct NoteOptions: ParsableArguments {
  /// The same options, for ``WriteOptions``: no group in a group (see ``OutputOptions``).
  static let refName: NameSpecification = .also("referensi")
  static let refHelp = ArgumentHelp.say(
    "Nomor referensi; yang sama tidak dicatat dua kali.",
    "Reference; the same one is not recorded twice.", Phrase(id: "nomor", en: "key"))
  static let memoName: NameSpecification = .also("keterangan")
  static let memoHelp = ArgumentHelp.say("Keterangan.", "Memo.", .text)

  @Option(name: refName, help: refHelp)
  var ref: String?
  @Option(name: memoName, help: memoHelp)
  var memo: String?
  @Option(name: AuthorOptions.name, help: AuthorOptions.help)
  var by: String?

  var value: EntryNote { value(allowing: []) }

  /// The note with what is done knowingly although the book would refuse it.
  func value(allowing exceptions: EntryNote.Exceptions) -> EntryNote {
    EntryNote(memo: memo, recordedBy: AuthorOptions.author(by), exceptions: exceptions)
  }
}
