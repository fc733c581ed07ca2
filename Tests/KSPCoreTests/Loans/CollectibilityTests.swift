import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// Classes and allowances against the published examples, and at their boundaries.
@Suite struct CollectibilityTests {
  private static let names: [LoanClass: String] = [
    .lancar: "lancar", .dalamPerhatianKhusus: "dpk", .kurangLancar: "kurang lancar",
    .diragukan: "diragukan", .macet: "macet",
  ]

  private func classOf(
    _ profile: CollectibilityProfile, principal: String?, interest: String? = nil, on date: String,
    interval: InstallmentInterval? = .monthly, coverage: Share = .zero
  ) throws -> LoanClass {
    try profile.loanClass(
      arrears: (try principal.map { try day($0) }, try interest.map { try day($0) }),
      asOf: day(date), interval: interval, coverage: coverage)
  }

  @Test func daysPastDueFallIntoThePublishedClasses() throws {
    let vector = try Vector.named("prov-dpd-profiles-compared", in: "indonesia-loans")
    let days = try #require(vector.inputs["dpd"] as? [Int])
    let due = try day("2026-01-15")
    for (key, profile) in [
      ("siskop", CollectibilityProfile.fiveClasses), ("linducip", .fiveClassesWide),
      ("lkm", .microfinance),
    ] {
      let expected = try #require(vector.expected[key] as? [String])
      for (count, name) in zip(days, expected) {
        let found = try profile.loanClass(
          arrears: (due, due), asOf: due.adding(days: count), interval: .monthly, coverage: .zero)
        #expect(Self.names[found] == name, "\(key), \(count) days")
      }
    }
    // The cooperative's own rule; the example counts three months as 90 days.
    let expected = try #require(vector.expected["permen14monthly"] as? [String])
    for (count, name) in zip(days, expected) {
      let found = try CollectibilityProfile.cooperative.loanClass(
        arrears: (due, due), asOf: due.adding(days: count), interval: .monthly, coverage: .zero)
      #expect(name.contains(Self.names[found] ?? "?"), "\(count) days")
    }
  }

  @Test func monthsInArrearsFollowTheCooperativeRule() throws {
    let vector = try Vector.named("prov-collect-monthly-permen14", in: "indonesia-loans")
    let months = try #require(vector.inputs["monthsInArrears"] as? [Int])
    let expected = try #require(vector.expected["cls"] as? [String])
    for (count, text) in zip(months, expected) {
      let date = "2026-\(count + 1 < 10 ? "0" : "")\(count + 1)-15"
      let weak = try classOf(.cooperative, principal: "2026-01-15", on: date)
      let secured = try classOf(
        .cooperative, principal: "2026-01-15", on: date, coverage: .percent("75"))
      if text.hasPrefix("diragukan or macet") {
        #expect(secured == .diragukan && weak == .macet)
      } else {
        #expect(Self.names[weak] == text && secured == weak)
      }
    }
  }

  @Test func oneDayMoreIsTheNextClass() throws {
    let due = "2026-01-15"
    func monthly(_ date: String, _ coverage: Share = .zero) throws -> LoanClass {
      try classOf(.cooperative, principal: due, on: date, coverage: coverage)
    }
    #expect(try monthly("2026-04-15") == .lancar)
    #expect(try monthly("2026-04-16") == .kurangLancar)
    #expect(try monthly("2026-07-15") == .kurangLancar)
    #expect(try monthly("2026-07-16") == .macet)
    #expect(try monthly("2026-07-16", .percent("74.9999999")) == .macet)
    #expect(try monthly("2026-07-16", .percent("75")) == .diragukan)
    // Six months and 21 more: 15 April 2028 is the last day of doubt.
    #expect(try monthly("2028-04-15", .percent("1000")) == .diragukan)
    #expect(try monthly("2028-04-16", .percent("1000")) == .macet)
    // The end of a short month: three months after 30 November are 28 February.
    let short = "2025-11-30"
    #expect(try classOf(.cooperative, principal: short, on: "2026-02-28") == .lancar)
    #expect(try classOf(.cooperative, principal: short, on: "2026-03-01") == .kurangLancar)
  }

