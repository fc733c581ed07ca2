import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The sample cooperative's year 2025, as its walkthrough leaves it, made once for all tests.
struct SampleYear {
  private static let made = Result {
    let folder = try TestFolder()
    let document = try Markdown("Examples/Walkthroughs/a-whole-year.md")
    _ = try Transcript(document: document).run(in: folder)
    return folder
  }

  let ledger: Ledger
  /// The exported journal.
  let journal: String

  /// Opens the book for reading.
  init() throws {
    let folder = try Self.made.get()
    ledger = try Ledger.open(
      at: folder.file("coba/koperasi.ksp"), access: .readOnly, clock: standingClock)
    journal = folder.file("coba/book.journal")
  }
}
