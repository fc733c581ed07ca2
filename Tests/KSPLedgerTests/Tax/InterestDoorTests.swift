import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Interest that no month end computes has one door: it enters the tax of the member's month, the
/// slip and the explanation, whoever brings it.
@Suite struct InterestDoorTests {
  private let january = "2026-01"

  /// A book whose sukarela pays nothing at month end.
  private func book(_ folder: TestFolder, minimum: Rupiah = .zero) throws -> Ledger {
    let ledger = try makeBook(folder)
    let terms = SavingsTerms(effectiveFrom: try month(january), minimumBalance: minimum)
    try ledger.setSavingsTerms(of: "sukarela", terms)
    try ledger.join("0001")
    return ledger
  }

  private func organization(_ ledger: Ledger, _ number: String, npwp: String?) throws {
    var profile = MemberProfile(name: "Koperasi \(number)", kind: .organization)
    profile.npwp = npwp
    _ = try ledger.addMember(
      NewMember(number: MemberNumber(number), profile: profile, joinedOn: day("2026-01-01")))
  }

  private func bring(_ ledger: Ledger, _ rows: [String]) throws {
    let text = rows.enumerated().map { "\($1),J-\($0)\n" }.joined()
    _ = try ledger.importTransactions(
      csv: "date,member,product,type,amount,reference\n" + text, file: "j.csv")
  }

