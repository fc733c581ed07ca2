import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member-benefit`.
struct MemberBenefitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member-benefit",
    abstract: say("Promosi ekonomi anggota.", "What members have of the cooperative."),
    discussion: say(
      """
      Pinjaman yang lebih murah dan jasa simpanan yang lebih baik daripada di pasar,
      dan SHU anggota. Bunga pasar yang tidak disebut diambil dari pengaturan.
      Sebelum rapat memutuskan, SHU dihitung menurut bagian yang disebut.

      Contoh:
        ksp promosi-ekonomi-anggota 2025 --pasar-pinjaman 18%/tahun
        ksp promosi-ekonomi-anggota 2025 --modal 25% --usaha 30% \\
          --bagian cadangan=45%
      """,
      """
      Loans that are cheaper and savings that bring more than in the market, and the
      SHU of members. A market rate that is not given is taken from the settings.
      Before the meeting has decided, the SHU is worked out by the shares that are
      given.

      Examples:
        ksp member-benefit 2025 --market-loans 18%/year
        ksp member-benefit 2025 --capital 25% --activity 30% --share cadangan=45%
      """), aliases: ["promosi-ekonomi-anggota"])

  @Argument(
    help: .say(
      "Tahun buku; bawaan tahun ini.", "The year; default this one.",
      Phrase(id: "tahun", en: "year")))
  var year: String?
  @OptionGroup var market: MarketRateOptions
  @OptionGroup var plan: ShuPlanOptions
  @OptionGroup var bases: ShuBasesOption
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.map(StatementYear.number)
    let rates = try market.rates(before: MarketRates())
    let plan = plan.isGiven ? try plan.plan() : nil
    let bases = try bases.value()
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: MemberBenefitRenderer.self, at: known) {
        try $0.memberBenefit(
          year, against: rates, plan: plan, among: bases, asRecordedThrough: known)
      }
    }
  }
}
