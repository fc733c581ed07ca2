import KSPCore

/// The slow way to a term deposit: days counted one by one, months by looking at a calendar written
/// here, fractions kept as two whole numbers. It shares nothing with the program but the words.
struct TermDepositOracle {
  /// What is asked.
  var principal: Int
  /// Billionths of the principal a year.
  var rate: Int
  var opened: (year: Int, month: Int, day: Int)
  var tenor: Int
  var base: TermDayCount
  var payout: TermPayout
  var mode: Rounding.Mode
  var step: Int
  /// Billionths of each payment; nil for the rule of a person.
  var taxRate: Int?
  var broken: Int?
  var penalty: BreakPenalty

  /// What is answered, in sen.
  struct Answer: Equatable {
    var rows: [[Int]] = []
    var interest = 0
    var tax = 0
    var penalty = 0
    var paid = 0
    var received = 0
  }

  static func length(_ year: Int, _ month: Int) -> Int {
    if month == 2 {
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days from the opening to a value date, month by month.
  func offset(_ number: Int) -> Int {
    var (year, month) = (opened.year, opened.month)
    var days = Self.length(year, month) - opened.day
    for step in 1...max(number, 1) where number > 0 {
      month += 1
      if month == 13 { (year, month) = (year + 1, 1) }
      if step == number { return days + min(opened.day, Self.length(year, month)) }
      days += Self.length(year, month)
    }
    return 0
  }

  /// The month in which a day lies, counted from the year 0.
  func month(_ offset: Int) -> Int {
    var (year, month) = (opened.year, opened.month)
    var left = offset + opened.day
    while left > Self.length(year, month) {
      left -= Self.length(year, month)
      month += 1
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    return year * 12 + month - 1
  }

  func round(_ numerator: Int128, _ denominator: Int128, mode: Rounding.Mode, step: Int) -> Int {
    let unit = denominator * Int128(step)
    var whole = numerator / unit
    if whole * unit > numerator { whole -= 1 }
    let rest = numerator - whole * unit
    let up =
      switch mode {
      case .down: false
      case .up: rest > 0
      case .halfUp: 2 * rest >= unit
      case .halfEven: 2 * rest > unit || (2 * rest == unit && whole % 2 != 0)
      }
    return Int((up ? whole + 1 : whole) * Int128(step))
  }

  func earned(_ amount: Int, from number: Int, to end: Int) -> Int {
    let yearly = Int128(amount) * Int128(rate)
    switch base {
    case .actual365:
      return round(
        yearly * Int128(end - offset(number)), 365_000_000_000, mode: mode, step: step)
    case .actual360:
      return round(
        yearly * Int128(end - offset(number)), 360_000_000_000, mode: mode, step: step)
    case .twelfth:
      var whole = number
      while offset(whole + 1) <= end { whole += 1 }
      let length = offset(whole + 1) - offset(whole)
      let parts = (whole - number) * length + end - offset(whole)
      return round(
        yearly * Int128(parts), Int128(12_000_000_000) * Int128(length), mode: mode, step: step)
    }
  }

  func answer() -> Answer {
    var answer = Answer()
    var balance = principal
    var taxed: [Int: (gross: Int, tax: Int)] = [:]
    func pay(from number: Int, to end: Int, on day: Int) -> Int {
      let interest = earned(balance, from: number, to: end)
      var tax = 0
      if let taxRate {
        tax = round(Int128(interest) * Int128(taxRate), 1_000_000_000, mode: mode, step: step)
      } else {
        var month = taxed[self.month(day)] ?? (0, 0)
        month.gross += interest
        let due = month.gross > 24_000_000 ? month.gross / 1_000 * 100 : 0
        tax = max(due - month.tax, 0)
        month.tax += tax
        taxed[self.month(day)] = month
      }
      if payout == .capitalise { balance += interest - tax }
      answer.rows.append([offset(number), end, interest, tax, balance])
      answer.interest += interest
      answer.tax += tax
      return interest - tax
    }
    let last = offset(tenor)
    var unpaid = 0
    var gross = 0
    var number = 0
    if payout == .advance {
      _ = pay(from: 0, to: last, on: 0)
    } else if payout == .maturity {
      if broken == nil { unpaid = pay(from: 0, to: last, on: last) }
    } else {
      while number < tenor, offset(number + 1) <= broken ?? last {
        _ = pay(from: number, to: offset(number + 1), on: offset(number + 1))
        number += 1
      }
      gross = answer.interest
    }
    var back = 0
    if let broken {
      let runs: Bool
      switch penalty {
      case .forfeit, .share(_, .interestPaid): runs = false
      default: runs = true
      }
      if payout == .advance {
        back = max(answer.interest - (runs ? earned(principal, from: 0, to: broken) : 0), 0)
      } else if runs, broken > offset(number) {
        let net = pay(from: number, to: broken, on: broken)
        if payout != .capitalise { unpaid = net }
      }
      func share(_ share: Share, _ amount: Int) -> Int {
        let billionths = Int((Double(share.percentText) ?? 0) * 10_000_000 + 0.5)
        return round(Int128(amount) * Int128(billionths), 1_000_000_000, mode: mode, step: step)
      }
      switch penalty {
      case .forfeit: break
      case .fixed(let sum): answer.penalty = Int(sum.sen)
      case .share(let part, .principal): answer.penalty = share(part, principal)
      case .share(let part, .balance): answer.penalty = share(part, balance)
      case .share(let part, .interestPaid): answer.penalty = share(part, gross)
      }
    }
    answer.received = balance + unpaid - answer.penalty - back
    answer.paid =
      payout == .advance ? principal - (answer.interest - answer.tax) : answer.received
    return answer
  }
}
