import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a program looks up: entries, members, balances, cash.
@Suite(.hangs) struct LookupTests {
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    try ledger.join("0001")
    var profile = MemberProfile(name: "Siti_Aminah 100%")
    profile.nik = "1971015205850003"
    profile.address = "Jl. Toboali 5"
    profile.phone = "0812-3456-7890"
    profile.externalID = "HR-77"
    _ = try ledger.addMember(
      NewMember(
        number: "0002", profile: profile,
        joinedOn: day("2026-01-01"), attributes: ["kelompok": "Melati"], pokok: 100_000,
        wajib: 20_000, reference: "MASUK-2", note: EntryNote(recordedBy: "sari")))
  }

  private func note(_ by: String, _ reference: String? = nil) -> EntryNote {
    EntryNote(reference: reference, recordedBy: by)
  }

  private func numbers(_ query: EntryQuery) throws -> [Int64] {
    var found: [Int64] = []
    try ledger.entries(query) { found.append($0.number.value) }
    return found
  }

  /// Every query gives what a walk over the whole journal finds.
  @Test func entriesByEverything() throws {
    var generator = SplitMix64(seed: 7)
    for index in 0..<120 {
      let member = ["0001", "0002"].randomElement(using: &generator) ?? ""
      let date = try day("2026-01-01").adding(days: Int.random(in: 0..<60, using: &generator))
      let by = ["sari", "budi"].randomElement(using: &generator) ?? ""
      let amount = Rupiah(sen: Int64.random(in: 1...9, using: &generator) * 1_000_00)
      if Int.random(in: 0..<4, using: &generator) > 0 {
        _ = try ledger.deposit(
          amount, member: MemberNumber(member), on: date, note: note(by, "R-\(index)"))
      } else {
        _ = try ledger.chargeFee(
          amount, member: MemberNumber(member), on: date, note: note(by, "R-\(index)"))
      }
    }
    var all: [PostedEntry] = []
    try ledger.entries { all.append($0) }
    #expect(all.count == 121)
    let february = try period("2026-02-01", "2026-02-28")
    let account = AccountCode("SUK-0001")
    for in_ in [nil, february] {
      for member: MemberNumber? in [nil, "0002"] {
        for code in [nil, account] {
          for kinds: Set<EntryKind> in [[], [.fee], [.fee, .join]] {
            for by in [nil, "sari"] {
              for amount in [nil, Rupiah(300_000)...Rupiah(500_000)] {
                let query = EntryQuery(
                  in: in_, member: member, account: code, kinds: kinds, recordedBy: by,
                  amount: amount)
                let expected = all.filter { entry in
                  (in_.map { ($0.first...$0.last).contains(entry.bookDate) } ?? true)
                    && (member.map { entry.members.contains($0) } ?? true)
                    && (code.map { code in entry.legs.contains { $0.account == code } } ?? true)
                    && (kinds.isEmpty || kinds.contains(entry.kind))
                    && (by.map { entry.note.recordedBy == $0 } ?? true)
                    && (amount.map { range in
                      range.contains(entry.amount)
                        || entry.legs.contains {
                          range.contains(Rupiah(sen: Int64($0.amount.senMagnitude)))
                        }
                    } ?? true)
                }
                let found = try numbers(query)
                #expect(found == expected.map(\.number.value), "\(query)")
              }
            }
          }
        }
      }
    }
    #expect(refusal { try numbers(EntryQuery(member: "9999")) } == .memberUnknown)
    #expect(refusal { try numbers(EntryQuery(account: AccountCode("9-9999"))) } == .accountUnknown)
  }

  @Test func entriesByReference() throws {
    let joining = try ledger.entries(reference: "MASUK-2")
    #expect(joining.map(\.kind) == [.join])
    #expect(joining.first?.amount == 120_000)
    #expect(joining.first?.members == ["0002"])
    #expect(try ledger.entries(reference: "TIDAK ADA").isEmpty)
  }

  @Test func aLoansEntriesNameItsMember() throws {
    let loan = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 1_200_000, date: day("2026-01-05")))
    let found = try numbers(EntryQuery(member: "0001"))
    let entry = try ledger.entry(loan.receipt.entry)
    #expect(found == [entry.number.value])
    #expect(entry.members == ["0001"])
    #expect(entry.amount == 1_200_000)
  }

  @Test(arguments: [
    ("siti", ["0002"]), ("SITI toboali", ["0002"]), ("000", ["0001", "0002"]), ("7890", ["0002"]),
    ("520585", ["0002"]), ("hr-77", ["0002"]), ("melati", ["0002"]), ("_", ["0002"]),
    ("100%", ["0002"]), ("%", ["0002"]), ("!", []), ("siti 0001", []), ("", []), ("  ", []),
  ]) func membersByAnyWord(_ text: String, _ expected: [String]) throws {
    #expect(try ledger.members(matching: text).map(\.member.number.text) == expected)
  }

  @Test(
    arguments: [
      (.nik("1971015205850003"), true), (.nik("19.71015-205850003"), true),
      (.nik("1971015205850004"), false), (.npwp("1971015205850003"), false),
      (.npwp("01.234.567.8-901.000"), true), (.npwp("0012345678901000"), true),
      (.phone("081234567890"), true), (.phone("+62 812 3456 7890"), true),
      (.phone("3456-7890"), false), (.externalID("HR-77"), true), (.externalID("HR-7"), false),
      (.externalID("hr-77"), false), (.attribute("kelompok", "Melati"), true),
      (.attribute("kelompok", "Mel"), false), (.attribute("regu", "Melati"), false),
    ] as [(MemberKey, Bool)]) func membersByOneFact(_ key: MemberKey, _ isFound: Bool) throws
  {
    var profile = try ledger.member("0002").member.profile
    profile.npwp = "012345678901000"
    try ledger.updateMember("0002", profile: profile)
    #expect(try ledger.members(having: key).map(\.member.number) == (isFound ? ["0002"] : []))
    _ = try ledger.endMembership(of: "0002", on: day("2026-01-05"))
    #expect(try ledger.members(having: key).count == (isFound ? 1 : 0))
    #expect(try ledger.members(having: key, includingLeft: false).isEmpty)
  }

  @Test func aNumberThatIsNoneIsRefused() {
    #expect(refusal { try ledger.members(having: .nik("197101520585")) } == .nikUnreadable)
    #expect(refusal { try ledger.members(having: .npwp("x")) } == .npwpUnreadable)
  }

  @Test func whoLeftIsFoundIfAskedFor() throws {
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-05"))
    #expect(try ledger.members(matching: "0001").count == 1)
    #expect(try ledger.members(matching: "0001", includingLeft: false).isEmpty)
  }

  @Test func balancesOfAProductOnADay() throws {
    _ = try ledger.deposit(5_000, member: "0002", on: day("2026-01-05"))
    _ = try ledger.deposit(7_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.withdraw(1_000, member: "0001", on: day("2026-01-12"))
    func balances(_ text: String) throws -> [String: Rupiah] {
      var found: [String: Rupiah] = [:]
      try ledger.balances(of: "sukarela", on: day(text)) { found[$0.member.text] = $0.balance }
      return found
    }
    #expect(try balances("2026-01-09") == ["0001": 0, "0002": 5_000])
    #expect(try balances("2026-01-10") == ["0001": 7_000, "0002": 5_000])
    #expect(try balances("2026-01-12") == ["0001": 6_000, "0002": 5_000])
    #expect(
      refusal { try ledger.balances(of: "x", on: day("2026-01-12")) { _ in } } == .productUnknown)
  }

  @Test func cashOfADayByAuthor() throws {
    let today = try day("2026-01-05")
    _ = try ledger.deposit(5_000, member: "0001", on: today, note: note("sari"))
    _ = try ledger.deposit(2_000, member: "0001", on: today, note: note("budi"))
    _ = try ledger.withdraw(3_000, member: "0001", on: today, note: note("sari"))
    _ = try ledger.deposit(
      9_000, member: "0001", from: AccountCode("1-1100"), on: today, note: note("sari"))
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-06"), note: note("sari"))
    let totals = try ledger.cashTotals(in: BookPeriod(from: today, through: today))
    #expect(totals.map(\.account.text) == ["1-1000", "1-1000", "1-1100"])
    #expect(totals.map(\.recordedBy) == ["budi", "sari", "sari"])
    #expect(totals.map(\.received) == [2_000, 5_000, 9_000])
    #expect(totals.map(\.paid) == [0, 3_000, 0])
    #expect(totals.map(\.entries) == [1, 2, 1])
  }
}
