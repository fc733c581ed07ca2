import Foundation
import KSPTestSupport
import Testing

@testable import KSPCore

/// The health worksheet against the examples that were collected and an oracle of its own.
@Suite struct HealthReportTests {
  private func vector(_ id: String) throws -> Vector { try .named(id, in: "indonesia-year") }

  private func report(
    _ current: [Int: Rupiah], _ previous: [Int: Rupiah] = [:],
    _ profile: HealthProfile = HealthProfile()
  ) throws -> HealthReport {
    func cells(_ amounts: [Int: Rupiah]) -> HealthCells {
      amounts.reduce(into: HealthCells()) { $0[$1.key] = $1.value }
    }
    return try HealthReport(current: cells(current), previous: cells(previous), profile: profile)
  }

  private func ratio(_ name: HealthRatioName, _ report: HealthReport) -> HealthRatio {
    report.ratios[HealthRatioName.allCases.firstIndex(of: name) ?? 0]
  }

  // MARK: - Examples

  /// The bounds as the worksheet has them, by its own words.
  @Test func bandsAreThoseOfTheWorksheet() throws {
    let vector = try vector("kkpkk-ratio-bands")
    let places: [(String, HealthRatioName)] = [
      ("ROA (", .roa), ("ROE (", .roe), ("Operational independence", .independence),
      ("Members loans", .memberLoans), ("Risk reserve", .riskReserve), ("Cash and bank", .cash),
      ("Loans / funds", .loansToFunds), ("Current assets", .currentAssets),
      ("Growth of assets", .growthAssets), ("Growth of funds", .growthFunds),
      ("Growth of equity", .growthEquity), ("Growth of net", .growthResult),
      ("Main income", .mainIncome), ("Net SHU", .shuToShares),
      ("Member savings", .memberSavings), ("Equity /", .equityToAssets), ("CAR", .car),
      ("Member loan capital", .memberCapital), ("Operating cost", .operatingCost),
      ("Operating expense", .operatingExpense), ("Problem loans", .problemLoans),
      ("Long-term", .longTermDebt),
    ]
    var seen: Set<HealthRatioName> = []
    for (list, isHigher) in [("higherIsBetter", true), ("lowerIsBetter", false)] {
      let bounds = try #require(vector.inputs[list] as? [String: [Any]])
      for (words, values) in bounds {
        let name = try #require(places.first { words.hasPrefix($0.0) }?.1, "\(words)")
        seen.insert(name)
        for (index, value) in values.enumerated() {
          let bound = Int64((try #require(Double("\(value)")) * 100).rounded())
          func band(_ hundredths: Int64) throws -> Int {
            let fraction = try #require(HealthFraction(Int128(hundredths), over: 1_000_000))
            return try name.bands.band(of: fraction)
          }
          // A hundredth of a hundredth of a percent on either side of the bound.
          #expect(try band(bound * 100) == (isHigher ? index + 1 : index + 2), "\(words)")
          #expect(try band(bound * 100 - 1) == (isHigher ? index + 2 : index + 1), "\(words)")
        }
      }
    }
    #expect(seen.count == 22)
    #expect(HealthRatioName.allCases.count == 22)
  }

  @Test func theAllowanceThatIsRequired() throws {
    let vector = try vector("kkpkk-ppapwd")
    let sheet: [Int: Rupiah] = try [
      8: 870_000_000, 111: vector.input("substandard"), 112: vector.input("doubtful"),
      113: vector.input("loss"), 114: vector.input("substandardCollateral"),
      115: vector.input("doubtfulCollateral"), 116: vector.input("lossCollateral"),
    ]
    #expect(try report(sheet).requiredAllowance == vector.expected("ppapwd"))
    // Collateral beyond a loan covers no other one.
    var covered = sheet
    covered[114] = 900_000_000
    #expect(try report(covered).requiredAllowance == 15_000_000)
  }

  @Test func administrationIsNotCountedTwice() throws {
    let vector = try vector("kkpkk-app-bad")
    #expect(!vector.recomputed)
    let sheet: [Int: Rupiah] = try [
      71: vector.input("jasaPinjaman"), 72: vector.input("administrasi"),
      73: vector.input("provisi"), 74: vector.input("lain"),
    ]
    let main = ratio(.mainIncome, try report(sheet))
    #expect(try main.numerator == vector.expected("correctPartisipasiBruto"))
    #expect(try main.numerator != vector.expected("computedThere"))
    #expect(main.percent == "100.00" && main.band == 1)
  }

  @Test func ofSetiaDharmaNothingThatIsPrintedHolds() throws {
    let vector = try vector("health-setia-dharma-bad")
    #expect(!vector.recomputed)
    let parts = try #require(vector.inputs["ownCapitalParts"] as? [Any]).map {
      try Vector.amount($0, "part")
    }
    var sheet: [Int: Rupiah] = [:]
    for (cell, part) in zip([62, 63, 64, 66, 67, 68, 69], parts) { sheet[cell] = part }
    sheet[1] = try vector.input("totalAssets")
    let equity = ratio(.equityToAssets, try report(sheet))
    let correct = try #require(vector.expected["correct"] as? [String: Any])
    #expect(try equity.numerator == Vector.amount(correct["ownCapital"], "ownCapital"))
    #expect(equity.percent == "89.17")
    // The weighted figures themselves, as capital and as the only risk asset.
    let weighted = HealthProfile(
      capital: [.init(cell: 62, percent: 100)], riskAssets: [.init(cell: 1, percent: 100)])
    let car = ratio(
      .car,
      try report(
        [62: vector.input("weightedCapital"), 1: vector.input("atmr")], [:], weighted))
    #expect(car.percent == "98.35" && car.band == 1)
  }

  /// Shares and growth of the office's own count, which use the same percentage.
  @Test func theOfficeOfBabelCounted() throws {
    let vector = try vector("dinas-babel-2025-aggregate")
    let districts = try #require(vector.inputs["perDistrict"] as? [String: Int])
    let total = districts.values.reduce(0, +)
    #expect(total == vector.expected["total"] as? Int)
    func percent(_ part: Int, _ whole: Int) throws -> String {
      try #require(HealthFraction(Int128(part), over: Int128(whole))).percent()
    }
    #expect(try percent(444, 1_227) == vector.expected["growthPct"] as? String)
    #expect(try percent(241, 1_248) == vector.expected["ratShareOfActivePct"] as? String)
    #expect(
      try percent(districts["BangkaBarat"] ?? 0, total)
        == vector.expected["shareBangkaBaratPct"] as? String)
  }

