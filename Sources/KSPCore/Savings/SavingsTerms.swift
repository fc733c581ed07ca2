/// The terms of a savings product from one month on; superseded by later terms, never edited.
public struct SavingsTerms: Hashable, Sendable, Codable {
  /// What a member who leaves earns for the month of leaving, and what becomes of earlier interest
  /// that waits to be credited.
  public enum LeavingInterest: String, TermWord {
    /// Nothing for the month; what waits of earlier months is paid.
    case none
    /// Interest up to the day before they leave, and what waits of earlier months.
    case dayBefore = "day-before"
    /// Nothing: what waits of earlier months is lost too.
    case forfeit

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .none: Phrase(id: "tidak ada", en: "none")
      case .dayBefore: Phrase(id: "sampai sehari sebelumnya", en: "to the day before")
      case .forfeit: Phrase(id: "hangus, juga yang menunggu", en: "lost, with what waits")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "tanpa": .none, "tidak-ada": .none, "sehari-sebelumnya": .dayBefore,
      "hangus": .forfeit,
    ]
  }

  /// The first month in which the terms hold.
  public var effectiveFrom: BookMonth
  /// Whether a member may withdraw while being a member.
  public var isWithdrawable: Bool
  /// When withdrawals are allowed; empty means at any time.
  public var withdrawalWindows: [BookPeriod]
  /// The smallest deposit that is accepted.
  public var minimumDeposit: Rupiah
  /// What must stay in the account after a withdrawal.
  public var minimumBalance: Rupiah
  /// How far the account may go below zero; zero forbids it.
  public var overdraftLimit: Rupiah
  /// What is due each month (simpanan wajib); zero when nothing is.
  public var monthlyDue: Rupiah
  /// How interest is computed; nil when none is paid.
  public var interest: InterestTerms?
  /// The product whose account is credited with the interest; nil for the same account.
  public var interestCreditedTo: ProductCode?

  /// What a member who leaves earns for the month of leaving.
  public var leavingInterest: LeavingInterest

  /// Terms; everything but the first month has a plain default.
  public init(
    effectiveFrom: BookMonth, isWithdrawable: Bool = true, withdrawalWindows: [BookPeriod] = [],
    minimumDeposit: Rupiah = .zero, minimumBalance: Rupiah = .zero,
    overdraftLimit: Rupiah = .zero, monthlyDue: Rupiah = .zero, interest: InterestTerms? = nil,
    interestCreditedTo: ProductCode? = nil, leavingInterest: LeavingInterest = .none
  ) {
    self.effectiveFrom = effectiveFrom
    self.isWithdrawable = isWithdrawable
    self.withdrawalWindows = withdrawalWindows
    self.minimumDeposit = minimumDeposit
    self.minimumBalance = minimumBalance
    self.overdraftLimit = overdraftLimit
    self.monthlyDue = monthlyDue
    self.interest = interest
    self.interestCreditedTo = interestCreditedTo
    self.leavingInterest = leavingInterest
  }

  /// Whether members may withdraw on a day, as far as the windows say.
  package func isWindowOpen(on day: BookDate) -> Bool {
    withdrawalWindows.isEmpty
      || withdrawalWindows.contains { $0.first <= day && day <= $0.last }
  }

  /// The balance that must be left when something is taken: as far below zero as the terms allow,
  /// or else nothing, or what must stay after a withdrawal.
  package func leastBalance(keepsMinimum: Bool) throws(LedgerError) -> Rupiah {
    if overdraftLimit.isPositive { return try overdraftLimit.negated() }
    return keepsMinimum ? minimumBalance : .zero
  }

  /// Every amount that the terms name.
  package var amounts: [Rupiah] {
    [
      minimumDeposit, minimumBalance, overdraftLimit, monthlyDue, interest?.floor ?? .zero,
      interest?.crediting.least ?? .zero,
    ]
  }
}

extension [SavingsTerms] {
  /// The farthest that an account may go below zero in any month.
  package var widestOverdraft: Rupiah {
    map(\.overdraftLimit).reduce(.zero) { Swift.max($0, $1) }
  }
}
