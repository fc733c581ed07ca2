import KSPCore
@testable import KSPLedger
import KSPTestSupport
import Synchronization

/// A clock that tests set.
final class SetClock: Sendable {
  private let seconds: Mutex<Int64>

  init(_ text: String) throws {
    seconds = Mutex(try SetClock.seconds(text))
  }

  /// Nine in the morning of a day, in Jakarta.
  private static func seconds(_ text: String) throws -> Int64 {
    Int64(try day(text).dayNumber) * 86_400 + 2 * 3_600
  }

  func set(_ text: String) throws {
    let new = try SetClock.seconds(text)
    seconds.withLock { $0 = new }
  }

  var clock: Ledger.Clock { { Timestamp(seconds: self.seconds.withLock { $0 }) } }
}

/// A small book in which Siti joins, saves, moves house, borrows, and the cooperative is renamed.
struct LogBook {
  let folder: TestFolder
  let clock: SetClock
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    clock = try SetClock("2026-01-05")
    ledger = try Ledger.create(
      at: folder.file(), settings: BookSettings(name: "KSP Uji", firstMonth: month("2026-01")),
      chart: .withoutCashLimit(), clock: clock.clock)
  }

  /// Siti joins with pokok and wajib on 5 January.
  func join() throws {
    var profile = MemberProfile(name: "Siti Aminah")
    profile.phone = "081234567"
    _ = try ledger.addMember(
      NewMember(
        number: "0001", profile: profile, joinedOn: day("2026-01-05"), pokok: 100_000,
        wajib: 20_000, reference: "A-1", note: EntryNote(recordedBy: "Rina")))
  }

  func deposit(_ reference: String = "D-1", on date: String = "2026-01-06") throws {
    try clock.set(date)
    _ = try ledger.deposit(
      500_000, member: "0001", on: day(date),
      reference: reference, note: EntryNote(recordedBy: "Rina"))
  }

  /// Another name and telephone.
  func change(name: String = "Siti Aminah Wati") throws {
    try clock.set("2026-01-07")
    var profile = try ledger.member("0001").member.profile
    profile.name = name
    profile.phone = "085555555"
    _ = try ledger.updateMember("0001", profile: profile, note: EntryNote(recordedBy: "Budi"))
  }

  func rename(_ name: String = "KSP Baru") throws {
    try clock.set("2026-01-08")
    var settings = try ledger.settings
    settings.name = name
    settings.address = "Jl. Merdeka 1"
    try ledger.changeCatalog { session in
      _ = try SettingsDesk(session: session).changeSettings(
        to: settings, note: EntryNote(recordedBy: "Budi"))
    }
  }

  /// A flat loan of 1,200,000 with a guarantor, paid out.
  func lend() throws {
    try clock.set("2026-01-09")
    let loan = try ledger.applyForLoan(
      LoanApplication(
        member: "0001", product: "flat", amount: 1_200_000, date: day("2026-01-09"),
        guarantors: ["Pak Guru"], reference: "P-1", note: EntryNote(recordedBy: "Rina")))
    if try ledger.loan(loan.number).loan.terms.needsApproval {
      _ = try ledger.approveLoan(loan.number, on: day("2026-01-09"))
    }
    _ = try ledger.disburse(
      loan.number, on: day("2026-01-09"), reference: "C-1", note: EntryNote(recordedBy: "Rina"))
  }

  func events(_ selection: EventSelection = EventSelection()) throws -> [LedgerEvent] {
    var events: [LedgerEvent] = []
    try ledger.events(selection) { events.append($0) }
    return events
  }
}
