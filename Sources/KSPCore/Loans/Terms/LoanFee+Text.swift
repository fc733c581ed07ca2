extension LoanFee.Charge: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `25000`, `1%`, `1%,min=10000,max=500000`.
  public var description: String {
    switch self {
    case .fixed(let amount): amount.description
    case .share(let share, let minimum, let maximum):
      share.description + (minimum.map { ",min=\($0)" } ?? "")
        + (maximum.map { ",max=\($0)" } ?? "")
    }
  }

  /// How much it is, for people: `1% (paling sedikit Rp10.000)`.
  public var inWords: Phrase {
    switch self {
    case .fixed(let amount): return Phrase(id: amount.formatted, en: amount.formatted)
    case .share(let share, let minimum, let maximum):
      let bounds = [
        minimum.map {
          Phrase(id: "paling sedikit \($0.formatted)", en: "at least \($0.formatted)")
        },
        maximum.map { Phrase(id: "paling banyak \($0.formatted)", en: "at most \($0.formatted)") },
      ].compactMap(\.self)
      func text(_ language: Language) -> String {
        let list = bounds.map { $0[language] }.joined(separator: ", ")
        return share.inWords[language] + (bounds.isEmpty ? "" : " (\(list))")
      }
      return Phrase(id: text(.indonesian), en: text(.english))
    }
  }

  /// Reads a sum, or a percentage with the least and the most that it may come to.
  ///
  /// - Throws: `term.unreadable`, `share.unreadable`, `amount.unreadable`, `amount.notPositive`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let text = Substring(text)
    guard text.contains("%") else {
      self = .fixed(try TermText.amount(text))
      return
    }
    let parts = TermText.parts(text)
    let share = try Share(parsing: parts[0])
    var minimum: Rupiah?
    var maximum: Rupiah?
    for part in parts.dropFirst() {
      switch TermText.divided(part, at: "=") {
      case ("min", let value)?: minimum = try TermText.amount(value)
      case ("max", let value)?: maximum = try TermText.amount(value)
      default:
        throw .termUnreadable(
          String(part), form: Phrase(id: "1%,min=10000,max=500000", en: "1%,min=10000,max=500000"))
      }
    }
    self = .share(share, minimum: minimum, maximum: maximum)
  }
}

extension LoanFee.Target: CustomStringConvertible {
  private static let savings = ["savings/", "simpanan/"]

  /// What ``init(parsing:)`` reads: `4-1110` or `savings/wajib`.
  public var description: String {
    switch self {
    case .account(let code): code.text
    case .savings(let product): LoanFee.Target.savings[0] + product.text
    }
  }

  /// Where it goes, for people.
  public var inWords: Phrase {
    switch self {
    case .account(let code): Phrase(id: "akun \(code.text)", en: "account \(code.text)")
    case .savings(let product): Phrase(id: "simpanan \(product)", en: "\(product) savings")
    }
  }

  /// Reads an account, or `savings/` with the code of a product.
  ///
  /// - Throws: `account.codeUnreadable`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    for prefix in LoanFee.Target.savings where text.hasPrefix(prefix) {
      self = .savings(product: ProductCode(String(text.dropFirst(prefix.count))))
      return
    }
    self = .account(try AccountCode(String(text)))
  }
}

extension LoanFee: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `provisi=1%,min=10000:4-1110:straight`.
  public var description: String {
    "\(code)=\(charge):\(target)" + (isSpread ? ":\(earning.rawValue)" : "")
  }

  /// The fee for people: `provisi 1% (paling sedikit Rp10.000) ke akun 4-1110`.
  public var inWords: Phrase {
    let (charge, target) = (charge.inWords, target.inWords)
    let name = earning.name
    let spread =
      isSpread
      ? Phrase(
        id: ", selama jangka waktu: \(name.indonesian)", en: ", over the life: \(name.english)")
      : Phrase(id: "", en: "")
    return Phrase(
      id: "\(code) \(charge.indonesian) ke \(target.indonesian)\(spread.indonesian)",
      en: "\(code) \(charge.english) to \(target.english)\(spread.english)")
  }

  /// Reads `provisi=1%:4-1110`, `materai=25000:2-1600` or `wajib=1%,min=5000:savings/wajib`; with
  /// `:straight` or `:effective` at the end it becomes income over the life of the loan.
  ///
  /// - Throws: `term.unreadable`, `share.unreadable`, `amount.unreadable`, `amount.notPositive`,
  ///   `account.codeUnreadable`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    guard let (code, rest) = TermText.divided(Substring(text), at: "="),
      let (charge, place) = TermText.divided(rest, at: ":")
    else {
      throw .termUnreadable(
        String(text), form: Phrase(id: "NAMA=POTONGAN:TUJUAN", en: "NAME=CHARGE:TARGET"))
    }
    let (target, earning) = TermText.divided(place, at: ":") ?? (place, nil)
    self.init(
      code: String(code), charge: try Charge(parsing: charge), target: try Target(parsing: target),
      earning: try earning.map { word throws(LedgerError) in
        try Earning(parsing: word)
      } ?? .atOnce)
  }
}

extension LoanFee: Codable {
  /// Reads a fee as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, LoanFee.init(parsing:))
  }

  /// Writes a fee as its text, `"provisi=1%:4-1110"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
