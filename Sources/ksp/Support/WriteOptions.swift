import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// What every command that stores something takes.
struct WriteOptions: ParsableArguments {
  @Option(
    help: .init(
      say("Tanggal buku; bawaan hari ini.", "Book date; default today."), valueName: "date"))
  var date: String?
  @Option(
    help: .init(
      say(
        "Nomor referensi; yang sama tidak dibukukan dua kali.",
        "Reference; the same one is not posted twice."), valueName: "key"))
  var ref: String?
  @Option(help: .init(say("Keterangan.", "Memo."), valueName: "text"))
  var memo: String?
  @Option(help: .init(say("Petugas yang mencatat.", "Who records it."), valueName: "name"))
  var by: String?
  @Flag(
    name: [.customShort("n"), .long],
    help: .init(say("Periksa saja, jangan simpan.", "Check only, store nothing.")))
  var dryRun = false
  @Flag(help: .init(say("Jangan bertanya.", "Do not ask.")))
  var yes = false

  var note: EntryNote { EntryNote(reference: ref, memo: memo, recordedBy: by) }

  func bookDate(_ ledger: Ledger) throws -> BookDate {
    guard let date else { return try ledger.today() }
    return try argument { try BookDate(parsing: date) }
  }

  /// Asks before storing. Severe steps need a typed yes; others take Enter for yes.
  func confirm(_ summary: [String], severe: Bool = false) throws {
    guard !dryRun, !yes else { return }
    guard Terminal.isInteractive else {
      throw UsageProblem(
        Phrase(
          "Tidak ada terminal untuk bertanya, jadi tidak ada yang disimpan.",
          "There is no terminal to ask on, so nothing was stored."),
        advice: Phrase(
          "Tambahkan --yes kalau sudah benar.", "Add --yes if everything is right."))
    }
    for line in summary { Terminal.message(line) }
    let question =
      severe ? say("Lanjutkan? [y/T]", "Continue? [y/N]") : say("Simpan? [Y/t]", "Save? [Y/n]")
    let answer = Terminal.ask(question)?.lowercased()
    let isYes = ["y", "ya", "yes"].contains(answer) || (!severe && answer == "")
    guard isYes else {
      Terminal.message(
        say("Dibatalkan; tidak ada yang disimpan.", "Cancelled; nothing was stored."))
      throw Exit.cancelled
    }
  }

  /// Says after a rehearsal that nothing was stored.
  func announceDryRun() {
    if dryRun {
      Terminal.message(say("Percobaan: tidak ada yang disimpan.", "Dry run: nothing was stored."))
    }
  }
}