  @Test("K3.1: imported interest is taxed where the month end pays none")
  func importedInterestIsTaxed() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    try organization(ledger, "0002", npwp: "0012345678901000")
    try organization(ledger, "0003", npwp: nil)
    try bring(
      ledger,
      ["0001", "0002", "0003"].map { "2026-01-15,\($0),sukarela,interest,500000" })
    _ = try ledger.runMonthEnd(month(january))
    let slips = try ledger.withholdingSlips(month(january))
    #expect(slips.map(\.gross) == [500_000, 500_000, 500_000])
    #expect(slips.map(\.tax) == [50_000, 75_000, 150_000])
    #expect(slips.map(\.code) == ["28-417-02", "24-102-01", "24-102-01"])
    #expect(slips.allSatisfy { $0.claimed.isZero && !$0.isCorrection })
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 450_000)
    #expect(try ledger.account(AccountCode("SUK-0002")).balance == 425_000)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 50_000)
    #expect(try ledger.account(AccountCode("2-1410")).balance == 225_000)
    let explanation = try ledger.explain(AccountCode("SUK-0001"), month(january))
    #expect(explanation.received.map(\.gross) == [500_000])
    #expect(explanation.tax?.monthlyTax == 50_000 && explanation.tax?.fundTax == 50_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.1: who leaves is taxed for the month of leaving")
  func leavingIsTaxed() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-01-10"))
    let left = try ledger.endMembership(of: "0001", on: day("2026-01-20"))
    #expect(left.receipt?.amount == 450_000)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 50_000)
    _ = try ledger.runMonthEnd(month(january))
    let slip = try #require(try ledger.withholdingSlips(month(january)).first)
    #expect(slip.gross == 500_000 && slip.tax == 50_000 && slip.claimed == .zero)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 50_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.1: a slip at 0 %, and none without interest")
  func zeroHasASlip() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    try ledger.join("0002")
    _ = try ledger.payInterest(240_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.deposit(100, member: "0002", on: day("2026-01-10"))
    _ = try ledger.runMonthEnd(month(january))
    let slips = try ledger.withholdingSlips(month(january))
    #expect(slips.map(\.memberNumber) == ["0001"])
    #expect(slips.map(\.tax) == [.zero] && slips.map(\.code) == ["28-417-01"])
  }

  @Test("K3.2: the rest is a named claim, recovered first from the next interest")
  func claimsAreNamedAndRecovered() throws {
    let folder = try TestFolder()
    let ledger = try book(folder, minimum: 10_000)
    _ = try ledger.addMember(
      NewMember(
        number: "0002", profile: MemberProfile(name: "Budi"), joinedOn: day("2026-01-01"),
        pokok: 100_000, wajib: 50_000))
    _ = try ledger.payInterest(500_000, member: "0002", on: day("2026-01-10"))
    _ = try ledger.withdraw(470_000, member: "0002", on: day("2026-01-11"))
    let run = try ledger.runMonthEnd(month(january))
    // Rp30.000 are there, Rp10.000 must stay; pokok and wajib are not touched.
    #expect(run.sections.map { $0.lines.map(\.amount) } == [[20_000, 30_000]])
    var slip = try #require(try ledger.withholdingSlips(month(january)).first)
    #expect(slip.tax == 50_000 && slip.claimed == 30_000)
    #expect(try ledger.account(AccountCode("SUK-0002")).balance == 10_000)
    #expect(try ledger.account(AccountCode("POK-0002")).balance == 100_000)
    #expect(try ledger.account(AccountCode("1-1330")).balance == 30_000)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 50_000)
    // Nothing is taken where there is no interest.
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.account(AccountCode("1-1330")).balance == 30_000)
    _ = try ledger.payInterest(25_000, member: "0002", on: day("2026-03-10"))
    _ = try ledger.runMonthEnd(month("2026-03"))
    slip = try #require(try ledger.withholdingSlips(month("2026-03")).first)
    #expect(slip.tax == .zero && slip.recovered == 25_000)
    #expect(try ledger.account(AccountCode("1-1330")).balance == 5_000)
    // Who leaves pays the rest; from pokok only where it is to be set off.
    let last = try ledger.endMembership(of: "0002", on: day("2026-04-01"), dryRun: true)
    #expect(last.receipt?.amount == 155_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.2: below the minimum balance by a setting")
  func belowTheMinimum() throws {
    let folder = try TestFolder()
    let ledger = try book(folder, minimum: 10_000)
    var settings = try ledger.settings
    settings.interestTax.takesBelowMinimum = true
    try ledger.updateSettings(settings)
    _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.withdraw(470_000, member: "0001", on: day("2026-01-11"))
    _ = try ledger.runMonthEnd(month(january))
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == .zero)
    #expect(try ledger.account(AccountCode("1-1330")).balance == 20_000)
    #expect(try ledger.verify().isOK)
  }

  /// The account that received the interest first, then others; never one that is blocked.
  @Test("K3.2: the order in which savings bear the tax")
  func theOrder() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    try ledger.addSavingsProduct(
      .sample("qurban", prefix: "QUR"),
      terms: SavingsTerms(effectiveFrom: month(january)))
    try ledger.addSavingsProduct(
      .sample("haji", prefix: "HAJ"),
      terms: SavingsTerms(effectiveFrom: month(january), isWithdrawable: false))
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-02"))
    _ = try ledger.deposit(90_000, member: "0001", product: "haji", on: day("2026-01-02"))
    _ = try ledger.payInterest(
      400_000, member: "0001", product: "qurban", on: day("2026-01-10"))
    _ = try ledger.withdraw(370_000, member: "0001", product: "qurban", on: day("2026-01-11"))
    _ = try ledger.runMonthEnd(month(january))
    #expect(try ledger.account(AccountCode("QUR-0001")).balance == .zero)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == .zero)
    #expect(try ledger.account(AccountCode("HAJ-0001")).balance == 90_000)
    #expect(try ledger.account(AccountCode("1-1330")).balance == 5_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.3: interest of several months, by payment or by the months of earning")
  func severalMonths() throws {
    for rule in InterestTaxSettings.Month.allCases {
      let folder = try TestFolder()
      let ledger = try book(folder)
      var settings = try ledger.settings
      settings.interestTax.severalMonths = rule
      try ledger.updateSettings(settings)
      _ = try ledger.payInterest(100_000, member: "0001", on: day("2026-01-10"))
      _ = try ledger.runMonthEnd(month(january))
      _ = try ledger.payInterest(
        600_000, member: "0001", on: day("2026-02-10"),
        earned: month(january)...month("2026-02"), reference: "R")
      #expect(
        refusal {
          try ledger.payInterest(
            600_000, member: "0001", on: day("2026-02-10"), reference: "R")
        } == .referenceReused)
      _ = try ledger.runMonthEnd(month("2026-02"))
      let slips = try [january, "2026-02"].flatMap { try ledger.withholdingSlips(month($0)) }
      switch rule {
      case .payment:
        #expect(slips.map(\.gross) == [100_000, 600_000])
        #expect(slips.map(\.tax) == [.zero, 60_000])
        #expect(slips.map(\.isCorrection) == [false, false])
      case .earned:
        // January becomes 400,000: its tax is withheld at once, and its slip is corrected.
        #expect(slips.map(\.gross) == [400_000, 300_000])
        #expect(slips.map(\.tax) == [40_000, 30_000])
        #expect(slips.map(\.isCorrection) == [true, false])
      }
      #expect(
        try ledger.account(AccountCode("2-1400")).balance == (rule == .payment ? 60_000 : 70_000))
      #expect(try ledger.verify().isOK)
    }
  }

  @Test("K3.3: who is no member yet is taxed under PPh 23, and rules are data")
  func rulesAreData() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    var profile = MemberProfile(name: "Calon")
    profile.nik = "3171010101010001"
    var new = NewMember(number: "0002", profile: profile, joinedOn: try day("2026-01-01"))
    new.standing = .prospective
    _ = try ledger.addMember(new)
    try ledger.setTaxRule(
      InterestTaxRule(
        effectiveFrom: month("2026-02"), memberKind: .prospective, threshold: 50_000,
        rate: .percent("20")))
    for name in [january, "2026-02"] {
      _ = try ledger.payInterest(100_000, member: "0002", on: day("\(name)-10"))
      _ = try ledger.runMonthEnd(month(name))
    }
    let slips = try [january, "2026-02"].flatMap { try ledger.withholdingSlips(month($0)) }
    #expect(slips.map(\.tax) == [15_000, 20_000])
    #expect(slips.map(\.article) == [.general, .general])
    #expect(try ledger.taxRules().filter { $0.memberKind == .prospective }.count == 2)
    #expect(
      refusal {
        try ledger.setTaxRule(
          InterestTaxRule(
            effectiveFrom: month("2026-02"), memberKind: .prospective, threshold: 0,
            rate: .percent("0")))
      } == .taxRuleTooEarly)
    #expect(try ledger.verify().isOK)
  }
}
