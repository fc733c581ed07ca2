import KSPCore
import KSPLedger

/// Makes copies of a book and says what became of them.
struct BackupRun {
  private let ledger: Ledger
  private let note: EntryNote

  init(_ ledger: Ledger, note: EntryNote) {
    self.ledger = ledger
    self.note = note
  }

  /// One copy under a name that was given, or the dated ones that the settings ask for.
  ///
  /// - Returns: The proof of the first copy.
  func run(to file: String?, _ settings: BackupSettings) throws -> VerificationReport {
    let progress = Progress()
    defer { progress.finish() }
    var reasons: [LedgerError] = []
    let round: BackupRound
    if let file {
      let proof = try ledger.backup(
        to: file, note: note, progress: progress.update, notNoted: { reasons.append($0) })
      round = BackupRound(made: [BackupRound.Copy(path: file, proof: proof)])
    } else {
      round = try ledger.backUp(
        by: settings, note: note, progress: progress.update, notNoted: { reasons.append($0) })
    }
    progress.finish()
    for copy in round.made {
      Terminal.message(say("Cadangan tersimpan: \(copy.path)", "Backup written: \(copy.path)"))
    }
    for path in round.removed {
      Terminal.message(say("Cadangan lama dihapus: \(path)", "Old backup removed: \(path)"))
    }
    for reason in reasons {
      Terminal.message(
        say(
          "Cadangan ini tidak tercatat di buku. \(reason.message.indonesian)",
          "This backup is not noted in the book. \(reason.message.english)"))
    }
    guard let first = round.made.first else { throw LedgerError.invariantBroken("backup") }
    return first.proof
  }
}
