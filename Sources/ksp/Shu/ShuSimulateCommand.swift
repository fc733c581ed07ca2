import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu simulate`.
struct ShuSimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: say(
      "Hitung pembagian SHU dari buku tanpa menyimpan.",
      "Work the SHU out from the book and store nothing."),
    discussion: say(
      """
      Tanpa bagian dipakai putusan yang tercatat. Sebelum tahun disahkan, SHU-nya
      adalah pendapatan dikurangi beban sampai sekarang.
      Contoh: ksp shu simulasi 2025 --modal 25% --usaha 30% --bagian cadangan=45%
      """,
      """
      Without shares the decision in the book is used. Before the year is ratified,
      its SHU is income less expenses so far.
      Example:
        ksp shu simulate 2025 --capital 25% --activity 30% --share cadangan=45%
      """), aliases: ["simulasi"])

  @OptionGroup var year: YearArgument
  @OptionGroup var plan: ShuPlanOptions
  @OptionGroup var bases: ShuBasesOption
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try year.value()
    let plan = plan.isGiven ? try plan.plan() : nil
    let bases = try bases.value()
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: ShuYearRenderer.self) {
        try $0.simulateShu(number, by: plan, among: bases)
      }
    }
  }
}
