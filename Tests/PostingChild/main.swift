// Posts deposits and says after each that it is stored: the program that the tests of kill and
// power cut stop in the middle. It reads its clock from nowhere and needs no library but the ledger.
//
//   PostingChild BOOK COUNT [OPTION …]
//
//   normal        lets postings return before they are on the disk
//   checkpoint    moves the log every few entries
//   second        opens and closes the book a second time before each posting
//   reopen        opens the book anew for each posting
//   wait SECONDS  waits for other writers
//   pages N       moves the log every so many pages
//   name WORD     begins its references with a word
//   create        makes the book instead of posting
//   read FILE     reads until there is a file, instead of posting
//
//   PostingChild FOLDER 0 act NAME
//
// does one of the acts of `Tests/Acts` in a folder and says so after each time.
import KSPActs
import KSPLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[2]) else { exit(64) }
let path = arguments[1]
let options = Array(arguments.dropFirst(3))
let clock: Ledger.Clock = { Timestamp(seconds: 1_896_048_000) }

func value(_ option: String) -> String? {
  guard let index = options.firstIndex(of: option), index + 1 < options.count else { return nil }
  return options[index + 1]
}

func say(_ text: String) {
  _ = text.withCString { write(1, $0, strlen($0)) }
}

func openBook() throws -> Ledger {
  let ledger = try Ledger.open(
    at: path, waiting: .seconds(value("wait").flatMap { Int($0) } ?? 0), clock: clock)
  // For the canary only: what a power cut does to a book that does not wait for the disk.
  if options.contains("normal") { try ledger.lowerSynchronous() }
  // A checkpoint every few entries, which a day at the counter would not reach.
  if options.contains("checkpoint") { try ledger.checkpointEvery(40) }
  if let pages = value("pages").flatMap({ Int($0) }) { try ledger.checkpointEvery(pages) }
  return ledger
}

func openOnceMore() throws {
  try Ledger.open(at: path, clock: clock).close()
  let reader = try Ledger.open(at: path, access: .readOnly, clock: clock)
  _ = try reader.settings
  try reader.close()
}

func post() throws {
  let prefix = value("name") ?? "R"
  var ledger = try openBook()
  let first = prefix == "R" ? try ledger.status().entries + 1 : 1
  for number in first..<first + count {
    if options.contains("second") { try openOnceMore() }
    let receipt = try ledger.deposit(
      1_000, member: "0001", on: BookDate(parsing: "2026-01-05"),
      reference: "\(prefix)-\(number)",
      note: EntryNote(memo: String(repeating: "x", count: number % 300 + 1)))
    say("ACK \(receipt.entry.value)\n")
    if options.contains("reopen") {
      try ledger.close()
      ledger = try openBook()
    }
  }
  say("DONE\n")
}

if let name = value("act") {
  guard let act = Act(rawValue: name) else { exit(64) }
  try act.run(in: path) { say("ACK \($0) \($1)\n") }
  say("DONE\n")
} else if options.contains("create") {
  try Ledger.create(
    at: path, settings: BookSettings(name: "KSP Uji", firstMonth: BookMonth(parsing: "2026-01")),
    clock: clock
  ).close()
} else if let end = value("read") {
  repeat {
    let reader = try Ledger.open(at: path, access: .readOnly, clock: clock)
    _ = try reader.status()
    try reader.close()
  } while access(end, F_OK) != 0
} else {
  try post()
}
