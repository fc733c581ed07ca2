import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp simulate savings`.
struct SimulateSavingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "savings",
    abstract: say("Jasa simpanan untuk saldo yang diketik.", "Interest for balances you type."),
    discussion: say(
      "Contoh:\n  ksp simulate savings --rate 3%/tahun --from 2026-06-01 --to 2026-06-30 --opening 1000000",
      "Example:\n  ksp simulate savings --rate 3%/year --from 2026-06-01 --to 2026-06-30 --opening 1000000"
    ))

  @OptionGroup var report: ReportOptions
  @Option(help: "id|en") var lang: String?
  @Option(help: "daily|lowest|average|mean") var method = "daily"
  @Option(help: .init(say("Misalnya 3%/year.", "Such as 3%/year."))) var rate: String?
  @Option(
    help: .init(say("Tingkat: SALDO=SUKU, boleh berulang.", "Tier: BALANCE=RATE, may be repeated."))
  ) var tier: [String] = []
  @Option(help: "actual/365|actual/360|actual/actual|30/365|30/360|1/12") var dayCount =
    "actual/365"
  @Option(help: .init(say("Hari pertama.", "First day."))) var from: String
  @Option(help: .init(say("Hari terakhir.", "Last day."))) var to: String
  @Option(help: .init(say("Saldo awal.", "Opening balance."))) var opening = "0"
  @Option(
    parsing: .singleValue,
    help: .init(
      say("Mutasi: TANGGAL=JUMLAH, boleh berulang.", "Movement: DATE=AMOUNT, may be repeated.")))
  var movement: [String] = []
  @Option(help: .init(say("Saldo minimum yang diberi jasa.", "Smallest balance that earns.")))
  var minimum = "0"
  @Option(help: "0.01|1|50|100") var roundTo = "0.01"
  @Option(help: "half-up|half-even|down|up") var rounding = "half-up"
  @Option(help: "each-day|posting") var round = "posting"
  @Flag(help: .init(say("Hari terakhir tidak dihitung.", "The last day does not earn.")))
  var excludeLastDay = false
  @Option(help: "individual|organization") var member = "individual"

  func run() throws {
    let terms = try terms()
    let period = try argument {
      try BookPeriod(from: BookDate(parsing: from), through: BookDate(parsing: to))
    }
    let start = try argument { try Rupiah(parsing: opening) }
    let movements = try movement.map { text in
      let (date, amount) = try pair(text)
      return try argument {
        SavingsInterest.Movement(try BookDate(parsing: date), try Rupiah(parsing: amount))
      }
    }.sorted { $0.date < $1.date }
    let working = try SavingsInterest.working(
      terms: terms, period: period, opening: start, movements: movements)
    let kind = try choice(Member.Kind.self, member)
    let rule: InterestTaxRule = kind == .individual ? .standardIndividual : .standardOrganization
    try report.write(
      InterestWorkingRenderer.Simulation(
        working: working, tax: try rule.tax(onMonthlyGross: working.gross)),
      with: InterestWorkingRenderer(report.style()))
  }

  private func terms() throws -> InterestTerms {
    var tiers = try tier.map { text in
      let (threshold, rate) = try pair(text)
      return try argument {
        InterestTerms.Tier(from: try Rupiah(parsing: threshold), rate: try Rate(parsing: rate))
      }
    }
    if tiers.isEmpty {
      guard let rate else {
        throw ValidationError(say("Beri --rate atau --tier.", "Give --rate or --tier."))
      }
      tiers = [InterestTerms.Tier(from: .zero, rate: try argument { try Rate(parsing: rate) })]
    }
    let step = try argument { try Rupiah(parsing: roundTo) }
    return InterestTerms(
      method: try choice(InterestTerms.Method.self, method),
      dayCount: try choice(DayCount.self, dayCount), tiers: tiers,
      floor: try argument { try Rupiah(parsing: minimum) }, countsPostingDay: !excludeLastDay,
      rounding: try argument { try Rounding(choice(Rounding.Mode.self, rounding), to: step) },
      roundingMoment: try choice(InterestTerms.RoundingMoment.self, round))
  }

  private func pair(_ text: String) throws -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError(say("“\(text)” harus berisi tanda =.", "“\(text)” needs an = sign."))
    }
    return (parts[0], parts[1])
  }
}
