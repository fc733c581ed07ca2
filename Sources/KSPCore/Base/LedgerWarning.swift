/// What the book accepts and points out: a rule that is passed, an amount that is unusual.
///
/// A program shows it before or after the act; the act itself is not refused for it.
///
/// ```swift
/// let receipt = try ledger.withdraw(amount, member: "0001", on: today, dryRun: true)
/// for warning in receipt.warnings { print(warning.message[.indonesian]) }
/// ```
public struct LedgerWarning: Hashable, Sendable, Codable {
  /// A stable, dotted name, fit for programs to compare; a new version may add some.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible, Codable {
    /// The dotted name.
    public let rawValue: String

    /// Wraps a dotted name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The dotted name.
    public var description: String { rawValue }

    /// A rate lies above the cap of the regulation.
    public static let rateAboveCap = Self(rawValue: "rate.aboveCap")
    /// A borrower would owe more than the cooperative may lend to one.
    public static let loanAboveLimit = Self(rawValue: "loan.aboveLimit")
    /// A bank account would be owed without an agreed limit.
    public static let bankBelowZero = Self(rawValue: "bank.belowZero")
    /// Rounding leaves installments of a plan without principal.
    public static let roundingWithoutPrincipal = Self(rawValue: "rounding.withoutPrincipal")
    /// Rounding raises the effective rate of a plan by more than a tenth.
    public static let roundingRaisesRate = Self(rawValue: "rounding.raisesRate")
    /// A day lies after today.
    public static let dateAhead = Self(rawValue: "date.ahead")
    /// A day lies in another month than today.
    public static let dateOtherMonth = Self(rawValue: "date.otherMonth")
    /// An amount is more than ten times what is usual on the account.
    public static let amountUnusual = Self(rawValue: "amount.unusual")
    /// A larger term deposit pays less than a smaller one, because of the tax on its interest.
    public static let depositTaxCliff = Self(rawValue: "deposit.taxCliff")
    /// Interest of a term deposit that is taken over is not what its terms say.
    public static let depositTakeoverDiffers = Self(rawValue: "deposit.takeoverDiffers")
    /// The account is dormant: its member has moved nothing on it for months.
    public static let accountDormant = Self(rawValue: "account.dormant")
    /// Something is paid of money that passes through, and more than is held of it.
    public static let transitBeyond = Self(rawValue: "transit.beyond")
    /// The corporate tax that is booked is not what the adjusted year comes to.
    public static let corporateTaxDiffers = Self(rawValue: "corporateTax.differs")
    /// The same was recorded some minutes ago.
    public static let sameAgain = Self(rawValue: "act.sameAgain")
    /// Somebody who leaves has a part of an SHU yet to take.
    public static let shuUnpaid = Self(rawValue: "shu.unpaid")
    /// Other vouchers of the act that is taken back still stand.
    public static let actPartlyReversed = Self(rawValue: "act.partlyReversed")
  }

  /// Its stable name.
  public let code: Code
  /// The rule that says so, such as a regulation and its article; nil where it is common sense.
  public let rule: String?
  /// What is pointed out.
  public let message: Phrase

  /// Gathers a warning.
  package init(_ code: Code, rule: String? = nil, message: Phrase) {
    self.code = code
    self.rule = rule
    self.message = message
  }
}

extension LedgerWarning {
  /// Somebody who leaves has a part of the SHU of a year yet to take.
  package static func shuUnpaid(_ left: Rupiah, of year: Int) -> LedgerWarning {
    LedgerWarning(
      .shuUnpaid,
      message: Phrase(
        id: "SHU \(year) belum diambil: \(left.formatted). Sesudah keluar dibayar tunai.",
        en: "\(left.formatted) of the SHU of \(year) is not taken yet; it is paid in cash."))
  }

  /// Vouchers that were booked in one act with one that is taken back still stand.
  package static func actPartlyReversed(_ others: [EntryNumber]) -> LedgerWarning {
    let list = others.listed
    return LedgerWarning(
      .actPartlyReversed,
      message: Phrase(
        id: "Dibukukan bersama \(list), yang masih berlaku. Balik juga kalau salah semuanya.",
        en: "Booked in one act with \(list), still in force. Reverse that too if all was wrong."))
  }
}

extension LedgerWarning: CustomStringConvertible {
  /// Code and message in English, for logs.
  public var description: String { "\(code): \(message.english)" }
}
