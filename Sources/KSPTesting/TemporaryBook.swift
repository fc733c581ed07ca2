import Foundation
public import KSPCore
public import KSPLedger

/// A book in a folder of its own; both go away with the value.
///
/// ```swift
/// let book = try TemporaryBook()
/// _ = try book.ledger.addMember(NewMember(profile: MemberProfile(name: "Siti"), joinedOn: today))
/// ```
public final class TemporaryBook: Sendable {
  /// The open book.
  public let ledger: Ledger
  /// What tells it the time.
  public let clock: FixedClock
  /// The folder, for files of the test beside the book.
  public let folder: String
  /// The file of the book.
  public var path: String { folder + "/koperasi.ksp" }

  /// Makes a book.
  ///
  /// - Parameters:
  ///   - settings: What the book says about itself; its first month is January 2026 otherwise.
  ///   - chart: The chart of accounts; nil for the standard one.
  ///   - clock: Tells the time; noon of 2026-01-31 otherwise.
  /// - Throws: What making a folder and `Ledger.create` can throw.
  public init(
    settings: BookSettings? = nil, chart: ChartOfAccounts? = nil, clock: FixedClock? = nil
  ) throws {
    let clock = try clock ?? FixedClock(BookDate(parsing: "2026-01-31"))
    let settings =
      try settings
      ?? BookSettings(
        name: "KSP Uji", firstMonth: BookMonth(parsing: "2026-01"))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "ksp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
    self.clock = clock
    do {
      ledger = try Ledger.create(
        at: folder.path + "/koperasi.ksp", settings: settings, chart: chart, clock: clock.clock)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit {
    try? ledger.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Opens the book once more, as another part of a program would.
  ///
  /// - Throws: As `Ledger.open`.
  public func open(_ access: Ledger.Access = .readOnly) throws(LedgerError) -> Ledger {
    try Ledger.open(at: path, access: access, clock: clock.clock)
  }
}
