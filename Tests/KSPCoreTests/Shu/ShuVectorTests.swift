import Foundation
import KSPTestSupport
import Testing

@testable import KSPCore

/// Published and derived distributions of an SHU.
@Suite struct ShuVectorTests {
  private func vector(_ id: String) throws -> Vector { try .named(id, in: "indonesia-year") }

  /// A member beside all others, who are one more row of the bases.
  private func member(
    _ shu: Rupiah, capital: Share, activity: Share, own: (Rupiah, Rupiah), all: (Rupiah, Rupiah),
    step: Rupiah = 1
  ) throws -> ShuDistribution.Part {
    let rest = try Share(
      billionths: Share.whole.billionths - capital.billionths - activity.billionths)
    let shares = try ShuShares(
      capital: capital, activity: activity, funds: [.init("lain", rest)])
    let divided = try ShuDistribution(
      of: shu, by: shares,
      among: [
        ShuBase(member: "1", capital: own.0, activity: own.1),
        ShuBase(member: "2", capital: all.0 - own.0, activity: all.1 - own.1),
      ], step: step)
    return divided.parts[0]
  }

  @Test func twoBasesOfOneExercise() throws {
    let vector = try vector("shu-solid-bingitz-two-bases")
    let sen = Rupiah(sen: 1)
    let narrow = try member(
      25_000_000, capital: .percent("20"), activity: .percent("30"),
      own: (1_200_000, 1_500_000), all: (60_000_000, 20_000_000))
    #expect(narrow.capital == 100_000 && narrow.activity == 562_500)
    let wide = try member(
      25_000_000, capital: .percent("20"), activity: .percent("30"),
      own: (1_200_000, 1_500_000), all: (70_000_000, 20_000_000), step: sen)
    let expected = try #require(vector.expected["basePokokWajibSukarela"] as? [String: Any])
    #expect(wide.capital.description == expected["jasaSimpanan"] as? String)
    #expect(wide.total.description == expected["total"] as? String)
  }

  @Test func ofRaniNothingThatIsPrintedHolds() throws {
    let vector = try vector("shu-rani-bad")
    #expect(!vector.recomputed)
    let rani = try member(
      25_000_000, capital: .percent("20"), activity: .percent("30"),
      own: (1_200_000, 1_500_000), all: (70_000_000, 20_000_000), step: Rupiah(sen: 1))
    let printed = try #require(vector.expected["printed"] as? [String: Any])
    let correct = try #require(vector.expected["correct"] as? [String: Any])
    #expect(try rani.capital == Vector.amount(correct["jm"], "jm"))
    #expect(try rani.total == Vector.amount(correct["total"], "total"))
    #expect(try rani.capital != Vector.amount(printed["jm"], "jm"))
    #expect(try rani.total != Vector.amount(printed["total"], "total"))
  }

  @Test func membersOfThreeTextbooks() throws {
    let widya = try member(
      2_000_000, capital: .percent("20"), activity: .percent("30"), own: (500_000, 1_000_000),
      all: (10_000_000, 15_000_000))
    #expect((widya.capital, widya.activity, widya.total) == (20_000, 40_000, 60_000))
    let susanti = try member(
      56_000_000, capital: .percent("25"), activity: .percent("30"), own: (600_000, 8_400_000),
      all: (28_000_000, 168_000_000))
    #expect((susanti.capital, susanti.activity, susanti.total) == (300_000, 840_000, 1_140_000))
    let nur = try member(
      140_000_000, capital: .percent("20"), activity: .zero, own: (1_400_000, 0),
      all: (70_000_000, 0))
    #expect(nur.capital == 560_000)
  }

  @Test func potsOfKoperasiMawar() throws {
    let vector = try vector("shu-allocation-mawar")
    let rows = try #require(vector.inputs["allocation"] as? [[String: Any]])
    let amounts = try #require((vector.expected["amounts"] as? [String: Any]))
    func share(_ name: String) throws -> Share {
      let row = try #require(rows.first { $0["fund"] as? String == name })
      return try Share(parsing: "\(try #require(row["pct"] as? Int))%")
    }
    let members = ["jasa simpanan": "capital", "jasa pinjaman": "activity"]
    let names = rows.compactMap { $0["fund"] as? String }
    let shares = try ShuShares(
      capital: share("jasa simpanan"), activity: share("jasa pinjaman"),
      funds: try names.filter { members[$0] == nil }.map { .init($0, try share($0)) })
    let divided = try ShuDistribution(of: vector.input("shu"), by: shares, among: [])
    for name in names {
      let pot = try #require(divided.pots.first { $0.name == members[name] ?? name })
      #expect(try pot.amount == Vector.amount(amounts[name], name), "\(name)")
    }
  }

  @Test func theLargestRemainder() throws {
    let vector = try vector("shu-remainder-largest-fraction")
    let rows = try #require(vector.inputs["members"] as? [[String: Any]])
    let divided = try ShuDistribution(
      of: vector.input("pool"), by: ShuShares(capital: .whole, activity: .zero, funds: []),
      among: rows.map { row in
        ShuBase(
          member: "\(row["id"] as? String ?? "")", capital: try Vector.amount(row["base"], "base"),
          activity: 0)
      })
    #expect(try divided.parts.map(\.capital) == vector.amounts("largestRemainder"))
    #expect(divided.undistributed.isZero)
  }

  /// The bases of who left and who joined, as each of the three ways makes them.
  @Test func leaversAndJoiners() throws {
    let vector = try vector("shu-leaver-joiner")
    let shares = try ShuShares(
      capital: .percent("45.4545455"), activity: .percent("54.5454545"), funds: [])
    func bases(_ capital: [String: Rupiah], _ activity: [String: Rupiah]) -> [ShuBase] {
      ["A", "B", "C", "D"].map {
        ShuBase(
          member: "\($0)", capital: capital[$0] ?? .zero, activity: activity[$0] ?? .zero)
      }
    }
    func expect(
      _ way: String, _ capital: [String: Rupiah], _ activity: [String: Rupiah]
    ) throws {
      let divided = try ShuDistribution(
        of: 22_000_000, by: shares, among: bases(capital, activity))
      #expect(divided.pots.map(\.amount) == [10_000_000, 12_000_000])
      let wanted = try #require(vector.expected[way] as? [String: [String: Any]])
      for part in divided.parts {
        let member = part.base.member.text
        for (pot, amount) in [("capital", part.capital), ("activity", part.activity)] {
          guard let amounts = wanted[pot] else { continue }
          let right = try amounts[member].map { try Vector.amount($0, member) } ?? .zero
          #expect(amount == right, "\(way) \(pot) \(member)")
        }
      }
    }
    try expect(
      "yearEndLeaversOut", ["A": 1_200_000, "B": 2_400_000, "D": 400_000],
      ["A": 300_000, "D": 50_000])
    // The sum of month ends stands for their average: the base only counts in proportion.
    let ends: [String: Rupiah] = ["A": 14_400_000, "B": 28_800_000, "C": 9_000_000, "D": 1_200_000]
    try expect(
      "averageOfMonthEndsLeaversIn", ends, ["A": 300_000, "C": 450_000, "D": 50_000])
    var stayed = ends
    stayed["C"] = nil
    try expect("monthEndsLeaversOut", stayed, ["A": 300_000, "D": 50_000])
  }
}
