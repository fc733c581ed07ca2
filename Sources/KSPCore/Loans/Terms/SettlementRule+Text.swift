extension SettlementRule.Interest: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `none`, `elapsed`, `all` or a number of installments.
  public var description: String {
    switch self {
    case .installments(let count): count > 0 ? String(count) : SettlementRule.Interest.none.word
    case .none, .elapsedDays, .all: word
    }
  }

  /// The word that books keep; that of ``installments(_:)`` stands without its number.
  package var word: String {
    switch self {
    case .none: "none"
    case .elapsedDays: "elapsed"
    case .installments: "installments"
    case .all: "all"
    }
  }

  /// A rule that a book kept.
  ///
  /// - Throws: `invariant.broken` for a word that is none.
  package init(stored word: String, count: Int?) throws(LedgerError) {
    switch (word, count) {
    case ("none", _): self = .none
    case ("elapsed", _): self = .elapsedDays
    case ("all", _): self = .all
    case ("installments", let count?): self = .installments(count)
    default: throw .invariantBroken("settlementInterest \(word)")
    }
  }

  /// What the words of the book are called.
  package static let names: [String: Phrase] = [
    "none": Phrase(id: "tidak ada", en: "none"),
    "elapsed": Phrase(id: "hari yang sudah lewat", en: "of the days that have passed"),
    "installments": Phrase(id: "sekian angsuran", en: "of so many installments"),
    "all": Phrase(id: "semua", en: "all"),
  ]

  /// The rule for people.
  public var inWords: Phrase {
    switch self {
    case .installments(let count):
      Phrase(id: "\(count) angsuran", en: "of \(count) installment\(count == 1 ? "" : "s")")
    case .none, .elapsedDays, .all:
      SettlementRule.Interest.names[word] ?? Phrase(id: word, en: word)
    }
  }

  /// Reads a rule in either language.
  ///
  /// - Throws: `term.unreadable`, which lists the words.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    switch text.lowercased() {
    case "none", "tanpa", "tidak-ada": self = .none
    case "elapsed", "berjalan": self = .elapsedDays
    case "all", "semua": self = .all
    default:
      guard let count = Int(text), (1...PlanTerms.largestCount).contains(count) else {
        throw .termUnreadable(String(text), oneOf: ["none", "elapsed", "all", "1", "2", "3"])
      }
      self = .installments(count)
    }
  }
}

extension SettlementRule: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `elapsed,penalty=1%,advance=back`.
  public var description: String {
    interest.description + (penalty.isZero ? "" : ",penalty=\(penalty)")
      + (returnsAdvance ? ",advance=back" : "")
  }

  /// The rule for people: `hari yang sudah lewat, penalti 1%`.
  public var inWords: Phrase {
    Phrase(
      id: interest.inWords.indonesian
        + (penalty.isZero ? "" : ", penalti \(penalty.inWords.indonesian)")
        + (returnsAdvance ? ", jasa di muka kembali" : ""),
      en: interest.inWords.english
        + (penalty.isZero ? "" : ", penalty \(penalty.inWords.english)")
        + (returnsAdvance ? ", interest in advance comes back" : ""))
  }

  /// Reads `1`, `elapsed,penalty=1%`, `semua,penalti=1%,di-muka=kembali`.
  ///
  /// - Throws: `term.unreadable`, `share.unreadable`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let parts = TermText.parts(Substring(text))
    self.init(interest: try Interest(parsing: parts[0]))
    for part in parts.dropFirst() {
      switch TermText.divided(part, at: "=") {
      case ("penalty", let value)?, ("penalti", let value)?: penalty = try Share(parsing: value)
      case ("advance", "back")?, ("di-muka", "kembali")?: returnsAdvance = true
      default:
        throw .termUnreadable(
          String(part), form: Phrase(id: "elapsed,penalty=1%", en: "elapsed,penalty=1%"))
      }
    }
  }
}

extension SettlementRule: Codable {
  /// Reads a rule as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, SettlementRule.init(parsing:))
  }

  /// Writes a rule as its text, `"elapsed,penalty=1%"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
