import KSPCore

/// The dues of a member counted another way than the library does it: coin by coin in a list of
/// months, with the whole list gone through for every payment.
struct DuesOracle {
  struct Row {
    var asked: Int
    var paid = 0
  }

  var rows: [Int32: Row] = [:]
  var arrearsOpen = 0
  var arrears = 0
  var loose = 0
  var paid = 0
  let lastDue: Int32

  /// `facts` and amounts as the library has them; every amount in whole rupiah.
  init(_ facts: DuesFacts, amounts: [DueAmount], asOf date: BookDate) {
    let begin = amounts.filter { $0.amount.sen > 0 }.map(\.from.ordinal).min() ?? 0
    var first = max(facts.joinedOn.month.ordinal, begin)
    switch facts.takeover?.standing {
    case .paidUntil(let month): first = max(first, month.ordinal + 1)
    case .arrears(let amount):
      first = max(first, (facts.takeover?.asOf.month.ordinal ?? 0) + 1)
      arrears = Int(amount.sen / 100)
    case nil: break
    }
    arrearsOpen = arrears
    var last = date.month.ordinal
    if let left = facts.leftOn, left <= date { last = min(last, left.month.ordinal - 1) }
    lastDue = last
    for ordinal in first..<first + 400 {
      rows[ordinal] = Row(asked: Self.asked(facts, amounts, ordinal))
    }
    for payment in facts.payments where payment.bookDate <= date {
      if let takeover = facts.takeover, payment.bookDate <= takeover.asOf { continue }
      if payment.bookDate.month.ordinal < begin && payment.parts.isEmpty { continue }
      pay(payment)
    }
  }

  private static func asked(_ facts: DuesFacts, _ amounts: [DueAmount], _ ordinal: Int32) -> Int {
    var exempt = false
    for exemption in facts.exemptions
    where exemption.from.ordinal <= ordinal && ordinal <= exemption.until?.ordinal ?? .max {
      exempt = !exemption.isLifted
    }
    if exempt { return 0 }
    // The most particular one that has begun: the latest month, and of two the later said.
    for scope in [DueAmount.Scope.member(facts.member), .everyone] {
      var best: (from: Int32, amount: Int)?
      for amount in amounts where amount.scope == scope && amount.from.ordinal <= ordinal {
        if amount.from.ordinal >= best?.from ?? 0 {
          best = (amount.from.ordinal, Int(amount.amount.sen / 100))
        }
      }
      if let best { return best.amount }
    }
    return 0
  }

  private mutating func pay(_ payment: DuePayment) {
    var coins = Int(payment.amount.sen / 100)
    paid += coins
    for part in payment.parts {
      guard let row = rows[part.month.ordinal] else { continue }
      let given = min(Int(part.amount.sen / 100), coins, max(0, row.asked - row.paid))
      rows[part.month.ordinal]?.paid += given
      coins -= given
    }
    let old = min(coins, arrearsOpen)
    arrearsOpen -= old
    coins -= old
    for ordinal in rows.keys.sorted() where coins > 0 && ordinal <= (rows.keys.min() ?? 0) + 300 {
      guard let row = rows[ordinal] else { continue }
      let given = min(coins, max(0, row.asked - row.paid))
      rows[ordinal]?.paid += given
      coins -= given
    }
    loose += coins
  }

  private var due: [Int32] { rows.keys.filter { $0 <= lastDue }.sorted() }
  var dueSum: Int { arrears + due.reduce(0) { $0 + (rows[$1]?.asked ?? 0) } }
  var owed: Int {
    arrearsOpen + due.reduce(0) { $0 + max(0, (rows[$1]?.asked ?? 0) - (rows[$1]?.paid ?? 0)) }
  }
  var ahead: Int {
    loose + rows.filter { $0.key > lastDue }.reduce(0) { $0 + $1.value.paid }
  }
  var open: [Int32] { due.filter { (rows[$0]?.asked ?? 0) > (rows[$0]?.paid ?? 0) } }
}
