/// Term deposits in plain whole numbers: days counted from the first of November 2027, months by a
/// table of their lengths, amounts in rupiah. It shares nothing with the program.
struct DepositModelOracle {
  enum Payout: String, CaseIterable {
    case savings, cash, capitalise, maturity, advance

    var isMonthly: Bool { self != .maturity && self != .advance }
  }

  /// What is lost when a deposit is broken: running interest alone, or with a quarter of what was
  /// paid; half a percent of the principal, a tenth of the balance, a fixed sum.
  enum Penalty: String, CaseIterable {
    case forfeit, paid, principal, balance, fixed

    var keepsInterest: Bool { self != .forfeit && self != .paid }
  }

  enum Days: String { case over365 = "actual/365", over360 = "actual/360", twelfth = "1/12" }

  enum Rounding: String {
    case down, halfUp, halfEven

    func round(_ amount: Int, over whole: Int) -> Int {
      let (least, rest) = amount.quotientAndRemainder(dividingBy: whole)
      switch self {
      case .down: return least
      case .halfUp: return rest * 2 >= whole ? least + 1 : least
      case .halfEven:
        let isUp = rest * 2 == whole ? !least.isMultiple(of: 2) : rest * 2 > whole
        return isUp ? least + 1 : least
      }
    }
  }

  struct Deposit {
    let member: Int
    let payout: Payout
    let penalty: Penalty
    let days: Days
    let rounding: Rounding
    let rollsOver: Bool
    /// Whether interest that is paid at maturity is added when it rolls over.
    let keepsInterest: Bool
    let tenor: Int
    var principal: Int
    var balance: Int
    /// The month of the opening or the last roll-over, and the day of the opening, which value dates
    /// keep.
    var month: Int
    var day: Int
    var paid = 0
    /// Gross interest of the period.
    var interest = 0
    var hasEnded = false
  }

  /// November 2027 to October 2028.
  static let lengths = [30, 31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31]
  static let percent = 9
  static let fixedPenalty = 25_000

  var deposits: [Deposit] = []
  /// Of each month: what each member was paid, and what was withheld when it was.
  var months: [[Int: (gross: Int, withheld: Int)]] = Array(repeating: [:], count: 12)
  /// All interest that was paid, less what was taken back.
  var interest = 0
  var penalties = 0
  /// Tax that was withheld with a payment.
  var withheld = 0
  /// What deposits brought to the cash, less what they took.
  var cash = 0
  /// What was paid into savings, before a month end took tax from them.
  var savings = 0

  static func start(_ month: Int) -> Int { lengths[..<month].reduce(0, +) }

  static func ordinal(_ month: Int, _ day: Int) -> Int {
    start(month) + min(day, lengths[month]) - 1
  }

  func valueDate(_ deposit: Deposit, _ number: Int) -> Int {
    let month = deposit.month + number
    // Beyond the table no day is asked for.
    return month < Self.lengths.count ? Self.ordinal(month, deposit.day) : Int.max
  }

  func maturity(_ deposit: Deposit) -> Int { valueDate(deposit, deposit.tenor) }

  private func length(_ deposit: Deposit, _ number: Int) -> Int {
    valueDate(deposit, number + 1) - valueDate(deposit, number)
  }

  /// What a balance earns from a value date to a day that does not earn.
  func earned(_ deposit: Deposit, from first: Int, to end: Int) -> Int {
    let yearly = deposit.balance * Self.percent
    let days = end - valueDate(deposit, first)
    switch deposit.days {
    case .over365: return deposit.rounding.round(yearly * days, over: 36_500)
    case .over360: return deposit.rounding.round(yearly * days, over: 36_000)
    case .twelfth: break
    }
    var number = first
    while valueDate(deposit, number + 1) <= end { number += 1 }
    let rest = end - valueDate(deposit, number)
    guard rest > 0 else {
      return deposit.rounding.round(yearly * (number - first), over: 1_200)
    }
    let whole = length(deposit, number)
    return deposit.rounding.round(
      yearly * ((number - first) * whole + rest), over: 1_200 * whole)
  }

  static func month(of ordinal: Int) -> Int {
    var left = ordinal
    return lengths.firstIndex { length in
      left -= length
      return left < 0
    } ?? 0
  }

  /// Interest that a member is paid, and what the tax of the month takes of it.
  private mutating func pay(_ gross: Int, _ member: Int, on day: Int) -> Int {
    // A day on which nothing was earned is no payment.
    guard gross > 0 else { return 0 }
    let month = Self.month(of: day)
    var sum = months[month][member] ?? (0, 0)
    sum.gross += gross
    let tax = min(max((sum.gross > 240_000 ? sum.gross / 10 : 0) - sum.withheld, 0), gross)
    sum.withheld += tax
    months[month][member] = sum
    withheld += tax
    interest += gross
    return gross - tax
  }

