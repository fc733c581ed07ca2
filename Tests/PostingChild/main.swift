// Posts deposits and says after each that it is stored: the program that the tests of kill and
// power cut stop in the middle. It reads its clock from nowhere and needs no library but the ledger.
//
//   PostingChild BOOK COUNT [normal] [checkpoint]
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
let ledger = try Ledger.open(at: arguments[1]) { Timestamp(seconds: 1_795_478_400) }
// For the canary only: what a power cut does to a book that does not wait for the disk.
if arguments.dropFirst(3).contains("normal") { try ledger.lowerSynchronous() }

// A checkpoint every few entries, which a day at the counter would not reach.
if arguments.dropFirst(3).contains("checkpoint") { try ledger.checkpointEvery(40) }

func say(_ text: String) {
  _ = text.withCString { write(1, $0, strlen($0)) }
}

let first = try ledger.status().entries + 1
for number in first..<first + count {
  let receipt = try ledger.deposit(
    1_000, member: "0001", on: BookDate(parsing: "2026-01-05"),
    note: EntryNote(reference: "R-\(number)", memo: String(repeating: "x", count: number % 300 + 1))
  )
  say("ACK \(receipt.entry.value)\n")
}
say("DONE\n")
