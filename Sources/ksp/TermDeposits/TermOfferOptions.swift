import ArgumentParser
import KSPCore

/// What a product of term deposits offers; what is not given stays as it was.
struct TermOfferOptions: ParsableArguments {
  @Option(
    name: .also("suku"), parsing: .singleValue,
    help: .say(
      "Suku per jangka, misalnya 3=6%/tahun atau 12:10000000=9%/tahun; boleh berulang.",
      "Rate by tenor, such as 3=6%/year or 12:10000000=9%/year; may be repeated.",
      Phrase(id: "jangka[:mulai]=suku", en: "tenor[:from]=rate")))
  var rate: [String] = []
  @Option(
    name: .also("mulai"),
    help: .say("Berlaku sejak; bawaan hari ini.", "In force from; default today.", .date))
  var from: String?
  @OptionGroup var payment: TermPaymentOptions
  @OptionGroup var rounding: RoundingOptions
  @Option(
    name: .also("penalti"),
    help: .say(
      "Bila dicairkan lebih awal, misalnya 0,5%:pokok; bawaan hangus.",
      "If broken early, such as 0.5%:principal; default forfeit.",
      Phrase(id: "penalti", en: "penalty")))
  var penalty: String?
  @Option(
    name: .also("perpanjangan"),
    help: .say(
      "Saat jatuh tempo: \(words(TermRollOver.self, .indonesian)); bawaan tidak.",
      "At maturity: \(words(TermRollOver.self)); default none.", Phrase(id: "cara", en: "way")))
  var rollOver: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say(
      "Jasa yang sudah jadi hak tetapi belum jatuh dibukukan tutup bulan; bawaan tidak.",
      "Month ends set aside interest that is earned and falls due later; default no."))
  var accrue: EitherWay<AccrueNames>?

  /// The offer with everything that was given put in place of what was there.
  func apply(
    to old: TermDepositOffer?, product: ProductCode, today: BookDate
  ) throws -> TermDepositOffer {
    let day = try argument(from, BookDate.init(parsing:)) ?? today
    var offer = old ?? TermDepositOffer(product: product, effectiveFrom: day, tiers: [])
    offer.effectiveFrom = day
    let given = try rate.map(tier)
    let named = Set(given.map { [Int64($0.tenor), $0.from.sen] })
    offer.tiers = offer.tiers.filter { !named.contains([Int64($0.tenor), $0.from.sen]) } + given
    let (dayCount, payout) = try payment.values()
    if let dayCount { offer.dayCount = dayCount }
    if let payout { offer.payout = payout }
    if let rollOver { offer.rollOver = try choice(TermRollOver.self, rollOver) }
    if let accrue { offer.isAccrued = accrue.isYes }
    let rounded = try rounding.apply(to: offer.rounding)
    if rounding.isGiven { try argument { try rounded.requireOffered() } }
    offer.rounding = rounded
    if let penalty {
      offer.penalty = try argument(penalty) { text throws(LedgerError) in
        try BreakPenalty(parsing: text)
      }
    }
    return offer
  }

  private func tier(_ text: String) throws -> TermDepositOffer.Tier {
    let (left, rate) = try pair(text, Phrase(id: "JANGKA=SUKU", en: "TENOR=RATE"))
    let parts = left.split(separator: ":", maxSplits: 1)
    guard let first = parts.first, let tenor = Int(first) else {
      throw UsageProblem(
        Phrase(id: "“\(left)” bukan jangka dalam bulan.", en: "“\(left)” is no tenor in months."),
        advice: Phrase(id: "Tulis misalnya 3=6%/tahun.", en: "Write 3=6%/year, for example."))
    }
    return try argument {
      TermDepositOffer.Tier(
        tenor: tenor, from: parts.count > 1 ? try Rupiah(parsing: String(parts[1])) : .zero,
        rate: try Rate(parsing: rate))
    }
  }
}