  mutating func other(_ gross: Int, _ member: Int, month: Int) {
    var sum = months[month][member] ?? (0, 0)
    sum.gross += gross
    months[month][member] = sum
    interest += gross
    savings += gross
  }

  mutating func open(_ new: Deposit) {
    var deposit = new
    cash += deposit.balance
    // The member hands over that much less.
    if deposit.payout == .advance { cash -= begin(&deposit) }
    deposits.append(deposit)
  }

  /// Pays the interest of a tenor in advance; returns what is left of it after tax.
  private mutating func begin(_ deposit: inout Deposit) -> Int {
    deposit.interest = earned(deposit, from: 0, to: maturity(deposit))
    return pay(deposit.interest, deposit.member, on: valueDate(deposit, 0))
  }

  /// The tax of all months up to one, once they are closed.
  func taxed(through month: Int) -> Int {
    months[...month].reduce(0) { sum, members in
      members.values.reduce(sum) { $0 + ($1.gross > 240_000 ? $1.gross / 10 : 0) }
    }
  }

  /// Pays what falls due up to a day, in the order of days and accounts; of one deposit, or all.
  mutating func payDue(through day: Int, only index: Int? = nil) {
    while true {
      var first: (day: Int, index: Int)?
      for candidate in deposits.indices where index == nil || index == candidate {
        guard let next = next(deposits[candidate]), next.day <= day else { continue }
        if first.map({ next.day < $0.day }) ?? true { first = (next.day, candidate) }
      }
      guard let first else { return }
      payNext(first.index)
    }
  }

  private func next(_ deposit: Deposit) -> (number: Int, day: Int)? {
    guard !deposit.hasEnded, deposit.paid < deposit.tenor else { return nil }
    let number = deposit.payout.isMonthly ? deposit.paid + 1 : deposit.tenor
    return (number, valueDate(deposit, number))
  }

  private mutating func payNext(_ index: Int) {
    var deposit = deposits[index]
    guard let (number, day) = next(deposit) else { return }
    if deposit.payout != .advance {
      let gross = earned(
        deposit, from: deposit.payout == .maturity ? 0 : deposit.paid, to: day)
      let net = pay(gross, deposit.member, on: day)
      deposit.interest += gross
      let keeps = deposit.rollsOver && deposit.keepsInterest
      let stays = deposit.payout == .capitalise || (deposit.payout == .maturity && keeps)
      if stays {
        deposit.balance += net
      } else if deposit.payout == .cash {
        cash -= net
      } else {
        savings += net
      }
    }
    deposit.paid = number
    if number == deposit.tenor, deposit.rollsOver {
      deposit.month += deposit.tenor
      deposit.principal = deposit.balance
      (deposit.paid, deposit.interest) = (0, 0)
      if deposit.payout == .advance { savings += begin(&deposit) }
    }
    deposits[index] = deposit
  }

  /// Pays a deposit out on a day.
  mutating func end(_ index: Int, on day: Int) {
    payDue(through: day, only: index)
    var deposit = deposits[index]
    let keeps = deposit.penalty.keepsInterest
    cash -= deposit.balance
    if day < maturity(deposit) {
      var running = 0
      if deposit.payout == .advance {
        let kept = keeps ? earned(deposit, from: 0, to: day) : 0
        interest -= deposit.interest - kept
        cash += deposit.interest - kept
      } else if keeps {
        running = pay(
          earned(deposit, from: deposit.payout == .maturity ? 0 : deposit.paid, to: day),
          deposit.member, on: day)
        cash -= running
      }
      let penalty = lost(deposit, adding: running)
      penalties += penalty
      cash += penalty
    }
    deposit.balance = 0
    deposit.hasEnded = true
    deposits[index] = deposit
  }

  /// The penalty of a deposit that is broken; `running` is what is paid beside it.
  private func lost(_ deposit: Deposit, adding running: Int) -> Int {
    let rounding = deposit.rounding
    switch deposit.penalty {
    case .forfeit: return 0
    case .fixed: return Self.fixedPenalty
    case .principal: return rounding.round(deposit.principal, over: 200)
    case .balance:
      let added = deposit.payout == .capitalise ? running : 0
      return rounding.round(deposit.balance + added, over: 10)
    case .paid:
      return deposit.payout == .advance ? 0 : rounding.round(deposit.interest, over: 4)
    }
  }

  /// What is owed and what is prepaid at the end of a month.
  func accrued(_ month: Int) -> (payable: Int, prepaid: Int) {
    let end = Self.start(month) + Self.lengths[month]
    var (payable, prepaid) = (0, 0)
    for deposit in deposits where !deposit.hasEnded && end <= maturity(deposit) {
      switch deposit.payout {
      case .advance: prepaid += deposit.interest - earned(deposit, from: 0, to: end)
      case .maturity: payable += earned(deposit, from: 0, to: end)
      case .savings, .cash, .capitalise: payable += earned(deposit, from: deposit.paid, to: end)
      }
    }
    return (payable, prepaid)
  }
}
