import KSPCore
import KSPTestSupport

/// Walks an account day by day and says what every month of it must do: in plain integers, from the
/// rules as people say them, without anything of the library but dates and the names of rules.
struct CreditingOracle {
  struct Terms {
    /// Hundredths of a percent a year, by how somebody belongs.
    var rates: [Member.Standing: Int]
    var months: Int
    var isAccrued: Bool
    var least: Int
    var lapses: Bool
  }

  /// In rupiah.
  private(set) var balance = 0
  private(set) var waits = 0
  private(set) var setAside = 0
  private(set) var expense = 0
  /// Of the running month: the sum over its days of balance times rate.
  private var weight = 0

  mutating func move(_ amount: Int) { balance += amount }

  /// Ends a day at a rate.
  mutating func endDay(_ rate: Int) { weight += max(balance, 0) * rate }

  /// Half a rupiah and more is one.
  private static func interest(_ weight: Int) -> Int {
    let divisor = 10_000 * 365
    return (2 * weight + divisor) / (2 * divisor)
  }

  /// Ends month `number` of the year; what is credited.
  mutating func endMonth(_ number: Int, _ terms: Terms) -> Int {
    waits += Self.interest(weight)
    weight = 0
    var credited = 0
    if number % terms.months == 0 {
      if waits >= terms.least {
        credited = waits
        waits = 0
      } else if terms.lapses {
        waits = 0
      }
    }
    balance += credited
    expense += credited
    let owed = terms.isAccrued ? waits : 0
    expense += owed - setAside
    setAside = owed
    return credited
  }

  /// Leaves with what ran until yesterday, if the rule says so; what is paid out.
  mutating func leave(_ rule: SavingsTerms.LeavingInterest, _ terms: Terms) -> Int {
    let running = rule == .dayBefore ? Self.interest(weight) : 0
    var paid = rule == .forfeit ? 0 : waits + running
    if terms.lapses && paid < terms.least { paid = 0 }
    let out = balance + paid
    expense += paid - setAside
    (balance, waits, setAside, weight) = (0, 0, 0, 0)
    return out
  }
}
