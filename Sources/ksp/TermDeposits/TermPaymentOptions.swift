import ArgumentParser
import KSPCore

/// How a term deposit counts its days and pays its interest.
struct TermPaymentOptions: ParsableArguments {
  @Option(
    name: .also("hitungan-hari"),
    help: .say(
      "Hitungan hari: \(words(TermDayCount.self, .indonesian)); bawaan aktual/365.",
      "Day count: \(words(TermDayCount.self)); default actual/365.",
      Phrase(id: "hitungan", en: "day-count")))
  var dayCount: String?
  @Option(
    name: .also("cara-bayar"),
    help: .say(
      "Jasa dibayar: \(words(TermPayout.self, .indonesian)); bawaan simpanan.",
      "Interest is paid: \(words(TermPayout.self)); default savings.",
      Phrase(id: "cara", en: "payout")))
  var payout: String?

  /// What was given; nil for what was not.
  func values() throws -> (dayCount: TermDayCount?, payout: TermPayout?) {
    (
      try dayCount.map { try choice(TermDayCount.self, $0) },
      try payout.map { try choice(TermPayout.self, $0) }
    )
  }
}
