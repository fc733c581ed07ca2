public import Foundation
public import KSPCore
public import KSPLedger

/// A folder of its own for one test, removed when the value goes away.
public final class TestFolder: Sendable {
  /// The folder.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "ksp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A file in the folder.
  public func file(_ name: String = "book.ksp") -> String { path + "/" + name }
}

/// A clock that stands still: 2026-11-24 00:00 UTC.
public let standingClock: Ledger.Clock = { Timestamp(seconds: 1_795_478_400) }

/// A new book whose first month is January 2026.
public func makeBook(_ folder: TestFolder, first: String = "2026-01") throws -> Ledger {
  try Ledger.create(
    at: folder.file(),
    settings: BookSettings(name: "KSP Uji", firstMonth: try BookMonth(parsing: first)),
    clock: standingClock)
}

/// A day, from its ISO text.
public func day(_ text: String) throws -> BookDate { try BookDate(parsing: text) }

/// A month, from its ISO text.
public func month(_ text: String) throws -> BookMonth { try BookMonth(parsing: text) }

extension Ledger {
  /// Adds a member who joined on the first day of 2026.
  @discardableResult
  public func join(_ number: String, kind: Member.Kind = .individual) throws -> Member {
    try addMember(
      NewMember(
        number: number, profile: MemberProfile(name: "Anggota \(number)", kind: kind),
        joinedOn: day("2026-01-01"))
    ).member
  }
}

/// A repeatable random generator (SplitMix64).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The folder of the package, found from this file.
public let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
