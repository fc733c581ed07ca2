import Foundation
import KSPLedger

// The code of the articles in Sources/KSPLedger/KSPLedger.docc, run one after the other on a new
// book in a folder of its own. Each piece between `snippet` marks stands word for word in an article.

// As the second process that an article speaks of.
if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "second" {
  try openSecond(at: CommandLine.arguments[2])
  exit(0)
}

let folder = FileManager.default.temporaryDirectory.appendingPathComponent("articles-\(getpid())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

let path = folder.appendingPathComponent("koperasi.ksp").path
let clock: Ledger.Clock = { Timestamp(seconds: 1_772_236_800) }
let ledger = try Ledger.create(
  at: path,
  settings: BookSettings(name: "KSP Sejahtera", firstMonth: BookMonth(parsing: "2026-01")),
  clock: clock)
let joined = try BookDate(parsing: "2026-01-05")
for name in ["Siti Aminah", "Budi Santoso"] {
  _ = try ledger.addMember(
    NewMember(profile: MemberProfile(name: name), joinedOn: joined, pokok: 100_000))
}

try postSafely(in: ledger)
try closeMonth(of: ledger)
try showStatements(of: ledger)
try bringListsIn(to: ledger)
try getStarted(in: folder)
try meetErrors(in: ledger)
try await shareBook(at: path, writer: ledger, clock: clock)
try await serve(path, writer: ledger, clock: clock)
try lend(from: ledger)
try takePayroll(into: ledger)
try testWithABook()
try report(on: ledger)
try ledger.close()
try upgrade(path, clock: clock)
