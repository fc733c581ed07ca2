import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp simulate health`.
struct SimulateHealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: say(
      "22 rasio kesehatan dari sel kertas kerja.", "The 22 health ratios from worksheet cells."),
    discussion: say(
      """
      Berkas: kolom cell,current,previous; sel 1 sampai 116 dari kertas kerja
      KKPKK (Juknis 15/2021). Sel yang tidak disebut dihitung nol.

      Contoh:
        ksp simulasi kesehatan sel.csv
        ksp simulasi kesehatan sel.csv --kas 1-4 --atmr 8=100 --atmr 1=0
      """,
      """
      The file has the columns cell,current,previous: cells 1 to 116 of the
      KKPKK worksheet (Juknis 15/2021). A cell that is not given is zero.

      Examples:
        ksp simulate health cells.csv
        ksp simulate health cells.csv --cash 1-4 --risk-weight 8=100
      """), aliases: ["kesehatan"])

  @Argument(help: .say("Berkas CSV sel.", "CSV file of the cells.", .file))
  var cells: String
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
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.result) var language: LanguageOptions

  func run() throws {
    let profile = HealthProfile(readings: try readings(), riskAssets: try weights())
    let sheet = try HealthCells.read(csv: try TextFile.sheet(cells).text, file: cells)
    try report.write(
      try HealthReport(current: sheet.current, previous: sheet.previous, profile: profile),
      with: HealthReportRenderer(report.style()))
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
