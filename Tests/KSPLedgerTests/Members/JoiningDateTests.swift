import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The day on which somebody joined is set right until a month end has counted them.
@Suite struct JoiningDateTests {
  let ledger: Ledger

  init() throws {
    ledger = try makeBook(TestFolder())
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try ledger.addMember(
      NewMember(
        number: "0001", profile: MemberProfile(name: "Siti"), joinedOn: day("2026-01-05")))
  }

  private func correct(_ date: String, memo: String? = "salah ketik", key: String? = nil) throws {
    try ledger.updateMember(
      "0001", profile: ledger.member("0001").member.profile, joined: day(date), reference: key,
      note: EntryNote(memo: memo))
  }

  @Test("K8: a wrong day of joining is corrected, and dues follow") func corrected() throws {
    #expect(try ledger.dues(asOf: day("2026-02-28")).owed == 40_000)
    try correct("2026-02-10", key: "M-1")
    try correct("2026-02-10", key: "M-1")
    let member = try ledger.member("0001").member
    #expect(try member.joinedOn == day("2026-02-10"))
    #expect(try member.memberships.map(\.since) == [day("2026-02-10")])
    #expect(try ledger.dues(asOf: day("2026-02-28")).owed == 20_000)
    #expect(refusal { try correct("2026-02-11", key: "M-1") } == .referenceReused)
    try correct("2025-12-31")
    #expect(try ledger.dues(asOf: day("2026-02-28")).owed == 40_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func itIsRefusedWithoutAReasonOrAgainstTheBook() throws {
    #expect(refusal { try correct("2026-01-04", memo: nil) } == .memberJoinedFixed)
    _ = try ledger.deposit(50_000, member: "0001", on: day("2026-01-20"))
    #expect(refusal { try correct("2026-01-21") } == .memberJoinedFixed)
    try correct("2026-01-20")
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(refusal { try correct("2026-01-06") } == .memberJoinedFixed)
    // Somebody who was entered since is not counted yet.
    _ = try ledger.addMember(
      NewMember(
        number: "0002", profile: MemberProfile(name: "Budi"), joinedOn: day("2026-02-05")))
    try ledger.updateMember(
      "0002", profile: ledger.member("0002").member.profile, joined: day("2026-02-03"),
      note: EntryNote(memo: "salah ketik"))
    #expect(try ledger.member("0002").member.joinedOn == day("2026-02-03"))
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: balances of all members on a past day, by group and product") func onADay() throws {
    var profile = MemberProfile(name: "Budi")
    profile.unit = "Pasar"
    _ = try ledger.addMember(
      NewMember(number: "0002", profile: profile, joinedOn: day("2026-01-05")))
    for (member, amount, date) in [
      ("0001", 50_000, "2026-01-10"), ("0002", 70_000, "2026-01-10"), ("0002", 5_000, "2026-02-01"),
    ] as [(MemberNumber, Rupiah, String)] {
      _ = try ledger.deposit(amount, member: member, on: day(date))
    }
    _ = try ledger.deposit(20_000, member: "0001", product: "wajib", on: day("2026-01-11"))
    _ = try ledger.addMember(
      NewMember(
        number: "0003", profile: MemberProfile(name: "Ani"), joinedOn: day("2026-01-31")))
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-25"))
    func held(_ date: String, group: String? = nil, product: ProductCode? = nil) throws
      -> [String]
    {
      try ledger.members(asOf: day(date), group: group, product: product).members.map { member in
        "\(member.member.number) "
          + member.savings.map { "\($0.product) \($0.balance.grouped)" }.joined(separator: " ")
      }
    }
    #expect(
      try held("2026-01-20") == ["0001 wajib 20.000 sukarela 50.000", "0002 sukarela 70.000"])
    #expect(try held("2026-01-25") == ["0002 sukarela 70.000"])
    #expect(try held("2026-02-01") == ["0002 sukarela 75.000", "0003 "])
    #expect(try held("2026-01-20", product: "wajib") == ["0001 wajib 20.000"])
    #expect(try held("2026-01-20", group: "Pasar") == ["0002 sukarela 70.000"])
    #expect(refusal { try held("2026-01-20", product: "x") } == .productUnknown)
    for (date, numbers) in [
      ("2026-01-20", ["0001", "0002"]), ("2026-01-25", ["0002"]), ("2026-02-01", ["0002", "0003"]),
    ] as [(String, [MemberNumber])] {
      #expect(try ledger.memberNumbers(asOf: day(date)) == numbers, "\(date)")
    }
  }
}
