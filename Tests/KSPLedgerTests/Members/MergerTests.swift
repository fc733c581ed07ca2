import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// One person who was entered twice becomes one member.
@Suite struct MergerTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for number in ["0001", "0002", "0003"] { try ledger.join(MemberNumber(number)) }
  }

  private func deposit(
    _ amount: Rupiah, _ member: MemberNumber, _ product: ProductCode = "sukarela",
    on date: String = "2026-01-05"
  ) throws {
    _ = try ledger.deposit(amount, member: member, product: product, on: day(date))
  }

  private func merge(
    _ number: MemberNumber = "0002", into survivor: MemberNumber = "0001",
    on date: String = "2026-01-20", reason: String? = "dobel", key: String? = nil
  ) throws -> MembershipReceipt {
    try ledger.mergeMember(number, into: survivor, on: day(date), reason: reason, reference: key)
  }

  private func balances(_ member: MemberNumber) throws -> [AccountCode: Rupiah] {
    try ledger.member(member).savings.reduce(into: [:]) { $0[$1.account] = $1.balance }
  }

  @Test("Savings move to the same products, and the duplicate points to who stays")
  func moves() throws {
    try deposit(100_000, "0001")
    try deposit(50_000, "0002")
    try deposit(25_000, "0002", "pokok")
    let rehearsed = try ledger.mergeMember(
      "0002", into: "0001", on: day("2026-01-20"), reason: "dobel", dryRun: true)
    #expect(try ledger.member("0002").member.leftOn == nil)
    let merged = try merge(key: "G-1")
    #expect(merged.receipt?.amount == rehearsed.receipt?.amount)
    // The interest of fifteen days is paid first, whatever the terms say of leaving.
    let interest = try ledger.account(AccountCode("5-1000")).balance
    #expect(interest.isPositive)
    #expect(try balances("0002").values.allSatisfy { $0.isZero })
    #expect(
      try balances("0001") == [
        AccountCode("SUK-0001"): 150_000 + interest, AccountCode("POK-0001"): 25_000,
      ])
    #expect(try merged.receipt?.amount == 75_000 + interest)
    #expect(merged.receipt?.parts.map(\.account?.text) == ["POK-0001", "SUK-0001"])
    let (gone, kept) = (try ledger.member("0002").member, try ledger.member("0001").member)
    #expect(try gone.leftOn == day("2026-01-20") && gone.leavingReason == "dobel")
    #expect(gone.mergedInto == "0001" && gone.mergedFrom.isEmpty)
    #expect(kept.mergedInto == nil && kept.mergedFrom == ["0002"])
    let hit = try ledger.find("0002").hits.first { $0.kind == .member }
    #expect(hit?.detail?.contains("→ 0001") == true)
    // The same again is done once; something else under its key is refused.
    let again = try merge(key: "G-1")
    #expect(again.receipt?.isReplay == true && again.receipt?.entry == merged.receipt?.entry)
    #expect(refusal { try merge(on: "2026-01-21", key: "G-1") } == .referenceReused)
    #expect(refusal { try merge(reason: "lain", key: "G-1") } == .referenceReused)
    #expect(refusal { try merge("0002", into: "0003", key: "G-1") } == .referenceReused)
    #expect(refusal { try merge() } == .memberLeft)
    #expect(refusal { try deposit(1, "0002", on: "2026-01-21") } == .memberLeft)
    #expect(try ledger.verify().isOK)
  }

  @Test("A standing order that has ended keeps nobody") func endedOrder() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    try deposit(100_000, "0002")
    try ledger.addStandingOrder(
      NewStandingOrder(
        from: "SUK-0002", to: .dues("wajib"), day: 25, since: day("2026-01-01")))
    #expect(refusal { try merge() } == .memberNotMergeable)
    try ledger.endStandingOrder(1, reason: "dobel", on: day("2026-01-15"))
    _ = try merge()
    #expect(try ledger.verify().isOK)
  }

  @Test("The number that stays gets what the register says of the other one and it lacks")
  func carries() throws {
    var lost = try ledger.member("0002").member.profile
    (lost.nik, lost.heir, lost.heirRelation) = ("3311995001640001", "Rina", "anak")
    (lost.phone, lost.address) = ("0812", "Jl. Lama")
    _ = try ledger.updateMember(
      "0002", profile: lost, attributes: ["terkait": "ketua", "ukuran": "M"])
    var kept = try ledger.member("0001").member.profile
    (kept.address, kept.heirRelation) = ("Jl. Baru", "istri")
    _ = try ledger.updateMember("0001", profile: kept, attributes: ["ukuran": "L"])
    _ = try merge(key: "G-2")
    let member = try ledger.member("0001").member
    #expect(member.profile.nik == "3311995001640001" && member.profile.phone == "0812")
    #expect(member.profile.address == "Jl. Baru")
    #expect(member.profile.heir == "Rina" && member.profile.heirRelation == "anak")
    #expect(member.attributes == ["terkait": "ketua", "ukuran": "L"])
    #expect(try ledger.member("0002").member.profile.nik == "3311995001640001")
    #expect(try merge(key: "G-2").member.mergedInto == "0001")
    #expect(try ledger.verify().isOK)
  }

  @Test("The dues card of the number that is gone says when it left and which one stays")
  func goneCard() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    try deposit(20_000, "0002", "wajib")
    _ = try merge()
    let card = try #require(try ledger.dues(of: "0002", asOf: day("2026-03-31")).cards.first)
    #expect(card.mergedInto == "0001" && card.months.isEmpty && card.owed.isZero)
    #expect(try card.leftOn == day("2026-01-20"))
    let stays = try #require(try ledger.dues(of: "0001", asOf: day("2026-03-31")).cards.first)
    #expect(stays.mergedInto == nil && stays.paid == 20_000)
    // Before the merger it was a card as any other.
    let before = try ledger.dues(of: "0002", asOf: day("2026-01-19")).cards.first
    #expect(before?.mergedInto == nil && before?.paid == 20_000)
  }

  @Test("Who has nothing leaves without a voucher")
  func empty() throws {
    let entries = try ledger.status().entries
    #expect(try merge(key: "G").receipt == nil)
    #expect(try merge(key: "G").receipt == nil)
    #expect(try ledger.status().entries == entries)
    #expect(try ledger.member("0002").member.mergedInto == "0001")
    #expect(try ledger.verify().isOK)
  }

  @Test("Dues are those of one member who had paid all of it, month by month")
  func dues() throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let (two, one) = (try makeBook(TestFolder()), try makeBook(TestFolder()))
      for book in [two, one] { try book.setDues(20_000, from: month("2026-01")) }
      let joined = [pick(1...20), pick(1...20)]
      for (index, number) in (["0001", "0002"] as [MemberNumber]).enumerated() {
        _ = try two.addMember(
          NewMember(
            number: number, profile: MemberProfile(name: "Siti"),
            joinedOn: day("2026-01-01").adding(days: joined[index])))
      }
      _ = try one.addMember(
        NewMember(
          number: "0001", profile: MemberProfile(name: "Siti"),
          joinedOn: day("2026-01-01").adding(days: joined.min() ?? 0)))
      for _ in 0..<pick(1...5) {
        let amount = Rupiah(sen: Int64(pick(1...6)) * 1_000_000)
        let date = try day("2026-01-21").adding(days: pick(0...8))
        let payer: MemberNumber = pick(0...1) == 0 ? "0001" : "0002"
        for (book, member) in [(two, payer), (one, "0001" as MemberNumber)] {
          _ = try book.deposit(amount, member: member, product: "wajib", on: date)
        }
      }
      _ = try two.mergeMember("0002", into: "0001", on: day("2026-01-31"))
      for asOf in ["2026-01-31", "2026-02-28", "2026-05-31", "2027-01-31"] {
        #expect(
          try two.dues(asOf: day(asOf), includingLeft: true).members
            == one.dues(asOf: day(asOf)).members, "seed \(seed), \(asOf)")
      }
      #expect(try two.verify().isOK)
    }
  }

  @Test("The tax of the month counts what both received, on one slip")
  func tax() throws {
    for member in ["0001", "0002"] as [MemberNumber] {
      _ = try ledger.payInterest(150_000, member: member, on: day("2026-01-10"))
    }
    _ = try merge()
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.map(\.memberNumber) == ["0001"])
    // Either alone would stay below the threshold of Rp240.000.
    let slip = try #require(slips.first)
    #expect(slip.gross > 300_000)
    #expect(slip.tax.sen == slip.gross.sen / 1_000 * 100)
    #expect(try ledger.verify().isOK)
    // What was closed before the merger stays as it was.
    _ = try ledger.payInterest(150_000, member: "0003", on: day("2026-02-10"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    _ = try ledger.mergeMember("0003", into: "0001", on: day("2026-03-01"))
    #expect(try ledger.verify().isOK)
    _ = try ledger.runMonthEnd(month("2026-03"))
    #expect(try ledger.verify().isOK)
  }

  @Test("A chain of mergers ends with the last who stays")
  func chain() throws {
    for member in ["0001", "0002", "0003"] as [MemberNumber] {
      _ = try ledger.payInterest(100_000, member: member, on: day("2026-01-10"))
    }
    _ = try merge("0003", into: "0002")
    _ = try merge("0002", into: "0001")
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.map(\.memberNumber) == ["0001"])
    #expect(slips.allSatisfy { $0.gross > 300_000 })
    #expect(try ledger.verify().isOK)
  }

  @Test("Total savings stay the same product by product, but for the interest that is paid")
  func property() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let book = try makeBook(TestFolder())
      for number in ["0001", "0002"] { try book.join(MemberNumber(number)) }
      for _ in 0..<pick(0...3) {
        _ = try book.openAccount(member: "0002", product: "sukarela", on: day("2026-01-02"))
      }
      let accounts = try book.member("0002").savings.map(\.account)
      for account in accounts {
        _ = try book.deposit(
          Rupiah(sen: Int64(pick(1...500_000)) * 10_000), member: "0002", account: account,
          on: day("2026-01-04"))
      }
      for _ in 0..<pick(0...6) {
        let product = ["pokok", "wajib"][pick(0...1)]
        _ = try book.deposit(
          Rupiah(sen: Int64(pick(1...500_000)) * 10_000),
          member: pick(0...2) == 0 ? "0001" : "0002", product: ProductCode(product),
          on: day("2026-01-05"))
      }
      func totals() throws -> [ProductCode: Rupiah] {
        try ["0001", "0002"].flatMap { try book.member(MemberNumber($0)).savings }
          .reduce(into: [:]) { $0[$1.product] = try $0[$1.product, default: .zero] + $1.balance }
      }
      var before = try totals()
      _ = try book.mergeMember(
        "0002", into: "0001", on: day("2026-01-05").adding(days: pick(0...20)))
      let interest = try book.account(AccountCode("5-1000")).balance
      before["sukarela"] = try before["sukarela", default: .zero] + interest
      #expect(
        try totals().filter { !$0.value.isZero } == before.filter { !$0.value.isZero },
        "seed \(seed)")
      #expect(try book.member("0002").savings.allSatisfy { $0.balance.isZero })
      #expect(try book.verify().isOK, "seed \(seed)")
    }
  }

  // MARK: - What cannot move

  @Test("Who is not the same person, and what was agreed under a number, stand in the way")
  func refusals() throws {
    func isRefused(_ reason: String, _ merge: () throws -> MembershipReceipt) {
      let found = refused { try merge() }
      #expect(found?.code == .memberNotMergeable)
      #expect(found?.message.english.contains(reason) == true, "\(found?.message.english ?? "")")
    }
    isRefused("same number") { try merge("0001", into: "0001") }
    try ledger.join("0004", kind: .organization)
    isRefused("organisation") { try merge("0004") }
    for (number, nik) in [("0001", "3201010101010001"), ("0002", "3201010101010002")] {
      var profile = try ledger.member(MemberNumber(number)).member.profile
      profile.nik = nik
      try ledger.updateMember(MemberNumber(number), profile: profile)
    }
    isRefused("NIK") { try merge() }
    _ = try ledger.payInterest(500_000, member: "0003", on: day("2026-01-08"))
    _ = try ledger.withdraw(500_000, member: "0003", on: day("2026-01-08"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    isRefused("tax") { try merge("0003", on: "2026-02-02") }
    #expect(refusal { try merge("0003", on: "2026-01-20") } == .periodClosed)
    #expect(refusal { try merge("0003", on: "2026-03-01") } == .monthEarlierOpen)
    #expect(try ledger.verify().isOK)
  }

  @Test("A loan, and a list that is out, stay under the number they were made for")
  func agreed() throws {
    let book = try LoanBook(TestFolder())
    let ledger = book.ledger
    _ = try book.lend("flat", 1_200_000, to: "0001")
    func reason(_ number: MemberNumber, into survivor: MemberNumber) -> String {
      let found = refused {
        try ledger.mergeMember(number, into: survivor, on: day("2026-01-20"))
      }
      #expect(found?.code == .memberNotMergeable)
      return found?.message.english ?? ""
    }
    #expect(reason("0001", into: "0002").contains("PJ-0001"))
    try ledger.setDues(20_000, from: month("2026-01"))
    let claim = try ledger.sendClaim(for: month("2026-01"), on: day("2026-01-20"))
    #expect(reason("0002", into: "0001").contains("payroll claim 1"))
    _ = try ledger.closeClaim(claim.number, reason: "batal", on: day("2026-01-20"))
    try ledger.addTill("kolektor", .field, keeper: "budi")
    try ledger.openTill("kolektor", on: day("2026-01-20"))
    _ = try ledger.takeCollectionList("kolektor", .members(["0002"]), on: day("2026-01-20"))
    #expect(reason("0002", into: "0001").contains("kolektor"))
    try ledger.closeTill("kolektor", TillClosing(.sum(0)), on: day("2026-01-20"))
    // The other way round it is no duplicate of somebody with a loan.
    _ = try ledger.mergeMember("0002", into: "0001", on: day("2026-01-20"))
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Verify

  static let tampering: [(sql: String, check: String)] = [
    ("UPDATE memberMerge SET mergedOn = mergedOn + 1", "member.merged"),
    ("UPDATE account SET closedOn = NULL WHERE code = 'SUK-0002'", "member.merged"),
    (
      "UPDATE memberMerge SET survivor = (SELECT id FROM member WHERE number = '0003')",
      "member.mergers"
    ),
    ("DELETE FROM memberMerge", "member.mergers"),
    (
      "UPDATE savingsAccount SET product = 2 WHERE account = "
        + "(SELECT id FROM account WHERE code = 'SUK-0001')", "member.mergers"
    ),
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String, check: String) throws {
    try deposit(50_000, "0002")
    _ = try merge()
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    #expect(try RichBook.failures(folder).map(\.name).contains(check))
  }
}
