import KSPTestSupport
import Testing

@testable import KSPCore

/// What holds for every distribution, against an oracle of its own.
@Suite struct ShuDistributionTests {
  private func members(_ bases: [(Int64, Int64)]) -> [ShuBase] {
    bases.enumerated().map { index, base in
      ShuBase(
        member: "\(index + 1)", capital: Rupiah(sen: base.0), activity: Rupiah(sen: base.1))
    }
  }

  private func half(_ funds: [ShuShares.Fund] = []) throws -> ShuShares {
    try ShuShares(capital: .percent("50"), activity: .percent("50"), funds: funds)
  }

  /// The parts of a pot of whole steps, handed out one step at a time to whoever is furthest below
  /// the exact share: slow, and nothing like the code.
  private func oracle(_ pot: Int, _ bases: [Int]) -> [Int] {
    let sum = bases.reduce(0, +)
    var parts = bases.map { $0 * pot / sum }
    while parts.reduce(0, +) < pot {
      let gaps = bases.indices.map { bases[$0] * pot - parts[$0] * sum }
      guard let widest = gaps.max(), let first = gaps.firstIndex(of: widest) else { break }
      parts[first] += 1
    }
    return parts
  }

  @Test func partsAreThoseOfTheOracleAndSumToThePots() throws {
    var random = SplitMix64(seed: 14_1)
    for _ in 0..<400 {
      let count = Int.random(in: 1...12, using: &random)
      let bases = (0..<count).map { _ in
        (Int64.random(in: 0...5_000, using: &random), Int64.random(in: 0...3, using: &random))
      }
      let shu = Rupiah(sen: Int64.random(in: 1...900_000, using: &random))
      let shares = try ShuShares(
        capital: .percent("33.3333333"), activity: .percent("41.0000001"),
        funds: [.init("cadangan", .percent("25.6666666"))])
      let divided = try ShuDistribution(of: shu, by: shares, among: members(bases))
      for (pot, parts, own) in [
        (divided.pots[0], divided.parts.map(\.capital), bases.map { Int($0.0) }),
        (divided.pots[1], divided.parts.map(\.activity), bases.map { Int($0.1) }),
      ] {
        #expect(pot.amount.sen % 100 == 0)
        guard own.contains(where: { $0 > 0 }) else {
          #expect(pot.undistributed == pot.amount)
          #expect(parts.allSatisfy { $0.isZero })
          continue
        }
        #expect(parts.map { Int($0.sen / 100) } == oracle(Int(pot.amount.sen / 100), own))
        #expect(try parts.sum() == pot.amount)
      }
      let whole = try divided.pots.map(\.amount).sum()
      #expect(try shu - whole == Rupiah(sen: shu.sen % 100))
      let given = try divided.parts.map(\.total).sum() + divided.pots[2].amount
      #expect(try given + divided.undistributed == shu)
    }
  }

  @Test func theOrderOfMembersChangesNothingButTies() throws {
    var random = SplitMix64(seed: 14_2)
    for _ in 0..<100 {
      // Different bases, so that no two remainders need be equal by their bases being so.
      let bases = Set((0..<9).map { _ in Int64.random(in: 1...100_000, using: &random) })
        .sorted().map { ($0, $0 * $0) }
      let given = members(bases)
      let shu = Rupiah(sen: Int64.random(in: 1_000...9_000_000, using: &random) * 100)
      func parts(_ members: [ShuBase]) throws -> [MemberNumber: ShuDistribution.Part] {
        let divided = try ShuDistribution(of: shu, by: half(), among: members)
        return Dictionary(
          divided.parts.map { ($0.base.member, $0) }, uniquingKeysWith: { first, _ in first })
      }
      let (first, other) = (try parts(given), try parts(given.shuffled(using: &random)))
      for (member, part) in first {
        let again = try #require(other[member])
        // Equal remainders of different bases are rare, and then a rupiah changes its place.
        #expect(abs(part.capital.sen - again.capital.sen) <= 100)
        #expect(abs(part.activity.sen - again.activity.sen) <= 100)
      }
      #expect(first.values.filter { other[$0.base.member] != $0 }.count <= 2)
    }
  }

