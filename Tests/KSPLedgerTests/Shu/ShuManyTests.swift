import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// An SHU of more members than one event, one list or one query would hold, beside plain sums.
@Suite struct ShuManyTests {
  /// More than two full events of parts, and more than a thousand of them are paid by name.
  private static let count = 2_500
  private static let named = 1_100
  private static let shu: Int64 = 123_456_789

  /// What a member has, in rupiah: none of it is that of the neighbour.
  private struct Person {
    let number: MemberNumber
    let wajib, sukarela: Int64

    init(_ index: Int) {
      number = MemberNumber(String("\(100_000 + index)".dropFirst()))
      wajib = Int64(25_000 + index * 7_919 % 900_007)
      // Some have no business at all, and many have less than a point of it.
      sukarela = index % 7 == 0 ? 0 : Int64(index * 104_729 % 2_000_003)
    }

    /// A point for every 10.000 of the mean of twelve month ends, two of which the book has.
    var points: Int64 {
      let mean = (sukarela * 100 * 2 * 2 + 12) / 24
      return mean / 1_000_000
    }
  }

  private let people = (1...count).map { Person($0) }
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try createBook(folder, first: "2025-12")
    // Nobody earns anything, so that balances stay what they are.
    try ledger.setSavingsTerms(
      of: "sukarela", SavingsTerms(effectiveFrom: month("2025-12"), interest: nil))
    let members = people.map { "\($0.number),Anggota \($0.number),2024-01-02" }
    _ = try ledger.importMembers(
      csv: (["number,name,joined"] + members).joined(separator: "\n"), file: "m.csv")
    let balances = people.map { person in
      "\(person.number),wajib,\(person.wajib)"
        + (person.sukarela > 0 ? "\n\(person.number),sukarela,\(person.sukarela)" : "")
    }
    _ = try ledger.importOpeningBalances(
      csv: (["member,product,amount"] + balances).joined(separator: "\n"), file: "s.csv",
      on: day("2025-11-30"))
    let book = Poster(ledger)
    let owned = Rupiah(sen: people.reduce(0) { $0 + $1.wajib + $1.sukarela } * 100)
    try ledger.importCash(owned)
    try book.post(
      "2025-12-10", ("1-1000", Rupiah(sen: Self.shu * 100)),
      ("4-1200", Rupiah(sen: Self.shu * -100)))
    try book.end("2025-12")
    try ledger.runYearEnd(2025)
    try ledger.ratifyYear(2025, on: day("2026-01-20"), decision: "RAT 1")
    try ledger.decideShu(
      ShuDecision(
        year: 2025, on: day("2026-01-20"), number: "RAT 2",
        plan: ShuPlan(
          ShuShares(
            capital: .percent("25"), activity: .percent("30"),
            funds: [.init("cadangan", .percent("45"))]),
          bases: ShuBaseRules(
            activity: .points, points: [ShuPointRule(.savings, per: 10_000)])),
        accounts: ["cadangan": "3-2000"]))
  }

  /// Whole rupiah in proportion, the rest one by one to the largest remainders, the first of equals.
  private static func divide(_ pot: Int64, by bases: [Int64]) -> [Int64] {
    let sum = Int128(bases.reduce(0, +))
    var parts = bases.map { Int64(Int128(pot) * Int128($0) / sum) }
    let order = bases.indices.sorted { left, right in
      let rests = [left, right].map { Int128(pot) * Int128(bases[$0]) % sum }
      return rests[0] == rests[1] ? left < right : rests[0] > rests[1]
    }
    for index in order.prefix(Int(pot - parts.reduce(0, +))) { parts[index] += 1 }
    return parts
  }

  @Test("Parts, payments by name and to all, and the proof are what plain sums say")
  func many() throws {
    let pots = Self.divide(Self.shu, by: [25, 30, 45])
    let capital = Self.divide(pots[0], by: people.map(\.wajib))
    let activity = Self.divide(pots[1], by: people.map(\.points))
    let posted = try ledger.postShu(2025, on: day("2026-01-20"), reference: "P")
    #expect(posted.recipients.count == Self.count)
    for (index, recipient) in posted.recipients.enumerated() {
      let part = recipient.part
      let right = [capital[index], activity[index]].map { Rupiah(sen: $0 * 100) }
      guard part.base.member == people[index].number, [part.capital, part.activity] == right else {
        Issue.record("\(people[index].number): \(part.capital) \(part.activity), \(right)")
        break
      }
    }
    #expect(try ledger.shu(2025) == posted)
    #expect(posted.slips.reduce(0) { count, _ in count + 1 } == Self.count)
    // Under its reference the same again is the same.
    #expect(try ledger.postShu(2025, on: day("2026-01-20"), reference: "P") == posted)

    let first = people.prefix(Self.named).map(\.number)
    let cash = try ledger.payShu(2025, to: first, into: .cash(nil), on: day("2026-01-21"))
    #expect(cash.rows.count == Self.named)
    let rest = try ledger.payShu(2025, into: .savings("sukarela"), on: day("2026-01-22"))
    #expect(rest.rows.count == Self.count - Self.named)
    #expect(
      refusal { try ledger.payShu(2025, into: .cash(nil), on: day("2026-01-22")) }
        == .shuNothingLeft)
    var held: [MemberNumber: Rupiah] = [:]
    try ledger.balances(of: "sukarela", on: day("2026-01-31")) { held[$0.member] = $0.balance }
    for (index, person) in people.enumerated() {
      let part = index < Self.named ? 0 : capital[index] + activity[index]
      let right = Rupiah(sen: (person.sukarela + part) * 100)
      guard held[person.number, default: .zero] == right else {
        Issue.record("\(person.number): \(held[person.number, default: .zero]), \(right)")
        break
      }
    }
    let now = try ledger.shu(2025)
    #expect(now.left.isZero && now.paid == Rupiah(sen: (pots[0] + pots[1]) * 100))
    #expect(try ledger.account("3-2000").balance == Rupiah(sen: pots[2] * 100))
    #expect(try ledger.account("2-1500").balance.isZero)
    #expect(try ledger.verify().isOK)
  }
}

extension Ledger {
  /// The money that the savings taken over stand on.
  fileprivate func importCash(_ amount: Rupiah) throws {
    _ = try importOpeningBalances(
      csv: "account,debit,credit\n1-1000,\(amount),", file: "k.csv",
      on: BookDate(parsing: "2025-11-30"))
  }
}
