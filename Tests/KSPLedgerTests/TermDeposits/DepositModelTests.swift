import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Random term deposits in a book beside an oracle that shares no code with it: opened, paid, rolled
/// over, broken, over a leap February, with other interest of the same members in the months.
@Suite struct DepositModelTests {
  private typealias Oracle = DepositModelOracle

  private static let members = 40
  private static let first = "2027-11"
  private struct Product {
    let code: ProductCode
    let days: Oracle.Days
    let penalty: Oracle.Penalty
    let rounding: Oracle.Rounding
  }
  private static let products = [
    Product(code: "hari", days: .over365, penalty: .forfeit, rounding: .down),
    Product(code: "hari-pokok", days: .over365, penalty: .principal, rounding: .halfUp),
    Product(code: "hari-saldo", days: .over365, penalty: .balance, rounding: .halfEven),
    Product(code: "bulan", days: .twelfth, penalty: .forfeit, rounding: .halfEven),
    Product(code: "bulan-tetap", days: .twelfth, penalty: .fixed, rounding: .down),
    Product(code: "bulan-jasa", days: .twelfth, penalty: .paid, rounding: .halfUp),
    Product(code: "bank", days: .over360, penalty: .balance, rounding: .halfUp),
    Product(code: "bank-jasa", days: .over360, penalty: .paid, rounding: .down),
  ]
  private static let penalties: [Oracle.Penalty: String] = [
    .forfeit: "forfeit", .paid: "25%:interest-paid", .principal: "0.5%:principal",
    .balance: "10%:balance", .fixed: "fixed:\(Oracle.fixedPenalty)",
  ]
  private static let modes: [Oracle.Rounding: Rounding.Mode] = [
    .down: .down, .halfUp: .halfUp, .halfEven: .halfEven,
  ]

  private static func name(_ month: Int) -> String {
    month < 2 ? "2027-\(11 + month)" : "2028-\(month < 11 ? "0" : "")\(month - 1)"
  }

  private static func date(_ ordinal: Int) throws -> BookDate {
    try day("\(first)-01").adding(days: ordinal)
  }

  private static func member(_ index: Int) -> MemberNumber {
    MemberNumber("M\(index < 10 ? "0" : "")\(index)")
  }