  // MARK: - What holds always

  /// The ratios once more, in floating point and written out by hand.
  @Test func ratiosAreThoseOfTheOracle() throws {
    var random = SplitMix64(seed: 14_4)
    for _ in 0..<200 {
      var (now, before): ([Int: Rupiah], [Int: Rupiah]) = ([:], [:])
      for cell in 1...116 {
        now[cell] = Rupiah(sen: Int64.random(in: 1...9_000_000_000_000, using: &random))
        before[cell] = Rupiah(sen: Int64.random(in: 1...9_000_000_000_000, using: &random))
      }
      let found = try report(now, before)
      for (name, value) in HealthOracle(now, before).ratios {
        let ratio = ratio(name, found)
        guard ratio.gap != .denominatorNegative else { continue }
        let percent = try #require(ratio.percent.flatMap(Double.init), "\(name)")
        #expect(abs(percent - value) <= 0.0051 + abs(value) * 1e-9, "\(name)")
      }
      #expect(ratio(.car, found).gap == .weightsMissing)
    }
  }

  @Test func nothingIsDividedByNothing() throws {
    let empty = try report([:])
    #expect(empty.ratios.map(\.name) == HealthRatioName.allCases)
    #expect(empty.ratios.allSatisfy { $0.percent == nil && $0.band == nil && $0.gap != nil })
    #expect(ratio(.independence, empty).gap == .incomeZero)
    #expect(ratio(.roa, empty).gap == .denominatorZero)
    #expect(empty.controls.allSatisfy { $0.holds })
  }

  /// Over less than nothing a quotient says the opposite of what the ratio means: a loss over own
  /// capital that is gone is no return, and a loss that grows is no growth.
  @Test func nothingIsDividedByLess() throws {
    let sheet: [Int: Rupiah] = [62: 100, 70: -900, 71: 100, 87: 1_000, 54: 850, 1: 50]
    let gone = try report(sheet)
    for name in [HealthRatioName.roe, .longTermDebt] {
      let found = ratio(name, gone)
      #expect(found.denominator == -800 && found.gap == .denominatorNegative, "\(name)")
      #expect(found.percent == nil && found.band == nil)
    }
    // Assets are there, and what is lost of them is the worst band.
    #expect(ratio(.roa, gone).percent == "-1800.00" && ratio(.roa, gone).band == 4)
    let worse = try report([71: 0, 87: 1_000], [87: 100])
    #expect(ratio(.growthResult, worse).numerator == -900)
    #expect(ratio(.growthResult, worse).gap == .denominatorNegative)
    let better = try report([71: 500], [87: 100])
    #expect(ratio(.growthResult, better).gap == .denominatorNegative)
    // The points of 2009 are not given for it either.
    var cells = HealthCells()
    for (number, amount) in sheet { cells[number] = amount }
    let scores = try HealthReport(current: cells, profile: HealthProfile(rules: .official)).scores
    #expect(scores?.scores.first { $0.item == .roe }?.hundredths == nil)
    #expect(scores?.scores.first { $0.item == .roa }?.hundredths == 75)
  }