  @Test func whoComesFirstGetsTheRupiahOfATie() throws {
    let divided = try ShuDistribution(
      of: 5, by: ShuShares(capital: .whole, activity: .zero, funds: []),
      among: members([(100, 0), (100, 0)]))
    #expect(divided.parts.map(\.capital) == [3, 2])
  }

  @Test(arguments: [50, 100, 1_000] as [Int64])
  func aCoarserStepRoundsDownAndLeavesTheRest(step: Int64) throws {
    var random = SplitMix64(seed: 14_3)
    let step = try Rupiah(rupiah: step)
    for _ in 0..<100 {
      let bases = (0..<7).map { _ in
        (Int64.random(in: 0...9_000_000, using: &random), Int64(1))
      }
      let shu = try Rupiah(rupiah: Int64.random(in: 1...90_000_000, using: &random))
      let divided = try ShuDistribution(of: shu, by: half(), among: members(bases), step: step)
      let sum = bases.map(\.0).reduce(0, +)
      for (part, base) in zip(divided.parts, bases) where sum > 0 {
        let exact = Int128(divided.pots[0].amount.sen) * Int128(base.0)
        let low = Int128(part.capital.sen) * Int128(sum)
        #expect(part.capital.sen % step.sen == 0)
        #expect(low <= exact && exact < low + Int128(step.sen) * Int128(sum))
      }
      #expect(try divided.parts.map(\.total).sum() + divided.undistributed == shu)
    }
  }

  @Test func nobodyWithABaseLeavesThePotUndistributed() throws {
    let divided = try ShuDistribution(of: 1_000, by: half(), among: members([(5, 0), (5, 0)]))
    #expect(divided.pots.map(\.hasNobody) == [false, true])
    #expect(divided.undistributed == 500)
    #expect(divided.parts.map(\.total) == [250, 250])
    #expect(try ShuDistribution(of: 1_000, by: half(), among: []).undistributed == 1_000)
  }

  @Test func whatCannotBeDividedIsRefused() throws {
    let low = refused {
      try ShuShares(capital: .percent("25"), activity: .percent("30.5"), funds: [])
    }
    #expect(low?.code == .shuSharesNotWhole)
    #expect(low?.message.english.contains("55.5%") == true)
    #expect(low?.message.indonesian.contains("kurang 44,5%") == true)
    let high = refused {
      try ShuShares(
        capital: .percent("60"), activity: .percent("30"), funds: [.init("a", .percent("20"))])
    }
    #expect(high?.message.english.contains("10% too much") == true)
    for name in ["", "capital", "a"] {
      #expect(
        refusal {
          try ShuShares(
            capital: .zero, activity: .zero,
            funds: [.init("a", .percent("50")), .init(name, .percent("50"))])
        } == .shuFundRefused)
    }
    #expect(refusal { try ShuDistribution(of: 0, by: half(), among: []) } == .shuNothingToDivide)
    #expect(refusal { try ShuDistribution(of: -5, by: half(), among: []) } == .shuNothingToDivide)
    #expect(
      refusal { try ShuDistribution(of: 5, by: half(), among: members([(-1, 0)])) }
        == .amountNotPositive)
    #expect(
      refusal { try ShuDistribution(of: 5, by: half(), among: [], step: 7) }
        == .roundingStepRefused)
  }

  @Test func aFileOfBasesIsReadOrRefusedWithEveryRow() throws {
    let read = try ShuBase.read(
      csv: "anggota;nama;modal;usaha\n1;Siti;1.200.000;\n2;;0;300000\n", file: "d.csv")
    #expect(
      read == [
        ShuBase(member: "1", name: "Siti", capital: 1_200_000, activity: 0),
        ShuBase(member: "2", capital: 0, activity: 300_000),
      ])
    let bad = refused {
      try ShuBase.read(
        csv: "member,capital,activity\n1,-5,0\n1,1,1\n,1,1\n2,x,1\n", file: "d.csv")
    }
    #expect(
      bad?.details.map(\.code) == [
        .amountNotPositive, .importDuplicate, .importCellMissing, .amountUnreadable,
      ])
    #expect(bad?.details.map { $0.place?.line } == [2, 3, 4, 5])
  }
}
