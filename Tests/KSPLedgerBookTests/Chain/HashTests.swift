import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The documented canonical bytes and SHA-256, written a second time.
@Suite struct HashTests {
  @Test func entriesChainAsDocumented() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let note = EntryNote(reference: "K-1", memo: "Setoran é", recordedBy: "kasir")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-10"), note: note)
    let second = try ledger.withdraw(20_000, member: "0001", on: day("2026-01-12"))
    _ = try ledger.reverse(second.entry, on: day("2026-01-13"))
    _ = try ledger.runMonthEnd(month("2026-01"), note: EntryNote(recordedBy: "bendahara"))
    try ledger.close()
    var previous = [UInt8](repeating: 0, count: 32)
    try DatabaseQueue(path: folder.file()).read { db in
      let chain = try Row.fetchAll(db, sql: "SELECT number, voucher FROM chain ORDER BY number")
      #expect(chain.map { $0["number"] as Int } == Array(1...chain.count))
      #expect(chain.compactMap { $0["voucher"] as Int? } == [1, 2, 3, 4])
      for link in chain {
        let stored: [UInt8]
        if let voucher = link["voucher"] as Int64? {
          let entry = try #require(
            try Row.fetchOne(db, sql: "SELECT * FROM entry WHERE id = ?", arguments: [voucher]))
          let legs = try Row.fetchAll(
            db, sql: "SELECT account, amount FROM posting WHERE entry = ? ORDER BY line",
            arguments: [voucher])
          previous = sha256(canonical(entry, legs: legs, previous: previous))
          stored = Array(entry["hash"] as Data)
        } else {
          let number: Int64 = link["number"]
          let event = try #require(
            try Row.fetchOne(db, sql: "SELECT * FROM event WHERE number = ?", arguments: [number]))
          previous = sha256(canonical(event, previous: previous))
          stored = Array(event["hash"] as Data)
        }
        #expect(stored == previous)
      }
    }
  }

  /// The hashes of a small journal, written down. Another value means that books in use would no
  /// longer verify: new bytes need a new version of them beside `KSP-ENTRY-1` and `KSP-EVENT-1`,
  /// not a new literal. The last one stands for everything before it.
  @Test func theHashesOfAFixedJournal() throws {
    let folder = try TestFolder()
    // The moment is part of what is hashed.
    let ledger = try createBook(folder, clock: { Timestamp(seconds: 1_795_478_400) })
    try ledger.useSalts { Array(0..<16) }
    try ledger.join("0001")
    let note = EntryNote(reference: "K-1", memo: "Setoran é", recordedBy: "kasir")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-10"), note: note)
    let second = try ledger.withdraw(20_000, member: "0001", on: day("2026-01-12"))
    _ = try ledger.reverse(second.entry, on: day("2026-01-13"))
    _ = try ledger.runMonthEnd(month("2026-01"), note: EntryNote(recordedBy: "bendahara"))
    let hashes = try (1...4).map { try ledger.entry(EntryNumber($0)).hash }
    #expect(
      hashes == [
        "8241d61c133f6bf80fc601b698a45a18ebde9db84e132a1c5342222777399e21",
        "82eaefa0c8b5c45d1c7743b3aaab29569712ce98dae397d391803f3234044714",
        "0289ead2bea895ab702d164aefe8477274afc0980ac9e4d839422ea8d47047aa",
        "d9d1eafa280ea6488fcaee5b825ae76ec35713b7063f28d0e664b1a32c7f1d3e",
      ])
  }

  @Test func theSecondImplementationIsSHA256() {
    let hex = sha256(Array("abc".utf8)).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    #expect(
      hex.joined() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  private func canonical(_ entry: Row, legs: [Row], previous: [UInt8]) -> [UInt8] {
    let body = legs.flatMap { bytes($0["account"]) + bytes($0["amount"]) }
    var header = bytes(entry["id"]) + bytes(entry["event"]) + bytes(entry["act"] ?? 0)
    header += bytes(entry["bookDate"]) + bytes(entry["recordedAt"])
    header += bytes(entry["reverses"] ?? 0)
    for name in ["kind", "reference", "memo", "recordedBy"] {
      let text: String? = entry[name]
      header += bytes(text.map { Int64($0.utf8.count) + 1 } ?? 0) + Array((text ?? "").utf8)
    }
    return body + header + bytes(Int64(legs.count)) + bytes(Int64(header.count))
      + Array("KSP-ENTRY-1".utf8) + previous
  }

  private func canonical(_ event: Row, previous: [UInt8]) -> [UInt8] {
    var header = bytes(event["number"]) + bytes(event["act"] ?? 0)
    header += bytes(event["afterEntry"]) + bytes(event["recordedAt"])
    for name in ["kind", "subject", "reference", "memo", "recordedBy"] {
      let text: String? = event[name]
      header += bytes(text.map { Int64($0.utf8.count) + 1 } ?? 0) + Array((text ?? "").utf8)
    }
    let content = Array(event["content"] as Data)
    return header + content + bytes(Int64(content.count)) + bytes(Int64(header.count))
      + Array("KSP-EVENT-1".utf8) + previous
  }

  private func bytes(_ value: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
  }

  /// SHA-256 as FIPS 180-4 has it, its constants computed from the first primes.
  private func sha256(_ message: [UInt8]) -> [UInt8] {
    let primes = (2..<312).filter { n in !(2..<n).contains { n % $0 == 0 } }
    let constants = primes.map { fraction(of: $0, power: 3) }
    var state = primes.prefix(8).map { fraction(of: $0, power: 2) }
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += bytes(Int64(message.count) * 8)
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { word in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[start + 4 * word + $1]) }
      }
      for t in 16..<64 {
        let x = words[t - 15]
        let y = words[t - 2]
        let low = rotate(x, 7) ^ rotate(x, 18) ^ (x >> 3)
        let high = rotate(y, 17) ^ rotate(y, 19) ^ (y >> 10)
        words.append(words[t - 16] &+ low &+ words[t - 7] &+ high)
      }
      var v = state
      for t in 0..<64 {
        let high = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let one = v[7] &+ high &+ choice &+ constants[t] &+ words[t]
        let low = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        let two = low &+ majority
        v = [one &+ two, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
      }
      for index in 0..<8 { state[index] = state[index] &+ v[index] }
    }
    return state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
  }

  private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits after the point of a root.
  private func fraction(of prime: Int, power: Int) -> UInt32 {
    let target = UInt128(prime) << UInt128(32 * power)
    var root: UInt128 = 0
    for bit in (0..<38).reversed() {
      let tried = root | UInt128(1) << UInt128(bit)
      let raised = power == 2 ? tried * tried : tried * tried * tried
      if raised <= target { root = tried }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