  /// Whatever the cells: no band without a denominator above nothing, and none missing over one.
  @Test func onlyWhatIsAboveNothingDivides() throws {
    var random = SplitMix64(seed: 14_9)
    for _ in 0..<300 {
      var (now, before): ([Int: Rupiah], [Int: Rupiah]) = ([:], [:])
      for cell in 1...116 where Bool.random(using: &random) {
        now[cell] = Rupiah(sen: Int64.random(in: -9_000...9_000, using: &random) * 100)
        before[cell] = Rupiah(sen: Int64.random(in: -9_000...9_000, using: &random) * 100)
      }
      let weights = [HealthProfile.Weight(cell: 8, percent: 100)]
      for ratio in try report(now, before, HealthProfile(riskAssets: weights)).ratios
      where ratio.gap != .incomeZero {
        #expect((ratio.band != nil) == ratio.denominator.isPositive, "\(ratio)")
        #expect((ratio.percent == nil) == (ratio.band == nil), "\(ratio)")
      }
    }
  }

  @Test func anAllowanceLowersAssetsHoweverItIsEntered() throws {
    for cell in [13, 30, 33, 36] {
      let (plus, minus) = (
        try report([1: 1_000, cell: 100, 62: 1]), try report([1: 1_000, cell: -100, 62: 1])
      )
      #expect(ratio(.equityToAssets, plus).denominator == 900)
      #expect(ratio(.equityToAssets, minus).denominator == 900)
    }
  }

  /// Where sources differ, the reading decides, and nothing else changes.
  @Test func readingsAreSettings() throws {
    let sheet: [Int: Rupiah] = [
      1: 100, 5: 50, 13: 40, 38: 1_000, 54: 200, 62: 400, 65: 100, 68: 60, 71: 600, 75: 200,
      79: 100, 87: 240, 103: 20, 111: 200, 8: 1_000,
    ]
    let usual = try report(sheet)
    var readings = HealthReadings(
      expenses: .all, cash: .cashAndBank, riskReserve: .withAllowance, longTermDebt: .liabilities)
    let other = try report(sheet, [:], HealthProfile(readings: readings))
    func percents(_ report: HealthReport, _ names: [HealthRatioName]) -> [String?] {
      names.map { ratio($0, report).percent }
    }
    let names: [HealthRatioName] = [
      .independence, .operatingCost, .cash, .riskReserve, .longTermDebt,
    ]
    // 500/(240×600/800+20); (100+180+20)/600; 150/1000; 60/200; 300/460.
    #expect(percents(usual, names) == ["250.00", "50.00", "15.00", "30.00", "65.22"])
    // 500/260; 360/800; 100/1000; 100/200; 200/460.
    #expect(percents(other, names) == ["192.31", "45.00", "10.00", "50.00", "43.48"])
    let rest = HealthRatioName.allCases.filter { !names.contains($0) }
    #expect(percents(usual, rest) == percents(other, rest))
    readings = HealthReadings()
    #expect(usual.profile.readings == readings)
  }

  /// A band belongs to the ratio, not to the percentage that is printed.
  @Test func bandsAreThoseOfTheUnroundedRatio() throws {
    // 6.99996 % is printed as 7.00 and still lies below 7 %.
    let report = try report([1: 10_000_000, 71: 699_996])
    #expect(ratio(.roa, report).percent == "7.00")
    #expect(ratio(.roa, report).band == 2)
  }

  @Test func aSheetOfCellsIsReadOrRefusedWithEveryRow() throws {
    let sheet = try HealthCells.read(
      csv: "cell,current,previous\n1,1.500.000,\n13,-250000.50,7\n", file: "sel.csv")
    #expect(sheet.current[1] == 1_500_000 && sheet.previous[1] == 0)
    #expect(sheet.current[13] == Rupiah(sen: -25_000_050) && sheet.previous[13] == 7)
    let bad = refused {
      try HealthCells.read(
        csv: "cell,current,previous\n0,1,1\n117,1,1\nx,1,1\n5,1,1\n5,2,2\n6,1.5,1\n",
        file: "sel.csv")
    }
    #expect(
      bad?.details.map(\.code) == [
        .importWordUnknown, .importWordUnknown, .importWordUnknown, .importDuplicate,
        .amountUnreadable,
      ])
    #expect(bad?.details.map { $0.place?.line } == [2, 3, 4, 6, 7])
  }
}
