import ArgumentParser
import KSPCore

/// What is agreed for a term deposit.
struct TermDepositOptions: ParsableArguments {
  @Option(
    name: .also("suku"),
    help: .say(
      "Suku jasa, misalnya 6%/tahun.", "Rate, such as 6%/year.", Phrase(id: "suku", en: "rate")))
  var rate: String
  @Option(
    name: .also("jangka"),
    help: .say("Jangka waktu dalam bulan.", "Tenor in months.", Phrase(id: "bulan", en: "months")))
  var tenor: Int
  @OptionGroup var payment: TermPaymentOptions
  @Option(
    name: .also("bulat-ke"),
    help: .say(
      "Dibulatkan ke 0.01, 1, 50, 100, 500 atau 1000; bawaan 1.",
      "Round to 0.01, 1, 50, 100, 500 or 1000; default 1.", .amount))
  var roundTo: String?
  @Option(
    name: .also("pembulatan"),
    help: .say(
      "Arah pembulatan: \(words(Rounding.Mode.self, .indonesian)); bawaan setengah-ke-atas.",
      "Rounding: \(words(Rounding.Mode.self)); default half-up.", Phrase(id: "arah", en: "mode")))
  var rounding: String?
  @Option(
    name: .also("penalti"),
    help: .say(
      "Bila dicairkan lebih awal: 0,5%:pokok, 25%:jasa-dibayar, 10%:saldo, tetap:50000 atau "
        + "hangus (bawaan).",
      "If broken early: 0.5%:principal, 25%:interest-paid, 10%:balance, fixed:50000 or forfeit "
        + "(the default).", Phrase(id: "penalti", en: "penalty")))
  var penalty: String?

  /// The terms with what was given in place of the defaults.
  func terms() throws -> TermDepositTerms {
    let rounding = try Rounding.rupiah.changed(mode: rounding, step: roundTo)
    if roundTo != nil { try argument { try rounding.requireOffered() } }
    let rate = try argument(rate) { text throws(LedgerError) in try Rate(parsing: text) }
    let (dayCount, payout) = try payment.values()
    let penalty = try argument(penalty) { text throws(LedgerError) in
      try BreakPenalty(parsing: text)
    }
    return try argument {
      try TermDepositTerms(
        rate: rate, tenor: tenor, dayCount: dayCount ?? .actual365, payout: payout ?? .savings,
        rounding: rounding, penalty: penalty ?? .forfeit)
    }
  }
}
