import ArgumentParser
import KSPCore

/// How health ratios are read where sources differ, and the weights of risk assets.
struct HealthOptions: ParsableArguments {
  @Option(
    name: .also("beban"),
    help: .init(
      say(
        "Beban dalam kemandirian dan beban operasional; bawaan members.",
        "Expenses of independence and operating cost; default members."),
      valueName: HealthReadings.Expenses.allCases.map(\.rawValue).joined(separator: "|")))
  var expenses: String?
  @Option(
    name: .also("kas"),
    help: .init(
      say("Sel yang menjadi kas; bawaan 1-6.", "Cells that are cash; default 1-6."),
      valueName: HealthReadings.Cash.allCases.map(\.rawValue).joined(separator: "|")))
  var cash: String?
  @Option(
    name: .also("cadangan-risiko"),
    help: .init(
      say("Sel cadangan risiko; bawaan 68.", "Cells of the risk reserve; default 68."),
      valueName: HealthReadings.RiskReserve.allCases.map(\.rawValue).joined(separator: "|")))
  var riskReserve: String?
  @Option(
    name: .also("utang-jangka-panjang"),
    help: .init(
      say(
        "Sel utang jangka panjang; bawaan 54-61+65.", "Cells of long-term debt; default 54-61+65."),
      valueName: HealthReadings.LongTermDebt.allCases.map(\.rawValue).joined(separator: "|")))
  var longTermDebt: String?
  @Option(
    name: .also("atmr"), parsing: .singleValue,
    help: .say(
      "Bobot satu sel dalam ATMR, misalnya 8=100; boleh berulang.",
      "Weight of a cell among risk assets, such as 8=100; may be repeated.",
      Phrase(id: "sel=persen", en: "cell=percent")))
  var riskWeight: [String] = []

  /// The profile that they make.
  func profile() throws -> HealthProfile {
    HealthProfile(readings: try readings(), riskAssets: try weights())
  }

  private func readings() throws -> HealthReadings {
    var readings = HealthReadings()
    if let expenses { readings.expenses = try choice(HealthReadings.Expenses.self, expenses) }
    if let cash { readings.cash = try choice(HealthReadings.Cash.self, cash) }
    if let riskReserve {
      readings.riskReserve = try choice(HealthReadings.RiskReserve.self, riskReserve)
    }
    if let longTermDebt {
      readings.longTermDebt = try choice(HealthReadings.LongTermDebt.self, longTermDebt)
    }
    return readings
  }

  private func weights() throws -> [HealthProfile.Weight] {
    try riskWeight.map { text in
      let (cell, percent) = try pair(text, Phrase(id: "SEL=PERSEN", en: "CELL=PERCENT"))
      guard let cell = Int(cell), HealthCells.numbers.contains(cell), let percent = Int(percent),
        (0...1_000).contains(percent)
      else {
        throw UsageProblem(
          Phrase(
            id: "“\(text)” bukan sel (1 sampai 116) dengan bobot dalam persen.",
            en: "“\(text)” is no cell (1 to 116) with a weight in percent."))
      }
      return HealthProfile.Weight(cell: cell, percent: percent)
    }
  }
}
