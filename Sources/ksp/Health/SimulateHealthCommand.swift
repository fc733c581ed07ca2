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
  @OptionGroup var readings: HealthOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.result) var language: LanguageOptions

  func run() throws {
    let profile = try readings.profile(over: HealthSettings())
    let sheet = try HealthCells.read(csv: try TextFile.sheet(cells).text, file: cells)
    try report.write(
      try HealthReport(current: sheet.current, previous: sheet.previous, profile: profile),
      with: HealthReportRenderer(report.style()))
  }
}
