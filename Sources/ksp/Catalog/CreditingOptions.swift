import ArgumentParser
import KSPCore

/// When interest is credited; what is not given stays as it was.
struct CreditingOptions: ParsableArguments {
  @Option(
    name: .also("dibukukan"),
    help: .say(
      "Jasa dibukukan: \(words(InterestCrediting.Interval.self, .indonesian)); bawaan bulanan.",
      "Interest is credited: \(words(InterestCrediting.Interval.self)); default monthly.",
      Phrase(id: "masa", en: "interval")))
  var credited: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say(
      "Jasa yang menunggu diakru tiap akhir bulan; bawaan tidak.",
      "Month ends set aside interest that waits; default no."))
  var accrue: EitherWay<AccrueNames>?
  @Option(
    name: .also("jasa-terkecil"),
    help: .say(
      "Jasa paling sedikit yang dibukukan.", "The least interest that is credited.", .amount))
  var leastInterest: String?
  @Option(
    name: .also("di-bawah-terkecil"),
    help: .say(
      "Yang kurang dari itu: \(words(InterestCrediting.BelowLeast.self, .indonesian)).",
      "Less than that: \(words(InterestCrediting.BelowLeast.self)).", .kind))
  var belowLeast: String?

  /// Whether anything was given.
  var isGiven: Bool {
    credited != nil || accrue != nil || leastInterest != nil || belowLeast != nil
  }

  /// The rules with everything that was given put in place of what was there.
  func apply(to old: InterestCrediting) throws -> InterestCrediting {
    var crediting = old
    if let credited {
      crediting.interval = try choice(InterestCrediting.Interval.self, credited)
    }
    if let accrue { crediting.isAccrued = accrue.isYes }
    crediting.least = try argument(leastInterest, Rupiah.init(parsing:)) ?? crediting.least
    if let belowLeast {
      crediting.belowLeast = try choice(InterestCrediting.BelowLeast.self, belowLeast)
    }
    return crediting
  }
}

/// Whether interest is set aside at month ends.
enum AccrueNames: EitherWayNames {
  static let english = "accrue"
  static let yes = "akrual"
  static let no = "tanpa-akrual"
}
