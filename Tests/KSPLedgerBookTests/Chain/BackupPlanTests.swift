import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Copies named after their day, so many in each place, and nothing of others removed.
@Suite struct BackupPlanTests {
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
  }

  private var copies: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasPrefix("book-") }.sorted()
    }
  }

  @Test func theNewestAreKeptHoweverOftenCopiesAreMade() throws {
    var settings = BackupSettings()
    settings.keep = 2
    for _ in 1...5 { _ = try ledger.backUp(by: settings) }
    #expect(try copies == ["book-2030-01-31-4.ksp", "book-2030-01-31-5.ksp"])
    let proof = try ledger.backUp(by: settings)
    #expect(proof.made.map(\.path) == [folder.file("book-2030-01-31-6.ksp")])
    #expect(proof.made.first?.proof.isOK == true)
    #expect(proof.removed == [folder.file("book-2030-01-31-4.ksp")])
  }

  @Test func whatIsNoCopyOfThisBookStays() throws {
    let other = folder.file("book-2029-01-01.ksp")
    try Ledger.create(
      at: other, settings: BookSettings(name: "KSP Lain", firstMonth: try month("2026-01")),
      clock: standingClock
    ).close()
    let text = folder.file("book-2029-01-02.ksp")
    try Data("bukan buku".utf8).write(to: URL(fileURLWithPath: text))
    var settings = BackupSettings()
    settings.keep = 1
    #expect(try ledger.backUp(by: settings).removed.isEmpty)
    #expect(FileManager.default.fileExists(atPath: other))
    #expect(FileManager.default.fileExists(atPath: text))
  }

  @Test func aSecondPlaceHasItsOwnAndItsFailureKeepsNobodyFromTheirs() throws {
    let stick = try TestFolder()
    var settings = BackupSettings()
    settings.folder = stick.path
    #expect(try ledger.backUp(by: settings).made.count == 2)
    let second = try Ledger.open(
      at: stick.file("book-2030-01-31.ksp"), access: .readOnly, clock: standingClock)
    #expect(try second.verify().isOK)
    settings.folder = stick.path + "/tidak-ada"
    #expect(refusal { try ledger.backUp(by: settings) } != nil)
    #expect(try copies.count == 2)
  }

  @Test func theSettingsStandInTheBook() throws {
    var settings = try ledger.settings
    settings.backups.keep = 3
    settings.backups.folder = "/media/usb"
    settings.backups.afterMonthEnd = true
    try ledger.updateSettings(settings)
    #expect(try ledger.settings.backups == settings.backups)
    #expect(try ledger.verify().isOK)
  }

  @Test func statusWarnsWhenWhatWasRecordedHasNoCopyForAWeek() throws {
    func needs(on date: String) throws -> Bool {
      let book = try Ledger.open(
        at: folder.file(), access: .readOnly, clock: clock(on: date))
      defer { try? book.close() }
      return try book.status().needsBackup
    }
    #expect(try !ledger.status().needsBackup)
    try ledger.join("0001")
    _ = try ledger.deposit(5, member: "0001", on: day("2026-01-02"))
    // On the first day nothing is old, copy or not.
    #expect(try !ledger.status().needsBackup)
    #expect(try !needs(on: "2030-02-06"))
    #expect(try needs(on: "2030-02-08"))
    _ = try ledger.backUp()
    // Nothing was recorded since but the note of the copy itself.
    #expect(try !needs(on: "2030-02-20"))
    let later = try Ledger.open(at: folder.file(), clock: clock(on: "2030-02-20"))
    _ = try later.deposit(5, member: "0001", on: day("2026-01-02"))
    try later.close()
    // What was recorded now is not as old as the copy.
    #expect(try !needs(on: "2030-02-21"))
    #expect(try needs(on: "2030-02-28"))
  }
}
