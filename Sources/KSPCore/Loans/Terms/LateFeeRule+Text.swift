extension LateFeeRule.Base: TermWord {
  /// The name for people.
  public var name: Phrase {
    switch self {
    case .installment: Phrase(id: "angsuran", en: "installment")
    case .arrears: Phrase(id: "tunggakan", en: "arrears")
    case .outstanding: Phrase(id: "sisa pokok", en: "principal owed")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "angsuran": .installment, "tunggakan": .arrears, "sisa-pokok": .outstanding,
  ]
}

extension LateFeeRule.Period: TermWord {
  /// The name for people.
  public var name: Phrase {
    switch self {
    case .day: Phrase(id: "per hari", en: "per day")
    case .month: Phrase(id: "per bulan", en: "per month")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = ["hari": .day, "bulan": .month]
}

extension LateFeeRule.Charge: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `0.1%` or `5000`.
  public var description: String {
    switch self {
    case .share(let share): share.description
    case .fixed(let amount): amount.description
    }
  }

  /// Reads a percentage or a sum.
  ///
  /// - Throws: `share.unreadable`, `amount.unreadable`, `amount.notPositive`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    self =
      text.contains("%")
      ? .share(try Share(parsing: text)) : .fixed(try TermText.amount(text))
  }
}

extension LateFeeRule: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `0.1%/day:arrears,grace=3,cap=10%`.
  public var description: String {
    chargeText + (graceDays > 0 ? ",grace=\(graceDays)" : "") + (cap.map { ",cap=\($0)" } ?? "")
  }

  /// The charge without its limits: `0.1%/day:arrears`.
  package var chargeText: String { "\(charge)/\(period.rawValue):\(base.rawValue)" }

  /// The charge without its limits, for people: `0,1% per hari dari tunggakan`.
  package var chargeInWords: Phrase {
    let period = period.name
    switch charge {
    case .fixed(let amount):
      return Phrase(
        id: "\(amount.formatted) \(period.indonesian)", en: "\(amount.formatted) \(period.english)")
    case .share(let share):
      let base = base.name
      return Phrase(
        id: "\(share.inWords.indonesian) \(period.indonesian) dari \(base.indonesian)",
        en: "\(share.inWords.english) \(period.english) of the \(base.english)")
    }
  }

  /// The rule for people: `0,1% per hari dari tunggakan, bebas 3 hari, paling banyak 10% angsuran`.
  public var inWords: Phrase {
    let charge = chargeInWords
    let free = graceDays > 0
    return Phrase(
      id: charge.indonesian + (free ? ", bebas \(graceDays) hari" : "")
        + (cap.map { ", paling banyak \($0.inWords.indonesian) angsuran" } ?? ""),
      en: charge.english + (free ? ", \(graceDays) day\(graceDays == 1 ? "" : "s") free" : "")
        + (cap.map { ", at most \($0.inWords.english) of the installment" } ?? ""))
  }

  /// Reads `0.1%/day:arrears`, `5000/hari:angsuran`, `0,1%/hari:tunggakan,bebas=3,batas=10%`.
  ///
  /// - Throws: `term.unreadable`, `share.unreadable`, `amount.unreadable`, `amount.notPositive`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    try self.init(parsing: text, keeping: nil)
  }

  /// Reads a rule; limits that the text does not name stay those of another one.
  ///
  /// - Throws: `term.unreadable`, `share.unreadable`, `amount.unreadable`, `amount.notPositive`.
  package init(
    parsing text: some StringProtocol, keeping old: LateFeeRule?
  ) throws(LedgerError) {
    let form = Phrase(
      id: "DENDA/WAKTU:DASAR, misalnya 0,1%/day:arrears",
      en: "CHARGE/PERIOD:BASE, for example 0.1%/day:arrears")
    let parts = TermText.parts(Substring(text))
    guard let (charge, base) = TermText.divided(parts[0], at: ":"),
      let (amount, period) = TermText.divided(charge, at: "/")
    else { throw .termUnreadable(String(text), form: form) }
    self.init(
      base: try Base(parsing: base), charge: try Charge(parsing: amount),
      period: try Period(parsing: period), graceDays: old?.graceDays ?? 0, cap: old?.cap)
    for part in parts.dropFirst() {
      switch TermText.divided(part, at: "=") {
      case ("grace", let value)?, ("bebas", let value)?: graceDays = try TermText.count(value)
      case ("cap", let value)?, ("batas", let value)?: cap = try Share(parsing: value)
      default: throw .termUnreadable(String(part), form: form)
      }
    }
  }
}

extension LateFeeRule: Codable {
  /// Reads a rule as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, LateFeeRule.init(parsing:))
  }

  /// Writes a rule as its text, `"0.1%/day:arrears"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