  /// Without installments a loan is past due at once, and its interest may be late before that.
  @Test func oneSumHasItsOwnScale() throws {
    func single(
      _ principal: String?, _ interest: String?, _ date: String, _ coverage: Share = .zero
    ) throws -> LoanClass {
      try CollectibilityProfile.cooperative.loanClass(
        arrears: (try principal.map { try day($0) }, try interest.map { try day($0) }),
        asOf: day(date), interval: nil, coverage: coverage)
    }
    #expect(try single(nil, nil, "2026-01-15") == .lancar)
    #expect(try single(nil, "2026-01-15", "2026-04-15") == .lancar)
    #expect(try single(nil, "2026-01-15", "2026-04-16") == .kurangLancar)
    #expect(try single(nil, "2026-01-15", "2026-07-15") == .kurangLancar)
    #expect(try single(nil, "2026-01-15", "2026-07-16") == .macet)
    #expect(try single("2026-01-15", nil, "2026-01-16") == .kurangLancar)
    #expect(try single("2026-01-15", nil, "2026-04-15") == .kurangLancar)
    #expect(try single("2026-01-15", nil, "2026-04-16") == .macet)
    #expect(try single("2026-01-15", nil, "2026-04-16", .percent("75")) == .diragukan)
    // Three months and 21 more.
    #expect(try single("2026-01-15", nil, "2028-01-15", .percent("75")) == .diragukan)
    #expect(try single("2026-01-15", nil, "2028-01-16", .percent("75")) == .macet)
    // A profile without such a scale classes them like all others.
    #expect(
      try CollectibilityProfile.fiveClasses.loanClass(
        arrears: (day("2026-01-15"), nil), asOf: day("2026-02-15"), interval: nil, coverage: .zero)
        == .dalamPerhatianKhusus)
  }

  @Test func weeksAndHalfYearsHaveTheirOwnScales() throws {
    let weekly = try InstallmentInterval(.week)
    func week(_ principal: String?, _ interest: String?, _ date: String) throws -> LoanClass {
      try classOf(
        .cooperative, principal: principal, interest: interest, on: date, interval: weekly)
    }
    #expect(try week("2026-01-15", nil, "2026-02-15") == .lancar)
    #expect(try week("2026-01-15", nil, "2026-02-16") == .kurangLancar)
    #expect(try week("2026-01-15", nil, "2026-03-16") == .macet)
    #expect(try week(nil, "2026-01-15", "2026-03-16") == .kurangLancar)
    #expect(try week(nil, "2026-01-15", "2026-04-16") == .macet)
    let halfYear = try InstallmentInterval(.month, count: 6)
    func half(_ principal: String?, _ interest: String?, _ date: String) throws -> LoanClass {
      try classOf(
        .cooperative, principal: principal, interest: interest, on: date, interval: halfYear)
    }
    #expect(try half("2026-01-15", nil, "2026-07-15") == .lancar)
    #expect(try half("2026-01-15", nil, "2026-07-16") == .kurangLancar)
    #expect(try half("2026-01-15", nil, "2027-01-16") == .macet)
    #expect(try half(nil, "2026-01-15", "2026-04-16") == .kurangLancar)
    #expect(try half(nil, "2026-01-15", "2026-07-16") == .macet)
    // Twenty-six weeks are half a year as well, and thirty days a month.
    let weeks = try InstallmentInterval(.week, count: 26)
    let days = try InstallmentInterval(.day, count: 30)
    for (interval, expected) in [(weeks, LoanClass.lancar), (days, .kurangLancar)] {
      #expect(
        try classOf(
          .cooperative, principal: "2026-01-15", on: "2026-07-10", interval: interval) == expected)
    }
  }

  @Test func aBankExerciseInClasses() throws {
    let vector = try Vector.named("prov-bank-ppap-exercise", in: "indonesia-loans")
    let classes = try #require(vector.inputs["classes"] as? [[String: Any]])
    let byName = Dictionary(uniqueKeysWithValues: Self.names.map { ($1, $0) })
    var rates: [LoanClass: Share] = [:]
    for row in classes {
      let loanClass = try #require(byName[row["cls"] as? String ?? ""])
      rates[loanClass] = try Share(
        billionths: Int64((try #require(row["rate"] as? Double) * 1e9).rounded()))
    }
    let table = ProvisionTable(
      code: "bank", name: Phrase(id: "Bank", en: "Bank"), rates: rates,
      securedClasses: Set(rates.keys),
      haircuts: [.deposit: .whole])
    var total = Rupiah.zero
    for (row, expected) in zip(classes, try vector.amounts("amounts")) {
      let loanClass = try #require(byName[row["cls"] as? String ?? ""])
      let collateral = Collateral(
        kind: .deposit, description: "agunan",
        value: try Vector.amount(row["collateralCounted"], "collateralCounted"))
      let required = try table.required(
        outstanding: try Vector.amount(row["gross"], "gross"), loanClass: loanClass,
        counted: try table.counted([collateral]))
      #expect(required == expected)
      try total += required
    }
    #expect(total == (try vector.expected("total")))
    let topUp = try total - vector.input("openingAllowance")
    #expect(topUp == (try vector.expected("topUpBeforeWriteOff")))
  }

  @Test func theRiskOfProblemLoans() throws {
    let vector = try Vector.named("prov-rpm-setia-dharma", in: "indonesia-loans")
    let table = ProvisionTable.healthRating
    var risk = Rupiah.zero
    for (key, loanClass) in [
      ("kurangLancarImplied", LoanClass.kurangLancar), ("diragukan", .diragukan),
      ("macet", .macet),
    ] {
      try risk += try table.required(
        outstanding: vector.input(key), loanClass: loanClass, counted: 999_999_999)
    }
    #expect(risk == (try vector.expected("rpm")))
    let ratio = Fraction(Int128(risk.sen) * 10_000, Int128(try vector.input("loans").sen))
    #expect(ratio.rounded("half-up", step: 1) == 1_085)
    #expect(vector.expected["ratioPct"] as? Double == 10.85)
  }

  @Test func collateralCountsAfterItsHaircut() throws {
    let things: [Collateral] = [
      Collateral(kind: .deposit, description: "simpanan", value: 1_000_000),
      Collateral(kind: .mortgage, description: "SHM", value: 1_000_000),
      Collateral(kind: .land, description: "girik", value: 1_000_000),
      Collateral(kind: .vehicle, description: "BPKB", value: 1_000_001),
      Collateral(kind: .other, description: "TV", value: 1_000_000),
    ]
    #expect(try ProvisionTable.microfinance.counted(things) == 2_900_000)
    #expect(try ProvisionTable.healthRating.counted(things) == 0)
    let table = ProvisionTable.cooperative
    func required(_ loanClass: LoanClass, _ counted: Rupiah) throws -> Rupiah {
      try table.required(outstanding: 10_000_000, loanClass: loanClass, counted: counted)
    }
    #expect(try required(.lancar, 4_000_000) == 50_000)
    #expect(try required(.kurangLancar, 4_000_000) == 600_000)
    #expect(try required(.diragukan, 4_000_000) == 3_000_000)
    #expect(try required(.macet, 4_000_000) == 6_000_000)
    #expect(try required(.macet, 40_000_000) == 0)
  }
}
