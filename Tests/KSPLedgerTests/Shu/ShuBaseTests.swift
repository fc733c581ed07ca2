import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// By what members take part, as the book has it.
@Suite struct ShuBaseTests {
  private func capital(_ parts: [(MemberNumber, Rupiah, Rupiah)]) -> [MemberNumber: Rupiah] {
    Dictionary(parts.map { ($0.0, $0.1) }) { first, _ in first }
  }

  private func activity(_ parts: [(MemberNumber, Rupiah, Rupiah)]) -> [MemberNumber: Rupiah] {
    Dictionary(parts.map { ($0.0, $0.2) }) { first, _ in first }
  }

  @Test("shu-leaver-joiner: the three ways of the vector, from the book") func vector() throws {
    let book = try ShuBook()
    let yearEnd = try book.parts(ShuBaseRules())
    #expect(capital(yearEnd) == ["A": 3_000_000, "B": 6_000_000, "D": 1_000_000])
    #expect(activity(yearEnd) == ["A": 10_285_714, "B": 0, "D": 1_714_286])
    let all = try book.parts(ShuBaseRules(capital: .monthEnds, includesLeavers: true))
    #expect(
      capital(all) == ["A": 2_696_629, "B": 5_393_259, "C": 1_685_393, "D": 224_719])
    #expect(activity(all) == ["A": 4_500_000, "B": 0, "C": 6_750_000, "D": 750_000])
    let monthEnds = try book.parts(ShuBaseRules(capital: .monthEnds))
    #expect(capital(monthEnds) == ["A": 3_243_243, "B": 6_486_487, "D": 270_270])
  }

  @Test func otherBasesOfActivity() throws {
    let book = try ShuBook()
    let lent = try book.parts(ShuBaseRules(activity: .principal))
    #expect(activity(lent) == ["A": 10_285_714, "B": 0, "D": 1_714_286])
    // Each owed a loan at one month end; A and D in proportion to what they owed.
    let owed = try book.parts(ShuBaseRules(activity: .averageLoan))
    #expect(activity(owed) == ["A": 10_285_714, "B": 0, "D": 1_714_286])
  }

  /// A day of joining that is corrected later changes no division that is booked.
  @Test func joiningCountsAsItWasKnown() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, first: "2026-01")
    _ = try ledger.addMember(
      NewMember(
        number: "0009", profile: MemberProfile(name: "Anggota 0009"), joinedOn: day("2026-01-05")))
    _ = try ledger.importOpeningBalances(
      csv: "member,wajib\n0009,500000\n", file: "s.csv", on: day("2025-12-31"))
    let known = try #require(try ledger.knowledge().entry)
    _ = try ledger.deposit(10_000, member: "0009", on: day("2026-01-06"))
    let profile = try ledger.member("0009").member.profile
    _ = try ledger.updateMember(
      "0009", profile: profile, joined: day("2024-02-01"), note: EntryNote(memo: "salah ketik"))
    func bases(_ point: KnowledgePoint?) throws -> [MemberNumber] {
      try ledger.store.read { db in
        try ShuBaseReader(
          db: db, year: BookYear(2025), state: ledger.knownState(db, at: point)
        ).bases(ShuBaseRules(), Catalog(db)).map(\.base.member)
      }
    }
    #expect(try bases(.entry(known)) == [])
    #expect(try bases(nil) == ["0009"])
  }

  @Test func nobodyHasABase() throws {
    let book = try ShuBook()
    _ = try book.ledger.receive(
      1_000_000, from: "Dinas", for: AccountCode("4-1200"), on: day("2026-01-05"))
    let year = try book.ledger.simulateShu(
      2026,
      by: ShuPlan(
        ShuShares(capital: .percent("50"), activity: .percent("50"), funds: [])))
    // Nobody paid interest in 2026, so that pot stays.
    #expect(year.distribution.pots[1].hasNobody)
    #expect(year.distribution.undistributed == year.distribution.pots[1].amount)
  }

  /// An oracle that walks the days: slow, and nothing like the queries.
  private struct Oracle {
    var moves: [(member: MemberNumber, product: ProductCode, day: BookDate, amount: Int64)] = []
    var lent: [(member: MemberNumber, day: BookDate, amount: Int64)] = []
    var interest: [MemberNumber: Int64] = [:]

    func held(_ member: MemberNumber, _ products: [ProductCode], _ day: BookDate) -> Int64 {
      moves.filter { $0.member == member && products.contains($0.product) && $0.day <= day }
        .reduce(0) { $0 + $1.amount }
    }

    func owed(_ member: MemberNumber, _ day: BookDate) -> Int64 {
      lent.filter { $0.member == member && $0.day <= day }.reduce(0) { $0 + $1.amount }
    }

    func capital(
      _ member: MemberNumber, _ rule: ShuBaseRules.Capital, _ products: [ProductCode]
    ) throws -> Int64 {
      switch rule {
      case .yearEnd: return held(member, products, try day("2025-12-31"))
      case .monthEnds:
        let sum = try (1...12).map {
          held(member, products, try BookMonth(year: 2025, month: $0).lastDay)
        }.reduce(0, +)
        return (sum * 2 + 12) / 24
      case .daily:
        let first = try day("2025-01-01")
        let sum = try (0..<365).map { held(member, products, try first.adding(days: $0)) }
          .reduce(0, +)
        return (sum * 2 + 365) / 730
      }
    }

    func activity(_ member: MemberNumber, _ rule: ShuBaseRules.Activity) throws -> Int64 {
      switch rule {
      case .interest: return interest[member] ?? 0
      case .principal:
        return lent.filter { $0.member == member && $0.amount > 0 }.reduce(0) { $0 + $1.amount }
      case .averageLoan:
        let sum = try (1...12).map { owed(member, try BookMonth(year: 2025, month: $0).lastDay) }
          .reduce(0, +)
        return (sum * 2 + 12) / 24
      case .points:
        let saved = try capital(member, .monthEnds, ["sukarela"])
        return (try activity(member, .interest) / 1_000_000 + saved / 5_000_000) * 100
      }
    }
  }

  private static let numbers: [MemberNumber] = ["0001", "0002", "0003", "0004"]

  /// Random savings and loans of a year, some taken back; some months are closed.
  private func random(_ seed: UInt64) throws -> (Ledger, TestFolder, Oracle) {
    var random = SplitMix64(seed: seed)
    let folder = try TestFolder()
    let ledger = try createBook(folder, first: "2025-01")
    var oracle = Oracle()
    _ = try ledger.receive(
      900_000_000, from: "Dinas", for: AccountCode("3-1300"), on: day("2025-01-01"))
    _ = try ledger.receive(
      50_000_000, from: "Bank", for: AccountCode("4-1200"), on: day("2025-01-01"))
    // Interest would move balances that the oracle does not know.
    try ledger.setSavingsTerms(
      of: "sukarela", SavingsTerms(effectiveFrom: BookMonth(year: 2025, month: 1)))
    for number in Self.numbers {
      _ = try ledger.addMember(
        NewMember(
          number: number, profile: MemberProfile(name: "Anggota \(number)"),
          joinedOn: day("2025-01-01")))
    }
    var loans: [MemberNumber: LoanNumber] = [:]
    for month in 1...12 {
      let first = try BookMonth(year: 2025, month: month).firstDay
      for number in Self.numbers {
        let date = try first.adding(days: Int.random(in: 0...27, using: &random))
        let product: ProductCode =
          ["pokok", "wajib", "sukarela"].randomElement(using: &random) ?? "wajib"
        let amount = Rupiah(sen: Int64.random(in: 1...900_000, using: &random) * 100)
        let paid = try ledger.deposit(amount, member: number, product: product, on: date)
        if Int.random(in: 0...4, using: &random) == 0 {
          _ = try ledger.reverse(paid.entry, on: date)
        } else {
          oracle.moves.append((number, product, date, amount.sen))
        }
        if let loan = loans[number] {
          let receipt = try ledger.repay(loan: loan, on: first.adding(days: 27))
          if Int.random(in: 0...4, using: &random) == 0 {
            _ = try ledger.reverse(receipt.receipt.entry)
          } else {
            for part in receipt.parts {
              switch part.component {
              case .interest: oracle.interest[number, default: 0] += part.amount.sen
              case .principal:
                oracle.lent.append((number, try first.adding(days: 27), -part.amount.sen))
              default: break
              }
            }
          }
        } else if Bool.random(using: &random) {
          let principal = Rupiah(sen: Int64.random(in: 10...300, using: &random) * 1_200_000)
          loans[number] = try ledger.disburse(
            LoanApplication(
              member: number, product: Bool.random(using: &random) ? "flat" : "menurun",
              amount: principal, count: 12, date: first.adding(days: 5))
          ).loan.number
          oracle.lent.append((number, try first.adding(days: 5), principal.sen))
        }
      }
      if month <= 6 { _ = try ledger.runMonthEnd(BookMonth(year: 2025, month: month)) }
    }
    return (ledger, folder, oracle)
  }

  @Test(arguments: [1, 2] as [UInt64]) func basesAreThoseOfAWalkThroughTheDays(
    _ seed: UInt64
  ) throws {
    let (ledger, folder, oracle) = try random(seed)
    defer { withExtendedLifetime(folder) {} }
    var seen = (paid: 0, owed: 0, points: 0)
    for capital in ShuBaseRules.Capital.allCases {
      for activity in ShuBaseRules.Activity.allCases {
        for products in [[], ["sukarela"]] as [[ProductCode]] {
          let points: [ShuPointRule] =
            activity == .points
            ? [ShuPointRule(.interest, per: 10_000), ShuPointRule(.savings, per: 50_000)] : []
          let rules = ShuBaseRules(
            capital: capital, activity: activity, points: points, products: products)
          let year = try ledger.simulateShu(
            2025,
            by: ShuPlan(
              ShuShares(capital: .percent("50"), activity: .percent("50"), funds: []),
              bases: rules))
          let bases = Dictionary(
            year.recipients.map { ($0.part.base.member, $0.part.base) }
          ) { first, _ in first }
          for number in Self.numbers {
            let own = try oracle.capital(number, capital, ["pokok", "wajib"] + products)
            let business = try oracle.activity(number, activity)
            #expect(bases[number]?.capital.sen ?? 0 == own, "\(number) \(capital) \(products)")
            #expect(bases[number]?.activity.sen ?? 0 == business, "\(number) \(activity)")
            if activity == .interest, business > 0 { seen.paid += 1 }
            if activity == .averageLoan, business > 0 { seen.owed += 1 }
            if activity == .points, business > 100 { seen.points += 1 }
          }
        }
      }
    }
    #expect(seen.paid > 0 && seen.owed > 0 && seen.points > 0)
  }
}
