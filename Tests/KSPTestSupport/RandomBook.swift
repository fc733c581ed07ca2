public import KSPCore
public import KSPLedger

/// A book of random products, members and movements, the same for the same seed.
public struct RandomBook {
  /// The open book, whose first month is January 2026.
  public let ledger: Ledger
  /// The numbers of its members.
  public let members: [MemberNumber]
  /// The codes of its products that are moved.
  public let products: [ProductCode]
  private var random: SplitMix64

  /// Makes the book in a folder; nothing is posted yet.
  public init(_ folder: TestFolder, seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    ledger = try makeBook(folder)
    var products: [ProductCode] = ["sukarela"]
    for index in 0..<Int.random(in: 1...3, using: &random) {
      products.append("p\(index)")
      try ledger.addSavingsProduct(
        .sample("p\(index)", prefix: "P\(index)"),
        terms: SavingsTerms(effectiveFrom: month("2026-01")))
    }
    self.products = products
    members = (1...Int.random(in: 1...6, using: &random)).map { "M\($0)" }
    for product in products {
      try ledger.setSavingsTerms(of: product, try Self.terms(products, "2026-01", &random))
      if Bool.random(using: &random) {
        try ledger.setSavingsTerms(of: product, try Self.terms(products, "2026-02", &random))
      }
    }
    for member in members {
      try ledger.join(
        member, kind: Int.random(in: 0..<4, using: &random) == 0 ? .organization : .individual)
    }
  }

  /// Posts random movements dated in a month; what the book refuses is left out.
  public mutating func move(in month: BookMonth, count: Int) throws {
    for _ in 0..<count {
      let day = try month.firstDay.adding(
        days: Int.random(in: 0..<month.firstDay.days(until: month.lastDay) + 1, using: &random))
      let member = members.randomElement(using: &random) ?? ""
      let product = products.randomElement(using: &random) ?? ""
      let large = Int.random(in: 0..<5, using: &random) == 0
      let amount = Rupiah(
        sen: Int64.random(in: 1...(large ? 5_000_000_000 : 20_000_000), using: &random))
      _ = try? Self.post(
        ledger, Int.random(in: 0..<10, using: &random), amount, member, product, day,
        to: members.randomElement(using: &random) ?? "")
    }
  }

  private static func post(
    _ ledger: Ledger, _ kind: Int, _ amount: Rupiah, _ member: MemberNumber, _ product: ProductCode,
    _ day: BookDate, to other: MemberNumber
  ) throws {
    switch kind {
    case 0..<5: _ = try ledger.deposit(amount, member: member, product: product, on: day)
    case 5..<7: _ = try ledger.withdraw(amount, member: member, product: product, on: day)
    case 7: _ = try ledger.chargeFee(amount, member: member, product: product, on: day)
    case 8:
      let row = "\(day),\(member),\(product),interest,\(amount),J-\(amount.sen)-\(day)\n"
      _ = try ledger.importTransactions(
        csv: "date,member,product,type,amount,reference\n" + row, file: "j.csv")
    default:
      _ = try ledger.transfer(
        amount, from: AccountCode("SUK-\(member)"), to: AccountCode("SUK-\(other)"), on: day)
    }
  }

  private static func terms(
    _ products: [ProductCode], _ from: String, _ random: inout SplitMix64
  ) throws -> SavingsTerms {
    var terms = SavingsTerms(effectiveFrom: try month(from))
    if Bool.random(using: &random) { terms.overdraftLimit = 10_000_000 }
    guard Int.random(in: 0..<6, using: &random) > 0 else { return terms }
    var tiers = [InterestTerms.Tier(from: .zero, rate: try rate(&random))]
    if Bool.random(using: &random) {
      tiers.append(.init(from: 500_000, rate: try rate(&random)))
    }
    terms.interest = InterestTerms(
      method: InterestTerms.Method.allCases.randomElement(using: &random) ?? .daily,
      dayCount: DayCount.allCases.randomElement(using: &random) ?? .actual365, tiers: tiers,
      floor: Bool.random(using: &random) ? 0 : 10_000,
      countsPostingDay: Bool.random(using: &random),
      rounding: try Rounding(
        Rounding.Mode.allCases.randomElement(using: &random) ?? .down,
        to: [Rupiah(sen: 1), 1, 50].randomElement(using: &random) ?? 1),
      roundingMoment: Int.random(in: 0..<4, using: &random) == 0 ? .eachDay : .posting)
    if Int.random(in: 0..<3, using: &random) == 0 {
      terms.interestCreditedTo = products.randomElement(using: &random)
    }
    return terms
  }

  private static func rate(_ random: inout SplitMix64) throws -> Rate {
    try Rate(
      billionths: Int64.random(in: 0...150_000_000, using: &random),
      per: Int.random(in: 0..<8, using: &random) == 0 ? .month : .year)
  }
}