  private static func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try createBook(
      folder, first: first, clock: { Timestamp(seconds: 1_861_920_000) })
    try ledger.setSavingsTerms(of: "sukarela", SavingsTerms(effectiveFrom: month(first)))
    for index in 0..<members {
      _ = try ledger.addMember(
        NewMember(
          number: member(index), profile: MemberProfile(name: "Anggota \(index)"),
          joinedOn: day("\(first)-01")))
    }
    for (index, product) in products.enumerated() {
      try ledger.addTermProduct(
        SavingsProduct(
          code: product.code, name: Phrase(id: product.code.text, en: product.code.text),
          kind: .berjangka, accountPrefix: "BJ\(index)", controlAccount: AccountCode("2-1100"),
          interestExpenseAccount: AccountCode("5-1000")),
        offer: TermDepositOffer(
          product: product.code, effectiveFrom: day("\(first)-01"),
          tiers: try (1...4).map { .init(tenor: $0, rate: try Rate(parsing: "9%/year")) },
          dayCount: TermDayCount(parsing: product.days.rawValue),
          rounding: Rounding(#require(modes[product.rounding]), to: 1),
          penalty: BreakPenalty(parsing: #require(penalties[product.penalty])), isAccrued: true))
    }
    return ledger
  }

  @Test func theBookFollowsTheOracle() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_271_101
    let perMonth =
      environment["KSP_DEPOSITS"].flatMap { Int($0) }
      ?? (Thoroughness.isWhole ? 290 : 40)
    print("deposit model: KSP_SEED=\(seed)")
    var random = SplitMix64(seed: seed)
    var oracle = Oracle()
    let ledger = try Self.book(TestFolder())
    var codes: [AccountCode] = []
    for month in 0..<7 {
      try Self.openSome(perMonth, month, &oracle, &codes, ledger, &random)
      for _ in 0..<10 {
        let (index, gross) = (
          Int.random(in: 0..<Self.members, using: &random),
          Int.random(in: 1_000...300_000, using: &random)
        )
        _ = try ledger.payInterest(
          Rupiah(rupiah: Int64(gross)), member: Self.member(index),
          on: Self.date(Oracle.ordinal(month, 2)))
        oracle.other(gross, index, month: month)
      }
      try Self.endSome(perMonth / 8, month, &oracle, codes, ledger, &random)
      let through = Oracle.ordinal(month, Int.random(in: 1...28, using: &random))
      _ = try ledger.payTermInterest(through: Self.date(through))
      oracle.payDue(through: through)
      _ = try ledger.runMonthEnd(try BookMonth(parsing: Self.name(month)))
      oracle.payDue(through: Oracle.ordinal(month, 31))
      try Self.compare(oracle, codes, month, ledger, "seed \(seed), \(Self.name(month))")
    }
    #expect(oracle.penalties > 0 && oracle.withheld > 0)
    #expect(try ledger.verify().isOK)
  }

  private static func openSome(
    _ count: Int, _ month: Int, _ oracle: inout Oracle, _ codes: inout [AccountCode],
    _ ledger: Ledger, _ random: inout SplitMix64
  ) throws {
    for _ in 0..<count {
      let product = Int.random(in: 0..<products.count, using: &random)
      let payout = try #require(Oracle.Payout.allCases.randomElement(using: &random))
      let day = Int.random(in: 1...Oracle.lengths[month], using: &random)
      let principal = Int.random(in: 1_000_000...60_000_000, using: &random)
      let deposit = Oracle.Deposit(
        member: Int.random(in: 0..<members, using: &random), payout: payout,
        penalty: products[product].penalty, days: products[product].days,
        rounding: products[product].rounding, rollsOver: Bool.random(using: &random),
        keepsInterest: Bool.random(using: &random),
        tenor: Int.random(in: 1...4, using: &random), principal: principal, balance: principal,
        month: month, day: day)
      let receipt = try ledger.openTermDeposit(
        TermDepositOpening(
          member: member(deposit.member), product: products[product].code,
          principal: Rupiah(rupiah: Int64(principal)), tenor: deposit.tenor,
          opened: date(Oracle.ordinal(month, day)), payout: TermPayout(parsing: payout.rawValue),
          rollOver: rollOver(deposit)))
      oracle.open(deposit)
      codes.append(try #require(receipt.account))
    }
  }

  private static func rollOver(_ deposit: Oracle.Deposit) -> TermRollOver {
    guard deposit.rollsOver else { return .none }
    return deposit.keepsInterest ? .withInterest : .principal
  }

  private static func endSome(
    _ count: Int, _ month: Int, _ oracle: inout Oracle, _ codes: [AccountCode],
    _ ledger: Ledger, _ random: inout SplitMix64
  ) throws {
    for _ in 0..<count {
      let running = oracle.deposits.indices.filter { !oracle.deposits[$0].hasEnded }
      guard let index = running.randomElement(using: &random) else { return }
      let opened = oracle.valueDate(oracle.deposits[index], 0)
      let first = max(opened, Oracle.start(month))
      let last = Oracle.start(month) + Oracle.lengths[month] - 1
      let day = Int.random(in: first...last, using: &random)
      _ = try ledger.endTermDeposit(codes[index], on: date(day))
      oracle.end(index, on: day)
    }
  }

  private static func compare(
    _ oracle: Oracle, _ codes: [AccountCode], _ month: Int, _ ledger: Ledger, _ place: String
  ) throws {
    func balance(_ code: AccountCode) throws -> Int {
      Int(try ledger.account(code).balance.sen) / 100
    }
    let accrued = oracle.accrued(month)
    #expect(try balance("2-1300") == accrued.payable, "\(place)")
    #expect(try balance("1-1420") == accrued.prepaid, "\(place)")
    #expect(
      try balance("5-1000") == oracle.interest + accrued.payable - accrued.prepaid, "\(place)")
    #expect(try balance("4-1100") == oracle.penalties, "\(place)")
    #expect(try balance("1-1000") == oracle.cash, "\(place)")
    #expect(try balance("2-1400") == oracle.taxed(through: month), "\(place)")
    // What is owed of tax that savings could not bear counts with them.
    let taken = oracle.taxed(through: month) - oracle.withheld
    let savings = try ledger.trialBalance().rows.first { $0.code == "2-1000" }
    #expect(
      try Int(savings?.credit.sen ?? 0) / 100 - balance("1-1330") == oracle.savings - taken,
      "\(place)")
    let list = try ledger.accruals(of: BookMonth(parsing: name(month)))
    #expect(list.controls.allSatisfy { $0.difference.isZero }, "\(place)")
    let deposits = try Dictionary(
      uniqueKeysWithValues: ledger.termDeposits(includingEnded: true).map { ($0.account, $0) })
    for (code, expected) in zip(codes, oracle.deposits) {
      let deposit = try #require(deposits[code])
      #expect(Int(deposit.balance.sen) / 100 == expected.balance, "\(place); \(code)")
      guard !expected.hasEnded else { continue }
      #expect(Int(deposit.principal.sen) / 100 == expected.principal, "\(place); \(code)")
      #expect(Int(deposit.interest.sen) / 100 == expected.interest, "\(place); \(code)")
      #expect(
        try deposit.opened == date(oracle.valueDate(expected, 0)), "\(place); \(code)")
    }
    let slips = try ledger.withholdingSlips(BookMonth(parsing: name(month)))
    #expect(slips.count == oracle.months[month].count, "\(place)")
    for slip in slips {
      let index = try #require(Int(slip.memberNumber.text.dropFirst()))
      let gross = oracle.months[month][index]?.gross ?? 0
      #expect(Int(slip.gross.sen) / 100 == gross, "\(place); \(slip.memberNumber)")
      #expect(
        Int(slip.tax.sen) / 100 == (gross > 240_000 ? gross / 10 : 0),
        "\(place); \(slip.memberNumber)")
    }
  }
}
