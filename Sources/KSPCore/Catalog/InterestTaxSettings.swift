/// What a cooperative decides about the tax on interest where the law leaves it open.
public struct InterestTaxSettings: Hashable, Sendable {
  /// To which month interest belongs that is paid later than it was earned.
  public enum Month: String, CaseIterable, Sendable {
    /// The month in which it is paid: tax is withheld at payment.
    case payment
    /// The months in which it was earned, in equal parts.
    case earned
  }

  /// Where imported interest of several months belongs.
  public var severalMonths = Month.payment
  /// Where interest belongs that a correction pays because too little was paid.
  public var missedInterest = Month.payment
  /// Whether tax may be withheld below the minimum balance of an account.
  public var takesBelowMinimum = false

  /// The usual settings.
  public init() {}
}

extension BookSettings {
  /// What is decided, by the names under which a book speaks of it; nil is the default.
  package static let choices = taxChoices + backupChoices + payrollChoices + duesChoices

  /// The settings of the tax by the names under which a book speaks of them; nil is the default.
  package static let taxChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("taxOfSeveralMonths", \.severalMonthsWord), ("taxOfMissedInterest", \.missedInterestWord),
      ("taxBelowMinimum", \.belowMinimumWord),
    ]

  private var severalMonthsWord: String? {
    get { interestTax.severalMonths == .payment ? nil : interestTax.severalMonths.rawValue }
    set { interestTax.severalMonths = newValue.flatMap { .init(rawValue: $0) } ?? .payment }
  }

  private var missedInterestWord: String? {
    get { interestTax.missedInterest == .payment ? nil : interestTax.missedInterest.rawValue }
    set { interestTax.missedInterest = newValue.flatMap { .init(rawValue: $0) } ?? .payment }
  }

  private var belowMinimumWord: String? {
    get { interestTax.takesBelowMinimum ? "yes" : nil }
    set { interestTax.takesBelowMinimum = newValue != nil }
  }
}
