import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// Four who write and four who read, each command a process that opens the book and closes it.
///
/// `KSP_CROWD_SECONDS` says for how long; a few seconds where it says nothing.
@Suite struct CrowdTests {
  private static let seconds =
    Double(
      ProcessInfo.processInfo.environment["KSP_CROWD_SECONDS"] ?? "") ?? 5

  /// What one of the crowd did and saw.
  private struct Account: Sendable {
    /// The amounts that were acknowledged, by reference.
    var posted: [String: Int] = [:]
    var refused = 0
    var busy = 0
    var reads = 0
    var strange: [String] = []
  }

  @Test(.hangs) func nothingIsLostAndNobodyIsToldAnythingButToWait() throws {
    let folder = try CommandTests.prepared()
    _ = try CommandTests.ksp(folder, "setor", "0001", "100.000", "--date", "2026-01-03", "--yes")
    let before = try balance(folder)
    let end = Date().addingTimeInterval(Self.seconds)
    let accounts = Self.crowd(
      (1...4).map { writer in { @Sendable in try Self.write(folder, writer, until: end) } }
        + (1...4).map { _ in { @Sendable in try Self.read(folder, until: end) } })
    #expect(accounts.flatMap(\.strange) == [])
    let posted = accounts.flatMap { $0.posted.map(\.value) }
    #expect(posted.count > 4 && accounts.map(\.reads).reduce(0, +) > 4)
    #expect(accounts.map(\.refused).reduce(0, +) > 0)
    // Every acknowledged amount is there once, and nothing else is.
    #expect(try balance(folder) == before + posted.reduce(0, +))
    let book = try Ledger.open(
      at: folder.file("koperasi.ksp"), access: .readOnly, clock: standingClock)
    var references: [String: Int] = [:]
    try book.entries { entry in
      guard let reference = entry.note.reference else { return }
      references[reference, default: 0] += 1
    }
    for account in accounts {
      for reference in account.posted.keys { #expect(references[reference] == 1, "\(reference)") }
    }
    #expect(try book.verify().isOK)
  }

  /// Runs all of them at once, a thread for each: they wait for processes most of the time.
  private static func crowd(_ acts: [@Sendable () throws -> Account]) -> [Account] {
    let accounts = Mutex<[Account]>([])
    let done = DispatchGroup()
    for act in acts {
      done.enter()
      Thread {
        var account = Account()
        do { account = try act() } catch { account.strange = ["\(error)"] }
        accounts.withLock { $0.append(account) }
        done.leave()
      }.start()
    }
    done.wait()
    return accounts.withLock { $0 }
  }

  private func balance(_ folder: TestFolder) throws -> Int {
    let book = try Ledger.open(
      at: folder.file("koperasi.ksp"), access: .readOnly, clock: standingClock)
    let held = try book.member("0001").savings.first { $0.product == "sukarela" }?.balance
    return Int((held ?? .zero).sen / 100)
  }

  /// Deposits and withdrawals, now and then one that nobody can pay.
  private static func write(
    _ folder: TestFolder, _ writer: Int, until end: Date
  ) throws -> Account {
    var account = Account()
    var random = SplitMix64(seed: UInt64(writer))
    var number = 0
    while Date() < end || number < 4 {
      number += 1
      let reference = "W\(writer)-\(number)"
      let amount = Int.random(in: 1...2_000, using: &random)
      let (word, typed, change) =
        switch number % 4 {
        case 0: ("tarik", 900_000_000, 0)
        case 1: ("tarik", amount, -amount)
        default: ("setor", amount, amount)
        }
      let outcome = try CommandTests.ksp(
        folder, word, "0001", "\(typed)", "--date", "2026-01-05", "--ref", reference, "--wait",
        "60", "--yes")
      switch outcome.status {
      case 0: account.posted[reference] = change
      case 65 where outcome.messages.contains("tidak cukup"): account.refused += 1
      default: account.strange.append("\(word) \(outcome.status): \(outcome.messages)")
      }
      if account.posted[reference] != nil, change == 0 {
        account.strange.append("\(reference): more was paid than there is")
      }
    }
    return account
  }

  /// The statement and the status; a balance below zero must never be seen.
  private static func read(_ folder: TestFolder, until end: Date) throws -> Account {
    var account = Account()
    while Date() < end || account.reads < 2 {
      let outcome = try CommandTests.ksp(
        folder, "anggota", "lihat", "0001", "--format", "json")
      account.reads += 1
      if outcome.status != 0 || outcome.output.contains("\"balance\":\"-") {
        account.strange.append("\(outcome.status): \(outcome.messages)\(outcome.output)")
      }
    }
    return account
  }
}
