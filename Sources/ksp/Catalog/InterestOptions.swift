import ArgumentParser
import KSPCore

/// How interest is computed; what is not given stays as it was.
struct InterestOptions: ParsableArguments {
  @Option(
    name: .also("cara"),
    help: .say(
      "Saldo yang diberi jasa: \(words(InterestTerms.Method.self, .indonesian)); bawaan harian.",
      "The balance that earns: \(words(InterestTerms.Method.self)); default daily.",
      Phrase(id: "cara", en: "method")))
  var method: String?
  @Option(
    name: .also("suku"),
    help: .say(
      "Tingkat jasa, misalnya 4%/tahun.", "Rate, such as 4%/year.", Phrase(id: "suku", en: "rate")))
  var rate: String?
  @Option(
    name: .also("tingkat"),
    help: .say(
      "Tingkat, misalnya 5000000=5% atau calon:0=4%; boleh berulang.",
      "Tier, such as 5000000=5% or prospective:0=4%; may be repeated.",
      Phrase(id: "saldo=suku", en: "balance=rate")))
  var tier: [String] = []
  @Flag(
    name: .also("tanpa-tingkat"),
    help: .say(
      "Hapus tingkat di atas nol yang tidak disebut.", "Drop the tiers above zero not given."))
  var noTiers = false
  @Option(
    name: .also("hitungan-hari"),
    help: .say(
      "Hitungan hari: \(words(DayCount.self, .indonesian)); bawaan aktual/365.",
      "Day count: \(words(DayCount.self)); default actual/365.",
      Phrase(id: "hitungan", en: "day-count")))
  var dayCount: String?
  @OptionGroup var rounding: RoundingOptions
  @Option(
    name: .also("saat-pembulatan"),
    help: .say(
      "Kapan dibulatkan: \(words(InterestTerms.RoundingMoment.self, .indonesian)); bawaan dibukukan.",
      "When to round: \(words(InterestTerms.RoundingMoment.self)); default posting.",
      Phrase(id: "saat", en: "moment")))
  var round: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say("Hari terakhir tidak dihitung.", "The last day does not earn."))
  var excludeLastDay: EitherWay<LastDayNames>?

  /// Whether anything was given.
  var isGiven: Bool { asksForMore || setsRates }

  /// Whether rates were given, so that a product without interest pays some again.
  var setsRates: Bool { rate != nil || !tier.isEmpty }

  /// Whether anything was given besides the rate.
  private var asksForMore: Bool {
    [method, dayCount, round].contains { $0 != nil } || rounding.isGiven
      || excludeLastDay != nil || noTiers
  }

  /// The interest with everything that was given put in place of what was there; nil for none.
  func apply(to old: InterestTerms?) throws -> InterestTerms? {
    let tiers = try tiers(beside: old?.tiers ?? [])
    guard var interest = old ?? tiers.map({ InterestTerms(tiers: $0) }) else {
      guard !asksForMore else {
        throw UsageProblem(
          Phrase(id: "Produk ini tanpa jasa.", en: "This product pays no interest."),
          advice: Phrase(id: "Beri juga --suku atau --tingkat.", en: "Give --rate or --tier too."))
      }
      return nil
    }
    if let tiers { interest.tiers = tiers.sorted { $0.threshold < $1.threshold } }
    if let method { interest.method = try choice(InterestTerms.Method.self, method) }
    if let dayCount { interest.dayCount = try choice(DayCount.self, dayCount) }
    if let excludeLastDay { interest.countsPostingDay = !excludeLastDay.isYes }
    if let round { interest.roundingMoment = try choice(InterestTerms.RoundingMoment.self, round) }
    interest.rounding = try rounding.apply(to: interest.rounding)
    let rounded = interest.rounding
    if rounding.isGiven { try argument { try rounded.requireOffered() } }
    return interest
  }

  /// `--rate` is the rate from zero; `--tier` gives the others, with `KIND:` before the balance for
  /// holders of one standing. What is not named stays as it was, unless `--no-tiers` drops it.
  private func tiers(beside old: [InterestTerms.Tier]) throws -> [InterestTerms.Tier]? {
    let new = try given(basis: old.first?.rate.basis)
    guard new != nil || noTiers else { return nil }
    let named = new ?? []
    let kept = old.filter { tier in
      !named.contains { $0.threshold == tier.threshold && $0.standing == tier.standing }
        && (!noTiers || (tier.threshold.isZero && tier.standing == nil))
    }
    return kept + named
  }

  private func given(basis: Rate.Basis?) throws -> [InterestTerms.Tier]? {
    let base = try argument(rate) { text throws(LedgerError) in try Rate(parsing: text) }.map {
      rate in
      InterestTerms.Tier(from: .zero, rate: rate)
    }
    let tiers = try tier.map { text in
      var (threshold, rate) = try pair(text, Phrase(id: "SALDO=SUKU", en: "BALANCE=RATE"))
      var standing: Member.Standing?
      if let colon = threshold.firstIndex(of: ":") {
        let word = String(threshold[..<colon])
        standing = try argument { () throws(LedgerError) in try Member.Standing(parsing: word) }
        threshold = String(threshold[threshold.index(after: colon)...])
      }
      return try argument {
        // A tier has the period of the rates that it stands beside; alone it is that of a year.
        InterestTerms.Tier(
          from: try Rupiah(parsing: threshold),
          rate: try Rate(parsing: rate, per: base?.rate.basis ?? basis ?? .year), for: standing)
      }
    }
    guard let base else { return tiers.isEmpty ? nil : tiers }
    guard let lowest = tiers.first(where: { $0.threshold.isZero && $0.standing == nil }) else {
      return [base] + tiers
    }
    guard lowest.rate == base.rate else {
      throw UsageProblem(
        Phrase(
          id: "--suku dan --tingkat 0=SUKU menyebut dua suku untuk saldo yang sama.",
          en: "--rate and --tier 0=RATE name two rates for the same balance."),
        advice: Phrase(id: "Pakai salah satu.", en: "Use one of the two."))
    }
    return tiers
  }
}

/// Whether the last day earns.
enum LastDayNames: EitherWayNames {
  static let english = "exclude-last-day"
  static let yes = "tanpa-hari-akhir"
  static let no = "hari-akhir"
}
