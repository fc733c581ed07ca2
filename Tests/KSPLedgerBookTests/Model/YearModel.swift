import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A book whose years end, beside the oracle of it: business goes on while meetings decide.
struct YearModel {
  /// An act that succeeded under a reference, to be done again.
  struct Done {
    let entry: Int?
    let act: (Ledger) throws -> Void
  }

  let ledger: Ledger
  let folder: TestFolder
  var oracle: YearOracle
  var random: SplitMix64
  var done: [Done] = []
  var step = 0

  /// The years of the book: of the first it has two months.
  static let years = [2026, 2027]

  init(seed: UInt64) throws {
    folder = try TestFolder()
    ledger = try createBook(folder, first: "2026-11")
    random = SplitMix64(seed: seed)
    oracle = YearOracle(first: try KSPTestSupport.month("2026-11"))
    guard var terms = try ledger.loanTerms(of: "flat").last else { return }
    terms.plan.rate = try Rate(parsing: "2.5%/month")
    try ledger.setLoanTerms(of: "flat", terms)
  }

  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { pick(1...100) <= percent }
  mutating func year() -> Int { Self.years[pick(0...1)] }

  /// A day of the open month.
  mutating func day() throws -> BookDate {
    try oracle.openMonth.firstDay.adding(days: pick(0...oracle.openMonth.dayCount - 1))
  }

  private mutating func amount(_ most: Int) -> Rupiah { Rupiah(sen: Int64(pick(1...most)) * 100) }

  mutating func next() -> String {
    step += 1
    return "S-\(step)"
  }

  /// Reads what an act left in the journal.
  ///
  /// - Returns: The legs of each new entry.
  @discardableResult
  mutating func read() throws -> [[String: Int64]] {
    let count = try ledger.status().entries
    var found: [[String: Int64]] = []
    while oracle.entries.count < count {
      let entry = try ledger.entry(EntryNumber(Int64(oracle.entries.count + 1)))
      let legs = entry.legs.map { (account: $0.account.text, amount: $0.amount.sen) }
      oracle.entries.append(YearOracle.Entry(day: entry.bookDate, kind: entry.kind, legs: legs))
      var sums: [String: Int64] = [:]
      for leg in legs { sums[leg.account, default: 0] += leg.amount }
      found.append(sums)
    }
    return found
  }

  /// Tries an act and holds its refusal against the one expected.
  mutating func attempt(
    _ name: String, _ expected: LedgerError.Code?, _ act: @escaping (Ledger) throws -> Void
  ) -> (outcome: String, isDone: Bool) {
    let ledger = self.ledger
    let found = refusal { try act(ledger) }
    #expect(found == expected, "\(name), step \(step): \(String(describing: found))")
    return ("\(name) \(found?.rawValue ?? "ok")", found == nil)
  }

  // MARK: - Business

  mutating func business() throws -> String {
    switch pick(0...9) {
    case 0 where oracle.members.count < 9: try join()
    case 1...4 where !oracle.members.isEmpty: try deposit()
    case 5...6 where !oracle.members.isEmpty: try loan()
    case 7 where oracle.members.count > 4 && pick(1...4) == 1: try leave()
    default: try earn()
    }
  }

  private mutating func join() throws -> String {
    let (number, date) = ("M\(oracle.members.count + 1)", try day())
    _ = try ledger.addMember(
      NewMember(
        number: MemberNumber(number), profile: MemberProfile(name: "Anggota \(number)"),
        joinedOn: date, pokok: amount(900_000), wajib: amount(90_000)))
    oracle.members[number] = YearOracle.Member(joined: date)
    try read()
    return "join"
  }

  private mutating func anyMember() throws -> (String, BookDate)? {
    let date = try day()
    let there = oracle.members.filter { $0.value.left == nil && $0.value.joined <= date }
    return there.keys.sorted().randomElement(using: &random).map { ($0, date) }
  }

  private mutating func deposit() throws -> String {
    guard let (member, date) = try anyMember() else { return "nobody" }
    let product: ProductCode = chance(60) ? "wajib" : "sukarela"
    _ = try ledger.deposit(
      amount(400_000), member: MemberNumber(member), product: product, on: date)
    try read()
    return "deposit"
  }

  /// Lends, or takes the one installment of a loan that is due.
  private mutating func loan() throws -> String {
    let date = try day()
    if let index = oracle.loans.firstIndex(where: { $0.repaid == nil && $0.due <= date }) {
      _ = try ledger.repay(loan: oracle.loans[index].number, on: date)
      oracle.loans[index].repaid = date
      try read()
      return "repay"
    }
    guard let (member, lent) = try anyMember() else { return "nobody" }
    let principal = Rupiah(sen: Int64(pick(1...300)) * 4_000_000)
    let loan = try ledger.disburse(
      LoanApplication(
        member: MemberNumber(member), product: "flat", amount: principal, count: 1, date: lent))
    oracle.loans.append(
      YearOracle.Loan(
        number: loan.loan.number, member: member, principal: principal.sen, lent: lent,
        due: try lent.adding(months: 1)))
    try read()
    return "lend"
  }

  /// Somebody without a loan leaves on the last day of the month.
  private mutating func leave() throws -> String {
    let borrowers = Set(oracle.loans.filter { $0.repaid == nil }.map(\.member))
    let date = oracle.openMonth.lastDay
    let names = oracle.members.filter { $0.value.left == nil && !borrowers.contains($0.key) }
    guard let member = names.keys.sorted().randomElement(using: &random) else { return "nobody" }
    _ = try ledger.endMembership(of: MemberNumber(member), on: date)
    oracle.members[member]?.left = date
    try read()
    return "leave"
  }

  /// Income, and now and then an expense that makes the year a loss.
  private mutating func earn() throws -> String {
    let (isIncome, date) = (chance(75), try day())
    let amount = amount(isIncome ? 9_000_000 : chance(10) ? 60_000_000 : 6_000_000)
    let legs = isIncome ? ("1-1000", "4-1000") : ("5-2000", "1-1000")
    _ = try ledger.post(
      ManualEntry(
        on: date,
        legs: [
          .init(account: AccountCode(legs.0), amount: amount),
          .init(account: AccountCode(legs.1), amount: amount.negated()),
        ]))
    try read()
    return isIncome ? "income" : "expense"
  }

  mutating func monthEnd() throws -> String {
    guard try oracle.openMonth < KSPTestSupport.month("2028-09") else { return "month end none" }
    _ = try ledger.runMonthEnd(oracle.openMonth)
    oracle.openMonth = try oracle.openMonth.next()
    try read()
    return "month end"
  }
}
