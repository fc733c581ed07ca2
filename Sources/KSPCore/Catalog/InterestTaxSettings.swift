/// What a cooperative decides about the tax on interest where the law leaves it open.
public struct InterestTaxSettings: Hashable, Sendable, Codable {
  /// To which month interest belongs that is paid later than it was earned.
  public enum Month: String, CaseIterable, Sendable, Codable {
    /// The month in which it is paid: tax is withheld at payment.
    case payment
    /// The months in which it was earned, in equal parts.
    case earned
  }

  /// The document that a slip stands on, in the words of the tax office. Which one it prefers for
  /// interest on savings is not published.
  public enum Document: String, CaseIterable, Sendable, Codable {
    /// Proof of payment (bukti pembayaran).
    case paymentProof = "PaymentProof"
    /// Current account (rekening koran).
    case currentAccount = "CurrentAccount"
    /// Contract (kontrak).
    case contract = "Contract"
    /// Decree (surat keputusan).
    case decree = "Decree"
    /// Statement (surat pernyataan).
    case statementLetter = "StatementLetter"
    /// Anything else (lainnya).
    case other = "Other"
  }

  /// Where imported interest of several months belongs.
  public var severalMonths = Month.payment
  /// Where interest belongs that a correction pays because too little was paid.
  public var missedInterest = Month.payment
  /// Whether tax may be withheld below the minimum balance of an account.
  public var takesBelowMinimum = false
  /// The document that the slips of the file for the tax office name.
  public var document = Document.paymentProof

  /// The usual settings.
  public init() {}
}

extension BookSettings {
  /// What is decided, by the names under which a book speaks of it; nil is the default.
  package static let choices =
    taxChoices + backupChoices + payrollChoices + duesChoices + yearChoices
    + marketChoices + supervisionChoices

  /// The settings of the tax by the names under which a book speaks of them; nil is the default.
  package static let taxChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("taxOfSeveralMonths", \.severalMonthsWord), ("taxOfMissedInterest", \.missedInterestWord),
      ("taxBelowMinimum", \.belowMinimumWord), ("taxDocument", \.documentWord),
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

  private var documentWord: String? {
    get { interestTax.document == .paymentProof ? nil : interestTax.document.rawValue }
    set { interestTax.document = newValue.flatMap { .init(rawValue: $0) } ?? .paymentProof }
  }
}
