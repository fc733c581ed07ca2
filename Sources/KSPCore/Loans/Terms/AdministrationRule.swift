/// The third part of an installment beside principal and interest (administrasi angsuran): what the
/// cooperative takes for handling each payment.
///
/// It is part of the installment, so it is owed, late and paid with it; it is income when it is
/// received, whenever interest is.
public enum AdministrationRule: Hashable, Sendable {
  /// No third part.
  case nothing
  /// The same sum with every installment that asks for something.
  case fixed(Rupiah)
  /// What lifts principal and interest to the next whole step (pembulatan ke atas).
  case roundingUp(to: Rupiah)

  /// The steps that are offered.
  package static let offeredSteps: [Rupiah] = [
    50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000,
  ]

  /// The third part of an installment that asks for a sum of principal and interest; nothing where
  /// it asks for nothing.
  ///
  /// - Throws: `amount.overflow`.
  public func amount(on bare: Rupiah) throws(LedgerError) -> Rupiah {
    guard bare.isPositive else { return .zero }
    switch self {
    case .nothing: return .zero
    case .fixed(let amount): return amount
    case .roundingUp(let step):
      let over = bare.sen % step.sen
      return Rupiah(sen: over == 0 ? 0 : step.sen - over)
    }
  }

  /// The third part for people; nil where there is none.
  public var inWords: Phrase? {
    switch self {
    case .nothing: nil
    case .fixed(let amount):
      Phrase(
        id: "\(amount.formatted) tiap angsuran", en: "\(amount.formatted) with each installment")
    case .roundingUp(let step):
      Phrase(
        id: "angsuran dibulatkan ke atas ke \(step.formatted)",
        en: "rounds the installment up to \(step.formatted)")
    }
  }

  /// What a book holds of it: a fixed sum, a step, or neither.
  package init(fixed: Int64?, step: Int64?) {
    if let fixed {
      self = .fixed(Rupiah(sen: fixed))
    } else if let step {
      self = .roundingUp(to: Rupiah(sen: step))
    } else {
      self = .nothing
    }
  }

  /// The fixed sum; nil for anything else.
  package var fixedAmount: Rupiah? { if case .fixed(let amount) = self { amount } else { nil } }

  /// The step that installments are rounded up to; nil for anything else.
  package var step: Rupiah? { if case .roundingUp(let step) = self { step } else { nil } }

  /// Reads what people and books write, in either language: `none`, `5000`, or `round:1000`.
  ///
  /// - Throws: `amount.unreadable`, `amount.notPositive`, `loan.planInvalid` for a step that is not
  ///   offered.
  public init(parsing text: String) throws(LedgerError) {
    if TermText.isNone(text) {
      self = .nothing
    } else if let (word, step) = TermText.divided(Substring(text), at: ":"),
      ["round", "bulatkan"].contains(word.lowercased())
    {
      self = .roundingUp(to: try Rupiah(parsing: step))
    } else {
      let amount = try Rupiah(parsing: text)
      self = amount.isZero ? .nothing : .fixed(amount)
    }
    try check()
  }

  /// What ``init(parsing:)`` reads.
  public var text: String {
    switch self {
    case .nothing: "none"
    case .fixed(let amount): amount.description
    case .roundingUp(let step): "round:\(step)"
    }
  }

  /// Refuses sums below zero and steps that are not offered.
  ///
  /// - Throws: `amount.notPositive`, `loan.planInvalid`.
  public func check() throws(LedgerError) {
    switch self {
    case .nothing: return
    case .fixed(let amount):
      guard amount.isPositive else { throw .amountNotPositive(amount) }
    case .roundingUp(let step):
      guard AdministrationRule.offeredSteps.contains(step) else {
        let known = AdministrationRule.offeredSteps.map(\.description).joined(separator: ", ")
        throw .loanPlanInvalid(
          Phrase(
            id: "administrasi tidak bisa membulatkan ke \(step.formatted)",
            en: "administration cannot round up to \(step.formatted)"),
          advice: Phrase(id: "Pilih salah satu: \(known).", en: "Use one of these: \(known)."))
      }
    }
  }
}

extension AdministrationRule: Codable {
  /// Reads a rule as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder) { text throws(LedgerError) in
      try AdministrationRule(parsing: text)
    }
  }

  /// Writes a rule as text that ``init(parsing:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
