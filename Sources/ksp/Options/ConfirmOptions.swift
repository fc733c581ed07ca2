import ArgumentParser
import Foundation
import KSPCore

/// Whether to store, and whether to ask first.
struct ConfirmOptions: ParsableArguments {
  /// The same options, for ``WriteOptions``: no group in a group (see ``OutputOptions``).
  static let dryRunName: NameSpecification = [.customShort("n"), .long, .customLong("coba")]
  static let dryRunHelp = ArgumentHelp.say(
    "Periksa saja, jangan simpan.", "Check only, store nothing.")
  static let yesName: NameSpecification = .also("ya")
  static let yesHelp = ArgumentHelp.say("Jangan bertanya.", "Do not ask.")

  @Flag(name: dryRunName, help: dryRunHelp)
  var dryRun = false
  @Flag(name: yesName, help: yesHelp)
  var yes = false

  init() {}

  init(dryRun: Bool, yes: Bool) {
    self.dryRun = dryRun
    self.yes = yes
  }

  /// Whether somebody has to say yes.
  var asks: Bool { !dryRun && !yes }

  /// Refuses to go on where a question would find nobody.
  func requireTerminal() throws {
    guard asks, !Terminal.isInteractive else { return }
    throw UsageProblem(
      Phrase(
        id: "Tidak ada terminal untuk bertanya, jadi tidak ada yang disimpan.",
        en: "There is no terminal to ask on, so nothing was stored."),
      advice: Phrase(
        id: "Tambahkan --ya kalau sudah benar.", en: "Add --yes if everything is right."))
  }

  /// Shows what would happen and asks. Severe steps need a typed yes; others take Enter for yes.
  func ask(_ rehearsal: Rehearsal) throws {
    guard rehearsal.weight != .nothingToDo else { return }
    Terminal.write(rehearsal.text)
    let severe = rehearsal.weight == .severe
    let question =
      severe ? say("Lanjutkan? [y/T]", "Continue? [y/N]") : say("Simpan? [Y/t]", "Save? [Y/n]")
    let answer = Terminal.ask(question)?.lowercased()
    let isYes = ["y", "ya", "yes"].contains(answer) || (!severe && answer == "")
    guard isYes else { throw Question.cancelled() }
    rehearsal.agreed?()
    Terminal.message("")
  }

  /// Says after a rehearsal that nothing was stored.
  func announceDryRun() {
    if dryRun {
      Terminal.message(say("Percobaan: tidak ada yang disimpan.", "Dry run: nothing was stored."))
    }
  }
}

/// Who writes something into the book.
struct AuthorOptions: ParsableArguments {
  /// The same option, for ``NoteOptions``: no group in a group (see ``OutputOptions``).
  static let name: NameSpecification = [.customLong("by"), .customLong("petugas")]
  static let help = ArgumentHelp.say(
    "Petugas yang mencatat (juga KSP_BY).", "Who records it (also KSP_BY).", .name)

  @Option(name: name, help: help)
  var given: String?

  /// Who records: by the option, or by the environment.
  var by: String? { Self.author(given) }

  /// Who records, if `given` is what the option says: that, or by the environment.
  static func author(_ given: String?) -> String? {
    given ?? ProcessInfo.processInfo.environment["KSP_BY"]
  }
}
