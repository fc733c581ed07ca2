import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Whoever asks about somebody who is not there hears so, and not that they have nothing.
@Suite struct UnknownNameTests {
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    var profile = MemberProfile(name: "Siti")
    profile.unit = "Pasar"
    _ = try ledger.addMember(
      NewMember(number: "0001", profile: profile, joinedOn: day("2026-01-02")))
  }

  @Test func aMemberWhomNobodyKnows() throws {
    let (nobody, today): (MemberNumber, BookDate) = ("9999", try day("2026-01-20"))
    let questions: [(String, (MemberNumber) throws -> Int)] = [
      ("loans", { try ledger.loans(of: $0).count }),
      ("debts", { try ledger.debts(of: $0, asOf: today).count }),
      ("holds", { try ledger.holds(of: $0).count }),
      ("heldSavings", { try ledger.heldSavings(of: $0, on: today).count }),
      ("standingOrders", { try ledger.standingOrders(of: $0).count }),
      ("plannedSavings", { try ledger.plannedSavings(of: $0, on: today).count }),
      ("termDeposits", { try ledger.termDeposits(of: $0).count }),
    ]
    for (name, ask) in questions {
      #expect(refusal { try ask(nobody) } == .memberUnknown, "\(name)")
      #expect(try ask("0001") == 0, "\(name)")
    }
  }

  @Test func aGroupAndAClerkWhomNobodyKnows() throws {
    let today = try day("2026-01-20")
    let january = BookPeriod(try month("2026-01"))
    let questions: [(String, (String) throws -> Int)] = [
      ("members", { try ledger.members(asOf: today, group: $0).members.count - 1 }),
      ("dues", { try ledger.dues(asOf: today, group: $0).members.count }),
      ("dueInstallments", { try ledger.dueInstallments(in: january, group: $0).rows.count }),
    ]
    for (name, ask) in questions {
      #expect(refusal { try ask("Pasir") } == .groupUnknown, "\(name)")
      #expect(try ask("pasar") == 0, "\(name)")
    }
    #expect(
      refusal { try ledger.entries(EntryQuery(recordedBy: "Xenia")) { _ in } } == .authorUnknown)
  }
}
