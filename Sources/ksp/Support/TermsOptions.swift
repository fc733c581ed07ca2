import ArgumentParser
import KSPCore

/// The terms of a product as options; what is not given stays as it was.
struct TermsOptions: ParsableArguments {
  @Option(
    help: .init(
      say("Berlaku mulai bulan ini (TTTT-BB).", "In force from this month (YYYY-MM)."),
      valueName: "month")) var effective: String?
  @Flag(inversion: .prefixedNo, help: .init(say("Boleh ditarik.", "May be withdrawn.")))
  var withdrawable: Bool?
  @Option(
    help: .init(
      say(
        "Masa penarikan DARI..SAMPAI, boleh berulang.",
        "Withdrawal window FROM..TO, may be repeated."))) var window: [String] = []
  @Option(help: .init(say("Setoran minimum.", "Minimum deposit."))) var minimumDeposit: String?
  @Option(help: .init(say("Saldo minimum.", "Minimum balance."))) var minimumBalance: String?
  @Option(help: .init(say("Batas saldo minus.", "Overdraft limit."))) var overdraft: String?
  @Option(help: .init(say("Kewajiban per bulan.", "Due each month."))) var monthlyDue: String?
  @Option(help: "daily|lowest|average|mean") var method: String?
  @Option(help: "actual/365|actual/360|actual/actual|30/365|30/360|1/12") var dayCount: String?
  @Option(help: .init(say("Suku jasa, misalnya 4%/year.", "Rate, such as 4%/year."))) var rate:
    String?
  @Option(
    help: .init(say("Tingkat SALDO=SUKU, boleh berulang.", "Tier BALANCE=RATE, may be repeated.")))
  var tier: [String] = []
  @Option(
    help: .init(say("Saldo di bawah ini tidak diberi jasa.", "Balances below this earn nothing.")))
  var floor: String?
  @Flag(
    inversion: .prefixedNo,
    help: .init(say("Hari terakhir tidak dihitung.", "The last day does not earn.")))
  var excludeLastDay: Bool?
  @Option(help: "0.01|1|50|100|500|1000") var roundTo: String?
  @Option(help: "half-up|half-even|down|up") var rounding: String?
  @Option(help: "each-day|posting") var round: String?
  @Option(
    help: .init(say("Produk yang menerima jasanya.", "The product that receives the interest.")))
  var creditTo: String?
  @Flag(help: .init(say("Tanpa jasa.", "No interest."))) var noInterest = false

  /// The terms with everything that was given put in place of what was there.
  func apply(to old: SavingsTerms) throws -> SavingsTerms {
    var terms = old
    func money(_ text: String?, _ keep: Rupiah) throws -> Rupiah {
      try text.map { text in try argument { try Rupiah(parsing: text) } } ?? keep
    }
    if let effective { terms.effectiveFrom = try argument { try BookMonth(parsing: effective) } }
    if let withdrawable { terms.isWithdrawable = withdrawable }
    if !window.isEmpty { terms.withdrawalWindows = try window.map { try Self.window($0) } }
    terms.minimumDeposit = try money(minimumDeposit, terms.minimumDeposit)
    terms.minimumBalance = try money(minimumBalance, terms.minimumBalance)
    terms.overdraftLimit = try money(overdraft, terms.overdraftLimit)
    terms.monthlyDue = try money(monthlyDue, terms.monthlyDue)
    if let creditTo { terms.interestCreditedTo = creditTo }
    guard !noInterest || (!asksForInterest && rate == nil && tier.isEmpty) else {
      throw ValidationError(
        say(
          "--no-interest tidak bisa bersama pilihan jasa lain.",
          "--no-interest does not go with other options of interest."))
    }
    terms.interest = noInterest ? nil : try interest(terms.interest)
    return terms
  }

  /// Whether anything about interest was given besides the rate.
  private var asksForInterest: Bool {
    let texts = [method, dayCount, floor, roundTo, rounding, round]
    return texts.contains { $0 != nil } || excludeLastDay != nil
  }

  private func interest(_ old: InterestTerms?) throws -> InterestTerms? {
    let tiers = try newTiers()
    guard var interest = old ?? tiers.map({ InterestTerms(tiers: $0) }) else {
      guard !asksForInterest else {
        throw ValidationError(
          say(
            "Produk ini tanpa jasa; beri juga --rate atau --tier.",
            "This product pays no interest; give --rate or --tier too."))
      }
      return nil
    }
    if let tiers { interest.tiers = tiers.sorted { $0.threshold < $1.threshold } }
    if let method { interest.method = try choice(InterestTerms.Method.self, method) }
    if let dayCount { interest.dayCount = try choice(DayCount.self, dayCount) }
    if let floor { interest.floor = try argument { try Rupiah(parsing: floor) } }
    if let excludeLastDay { interest.countsPostingDay = !excludeLastDay }
    if let round { interest.roundingMoment = try choice(InterestTerms.RoundingMoment.self, round) }
    if roundTo != nil || rounding != nil {
      let step = try roundTo.map { text in try argument { try Rupiah(parsing: text) } }
      let mode = try rounding.map { try choice(Rounding.Mode.self, $0) }
      interest.rounding = try argument {
        try Rounding(mode ?? interest.rounding.mode, to: step ?? interest.rounding.step)
      }
    }
    return interest
  }

  private func newTiers() throws -> [InterestTerms.Tier]? {
    guard tier.isEmpty else {
      return try tier.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw ValidationError(
            say("Tulis SALDO=SUKU, bukan “\(text)”.", "Write BALANCE=RATE, not “\(text)”."))
        }
        return try argument {
          InterestTerms.Tier(from: try Rupiah(parsing: parts[0]), rate: try Rate(parsing: parts[1]))
        }
      }
    }
    return try rate.map { text in
      [InterestTerms.Tier(from: .zero, rate: try argument { try Rate(parsing: text) })]
    }
  }

  private static func window(_ text: String) throws -> BookPeriod {
    guard let dots = text.firstRange(of: "..") else {
      throw ValidationError(
        say("Tulis DARI..SAMPAI, bukan “\(text)”.", "Write FROM..TO, not “\(text)”."))
    }
    return try argument {
      try BookPeriod(
        from: BookDate(parsing: text[..<dots.lowerBound]),
        through: BookDate(parsing: text[dots.upperBound...]))
    }
  }
}
