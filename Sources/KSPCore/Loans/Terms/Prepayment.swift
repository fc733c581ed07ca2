/// What becomes of money that is paid ahead of the plan (angsuran di muka).
public enum Prepayment: Hashable, Sendable {
  /// It settles the next installments.
  case nextInstallments
  /// It repays principal; the agreed installment stays, the loan ends sooner and its last
  /// installment is smaller. Interest earned by then is carried into the next installment.
  case fewerInstallments
  /// It pays the interest that is earned by the day, then repays principal; the agreed installment
  /// stays and the loan ends sooner.
  case interestFirst
  /// It repays principal; the loan ends as planned with smaller installments.
  case smallerInstallments
  /// It goes into the member's savings in a product.
  case savings(product: ProductCode)
}

extension Prepayment: CustomStringConvertible {
  private static let plain: [(word: String, indonesian: String, value: Prepayment)] = [
    ("next", "berikutnya", .nextInstallments), ("fewer", "lebih-sedikit", .fewerInstallments),
    ("smaller", "lebih-kecil", .smallerInstallments),
    ("interest-first", "jasa-dulu", .interestFirst),
  ]
  private static let into = ["savings:", "simpanan:"]

  /// The word that books keep; that of ``savings(product:)`` stands without its product.
  package var word: String {
    Prepayment.plain.first { $0.value == self }?.word ?? "savings"
  }

  /// A rule that a book kept.
  ///
  /// - Throws: `invariant.broken` for a word that is none, or savings without their product.
  package init(stored word: String, product: ProductCode?) throws(LedgerError) {
    if word == "savings", let product {
      self = .savings(product: product)
    } else if let found = Prepayment.plain.first(where: { $0.word == word }) {
      self = found.value
    } else {
      throw .invariantBroken("prepayment \(word)")
    }
  }

  /// What ``init(parsing:)`` reads: `next`, `fewer`, `smaller`, `interest-first`,
  /// `savings:sukarela`.
  public var description: String {
    if case .savings(let product) = self { Prepayment.into[0] + product.text } else { word }
  }

  /// The rule for people.
  public var inWords: Phrase {
    switch self {
    case .savings(let product):
      Phrase(id: "masuk simpanan \(product)", en: "into \(product) savings")
    default: Prepayment.names[word] ?? Phrase(id: word, en: word)
    }
  }

  /// What the words of the book are called.
  package static let names: [String: Phrase] = [
    "next": Phrase(id: "untuk angsuran berikutnya", en: "for the next installments"),
    "fewer": Phrase(
      id: "angsuran tetap, makin sedikit", en: "same installment, fewer of them"),
    "smaller": Phrase(id: "angsuran makin kecil", en: "smaller installments"),
    "interest-first": Phrase(
      id: "jasa sampai hari itu, lalu pokok, angsuran tetap",
      en: "interest to date, then principal, same installment"),
    "savings": Phrase(id: "masuk simpanan", en: "into savings"),
  ]

  /// Reads a rule in either language.
  ///
  /// - Throws: `term.unreadable`, which lists the words.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let word = text.lowercased()
    if let found = Prepayment.plain.first(where: { $0.word == word || $0.indonesian == word }) {
      self = found.value
      return
    }
    for prefix in Prepayment.into where text.hasPrefix(prefix) && text.count > prefix.count {
      self = .savings(product: ProductCode(String(text.dropFirst(prefix.count))))
      return
    }
    throw .termUnreadable(
      String(text), oneOf: Prepayment.plain.map(\.word) + [Prepayment.into[0] + "sukarela"])
  }
}

extension Prepayment: Codable {
  /// Reads a rule as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, Prepayment.init(parsing:))
  }

  /// Writes a rule as its text, `"next"` or `"savings:sukarela"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
