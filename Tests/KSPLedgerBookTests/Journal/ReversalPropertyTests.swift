import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a reversal leaves is what would be without the entry: a book that took it back is compared
/// with one that never had it, on every day, and in the interest of the month.
@Suite struct ReversalPropertyTests {
  private enum Act: Sendable {
    case deposit(String, Rupiah, from: String?)
    case withdraw(String, Rupiah)
    case fee(String, Rupiah)
    case transfer(String, String, Rupiah)
    case release(String, Rupiah)
    case interest(String, Rupiah)
    case manual(Rupiah)
    case join(String, Rupiah)
  }

  private static let members = ["0001", "0002", "0003"]

  private func book() throws -> (TestFolder, Ledger) {
    let folder = try TestFolder()
    let ledger = try createBook(folder, clock: clock(on: "2026-02-28"))
    for member in Self.members {
      try ledger.join(MemberNumber(member))
      _ = try ledger.deposit(
        900_000, member: MemberNumber(member), product: "pokok", on: day("2026-01-01"))
      _ = try ledger.deposit(700_000, member: MemberNumber(member), on: day("2026-01-01"))
    }
    return (folder, ledger)
  }

  private func act(_ number: Int, _ random: inout SplitMix64) -> Act {
    let amount = Rupiah(sen: Int64.random(in: 1_000...60_000_000, using: &random) / 100 * 100)
    let member = Self.members.randomElement(using: &random) ?? "0001"
    let other = Self.members.first { $0 != member } ?? "0002"
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .deposit(member, amount, from: nil)
    case 1: return .deposit(member, amount, from: "1-1100")
    case 2: return .withdraw(member, amount)
    case 3: return .fee(member, amount)
    case 4: return .transfer(member, other, amount)
    case 5: return .release(member, amount)
    case 6: return Bool.random(using: &random) ? .interest(member, amount) : .manual(amount)
    default: return .join("1\(100 + number)", amount)
    }
  }

  private func post(_ act: Act, on date: BookDate, _ ledger: Ledger) throws -> EntryNumber? {
    func account(_ prefix: String, _ member: MemberNumber) throws -> AccountCode {
      try AccountCode("\(prefix)-\(member)")
    }
    switch act {
    case .deposit(let member, let amount, let source):
      return try ledger.deposit(
        amount, member: MemberNumber(member), from: source.map { try AccountCode($0) }, on: date
      ).entry
    case .withdraw(let member, let amount):
      return try ledger.withdraw(amount, member: MemberNumber(member), on: date).entry
    case .fee(let member, let amount):
      return try ledger.chargeFee(amount, member: MemberNumber(member), on: date).entry
    case .transfer(let source, let target, let amount):
      return try ledger.transfer(
        amount, from: account("SUK", MemberNumber(source)),
        to: account("SUK", MemberNumber(target)), on: date
      ).entry
    case .release(let member, let amount):
      return try ledger.release(
        amount, from: account("POK", MemberNumber(member)),
        to: account("SUK", MemberNumber(member)), decision: "RAT 1",
        on: date
      ).entry
    case .interest(let member, let amount):
      return try ledger.payInterest(amount, member: MemberNumber(member), on: date).entry
    case .manual(let amount):
      return try ledger.post(
        ManualEntry(
          on: date,
          legs: [
            .init(account: AccountCode("5-2000"), amount: amount),
            .init(account: AccountCode("1-1000"), amount: amount.negated()),
          ])
      ).entry
    case .join(let number, let amount):
      return try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: MemberProfile(name: "Baru \(number)"),
          joinedOn: date,
          pokok: amount)
      ).receipt?.entry
    }
  }

  private func balances(_ ledger: Ledger, on date: BookDate) throws -> [String: Rupiah] {
    var sums: [String: Rupiah] = [:]
    for row in try ledger.trialBalance(asOf: date).rows {
      let net = try row.debit - row.credit
      if !net.isZero { sums[row.code.text] = net }
    }
    for member in Self.members {
      for savings in try ledger.member(MemberNumber(member)).savings {
        sums["today \(savings.account)"] = savings.balance
      }
    }
    return sums
  }

  @Test(arguments: 1...40) func whatIsLeftIsWhatWouldBeWithoutTheEntry(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (firstFolder, reversing) = try book()
    let (secondFolder, without) = try book()
    defer { withExtendedLifetime((firstFolder, secondFolder)) {} }
    let acts = (0..<14).map { (act($0, &random), Int32.random(in: 1...30, using: &random)) }
    let chosen = Int.random(in: 0..<acts.count, using: &random)
    var taken: EntryNumber?
    for (index, (act, offset)) in acts.enumerated() {
      let date = try day("2026-01-01").adding(days: Int(offset))
      var entry: EntryNumber?
      let error = refused { entry = try post(act, on: date, reversing) }
      guard error == nil else { continue }
      if index == chosen {
        taken = entry
      } else if refused({ _ = try post(act, on: date, without) }) != nil {
        // It stood on the entry that is taken back: the two books are not the same any more.
        return
      }
    }
    guard let taken else { return }
    if let error = refused({ try reversing.reverse(taken) }) {
      #expect(error.code == .overdraft)
      return
    }
    for offset in 0...30 {
      let date = try day("2026-01-01").adding(days: offset)
      let (found, wanted) = (try balances(reversing, on: date), try balances(without, on: date))
      #expect(found == wanted, "seed \(seed), \(date)")
    }
    for ledger in [reversing, without] { _ = try ledger.runMonthEnd(month("2026-01")) }
    let end = try day("2026-01-31")
    #expect(try balances(reversing, on: end) == balances(without, on: end), "seed \(seed)")
    #expect(try reversing.verify().isOK)
  }
}
