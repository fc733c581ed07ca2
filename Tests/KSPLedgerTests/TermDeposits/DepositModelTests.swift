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
  private static let products = [
    ("hari", "actual/365", "forfeit"), ("hari-potong", "actual/365", "share"),
    ("bulan", "1/12", "forfeit"), ("bulan-tetap", "1/12", "fixed"),
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
    for (index, (code, dayCount, penalty)) in products.enumerated() {
      let penalties: [String: BreakPenalty] = [
        "forfeit": .forfeit, "share": .share(.percent("0.5"), of: .principal),
        "fixed": .fixed(Rupiah(sen: Int64(Oracle.fixedPenalty * 100))),
      ]
      try ledger.addTermProduct(
        SavingsProduct(
          code: ProductCode(code), name: Phrase(id: code, en: code), kind: .berjangka,
          accountPrefix: "BJ\(index)", controlAccount: AccountCode("2-1100"),
          interestExpenseAccount: AccountCode("5-1000")),
        offer: TermDepositOffer(
          product: ProductCode(code), effectiveFrom: day("\(first)-01"),
          tiers: try (1...4).map { .init(tenor: $0, rate: try Rate(parsing: "9%/year")) },
          dayCount: TermDayCount(parsing: dayCount), rounding: .downToRupiah,
          penalty: #require(penalties[penalty]), isAccrued: true))
    }
    return ledger
  }

  @Test func theBookFollowsTheOracle() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_271_101
    let perMonth = environment["KSP_DEPOSITS"].flatMap { Int($0) } ?? 40
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
        penalty: try #require(Oracle.Penalty(rawValue: products[product].2)),
        isTwelfth: products[product].1 == "1/12", rollsOver: Bool.random(using: &random),
        keepsInterest: Bool.random(using: &random),
        tenor: Int.random(in: 1...4, using: &random), principal: principal, balance: principal,
        month: month, day: day)
      let receipt = try ledger.openTermDeposit(
        TermDepositOpening(
          member: member(deposit.member), product: ProductCode(products[product].0),
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
