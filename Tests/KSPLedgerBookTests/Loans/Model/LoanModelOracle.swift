import KSPCore
import KSPTestSupport

/// Everything that the book should know of loans, as lists of what happened; nothing is derived
/// before it is asked for.
struct LoanModelOracle {
  /// Why an operation cannot be.
  struct Refusal: Error {
    let code: LedgerError.Code
    init(_ code: LedgerError.Code) { self.code = code }
  }

  struct Payment {
    let loan: Int
    var principal, interest, lateFee: Int64
    var administration: Int64 = 0
    /// What went into savings.
    var rest: Int64 = 0
    var isAnything: Bool { principal + interest + lateFee + administration > 0 }
    var money: Int64 { principal + interest + lateFee + administration + rest }

    mutating func add(_ other: Payment, _ sign: Int64 = 1) {
      principal += sign * other.principal
      interest += sign * other.interest
      lateFee += sign * other.lateFee
      administration += sign * other.administration
      rest += sign * other.rest
    }

    var isNothing: Bool {
      [principal, interest, lateFee, administration, rest].allSatisfy { $0 == 0 }
    }
  }

  /// What a row of a plan still owes.
  struct Left {
    var principal, interest, administration: Int64
    var total: Int64 { principal + interest + administration }
  }

  /// What a payment settles more, or less, since something before it was entered or taken back.
  struct Change {
    let entry: Int
    let date: BookDate
    let by: Payment
  }

  struct Entry {
    let kind: EntryKind
    let date: BookDate
    /// Debit-positive, in sen.
    let legs: [String: Int64]
    var payments: [Payment] = []
    /// The loans that it is a step of.
    var steps: [Int] = []
    /// Whether month ends count what it did to the allowance: their own, and write-offs.
    var isOfAllowance = false
    /// Interest that it put among unearned income, by loan.
    var ahead: [Int: Int64] = [:]
    /// Late fees that became income with it although a month end makes them income, by loan.
    var feesAhead: [Int: Int64] = [:]
    var reversedOn: BookDate?
  }

  struct Step {
    let kind: String
    let date: BookDate
    var entry: Int?
    /// The class that the loan had when it was rescheduled.
    var loanClass: LoanClass?
    /// Interest cut in advance that came back with it.
    var returned: Int64 = 0
    /// What is claimed of the loan once it is written off.
    var claimed: Int64 = 0
    /// What came in of the claim.
    var recovered: Int64 = 0
  }

  struct Plan {
    let entry: Int?
    /// How many entries there were when the plan began.
    let after: Int
    let startedOn: BookDate
    let rows: [ModelRow]
    let start: BookDate
    let principal: Int64
    let terms: PlanTerms
    var carriedFee: Int64 = 0
    var carriedInterest: Int64 = 0
    /// Interest that was paid before the plan for the time after its beginning.
    var paidAhead: Int64 = 0
    var advance: Int64 = 0
    /// The installment that is kept since principal was paid ahead.
    var agreed: Int64?
    var carriedAdministration: Int64 = 0
    var administrationAhead: Int64 = 0
    /// Interest cut in advance that came back as it began.
    var returned: Int64 = 0
    var cuts: [ModelCut] = []
    /// Whether the first period has begun whatever the day.
    var isFirst = false
  }

  /// What was decided about payments.
  struct Decision {
    var settles: Bool?
    var overpays = false
  }

  struct LoanFacts {
    let number: String
    let member: String
    let product: Int
    let terms: LoanTerms
    let principal: Int64
    let appliedOn: BookDate
    let collateral: [Collateral]
    var steps: [Step]
    var plans: [Plan] = []
    /// What month ends have made income of the interest cut in advance.
    var unearnedReleased: Int64 = 0
    /// Interest that was paid and not earned when the last month ended.
    var prepaid: Int64 = 0
  }

  var entries: [Entry] = []
  var loans: [LoanFacts] = []
  var changes: [Change] = []
  var openMonth: BookMonth
  let latest = BookDate.latest

  // MARK: - Balances

  func balance(_ code: String, through date: BookDate = .latest) -> Int64 {
    entries.reduce(0) { $1.date <= date ? $0 + ($1.legs[code] ?? 0) : $0 }
  }

  /// The lowest that a member's savings are from the end of a day on.
  func lowestSavings(_ code: String, from date: BookDate) -> Int64 {
    var running = -balance(code, through: date)
    var lowest = running
    let later = entries.enumerated().filter { $0.element.date > date }
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    for (_, entry) in later {
      running -= entry.legs[code] ?? 0
      lowest = min(lowest, running)
    }
    return lowest
  }

  // MARK: - Where a loan stands

  func isUndone(_ entry: Int?, by date: BookDate) -> Bool {
    guard let entry, let day = entries[entry].reversedOn else { return false }
    return day <= date
  }

  func steps(_ loan: Int, asOf date: BookDate = .latest) -> [Step] {
    loans[loan].steps.filter { $0.date <= date && !isUndone($0.entry, by: date) }
  }

  func plan(_ loan: Int, asOf date: BookDate = .latest) -> Plan? {
    loans[loan].plans.last { $0.startedOn <= date && !isUndone($0.entry, by: date) }
  }

  func payments(_ loan: Int, asOf date: BookDate = .latest) -> [(date: BookDate, paid: Payment)] {
    standing(loan, asOf: date).filter(\.paid.isAnything).map { ($0.date, $0.paid) }
  }

  /// The payments on the plan in order of their days, as they are divided on a day.
  func standing(
    _ loan: Int, asOf date: BookDate = .latest
  ) -> [(entry: Int, date: BookDate, paid: Payment)] {
    guard let plan = plan(loan, asOf: date) else { return [] }
    let found = entries.enumerated().filter { index, entry in
      entry.kind.is(.settlesLoan) && index >= plan.after && index != plan.entry
        && entry.date <= date && !isUndone(index, by: date)
    }
    return found.sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .flatMap { index, entry in
        entry.payments.filter { $0.loan == loan }.map { payment in
          var paid = payment
          for change in changes
          where change.entry == index && change.by.loan == loan && change.date <= date {
            paid.add(change.by)
          }
          return (index, entry.date, paid)
        }
      }
  }

  func outstanding(_ loan: Int, asOf date: BookDate = .latest) -> Int64 {
    let last = steps(loan, asOf: date).last { $0.kind != "waived" }?.kind ?? ""
    guard let plan = plan(loan, asOf: date), last != "written-off", last != "recovered" else {
      return 0
    }
    return payments(loan, asOf: date).reduce(plan.principal) { $0 - $1.paid.principal }
  }

  /// What every row of the plan still owes.
  func left(_ loan: Int, asOf date: BookDate = .latest) -> [Left] {
    left(plan(loan, asOf: date), after: payments(loan, asOf: date))
  }

  func left(
    _ plan: Plan?, after paid: [(date: BookDate, paid: Payment)]
  ) -> [Left] {
    var principal = paid.reduce(0) { $0 + $1.paid.principal }
    var interest = paid.reduce(plan?.paidAhead ?? 0) { $0 + $1.paid.interest }
    var third = paid.reduce(plan?.administrationAhead ?? 0) { $0 + $1.paid.administration }
    return (plan?.rows ?? []).map { row in
      let part = (
        min(principal, row.principal), min(interest, row.interest), min(third, row.administration)
      )
      principal -= part.0
      interest -= part.1
      third -= part.2
      return Left(
        principal: row.principal - part.0, interest: row.interest - part.1,
        administration: row.administration - part.2)
    }
  }

  func status(_ loan: Int, asOf date: BookDate = .latest) throws -> Loan.Status {
    switch steps(loan, asOf: date).last(where: { $0.kind != "waived" })?.kind {
    case "approved": return .approved
    case "rejected": return .rejected
    case "settled": return .settled
    case "written-off", "recovered": return .writtenOff
    case "disbursed", "rescheduled":
      let isOpen = left(loan, asOf: date).contains { $0.total > 0 }
      guard !isOpen else { return .running }
      let last = payments(loan, asOf: date).last?.date ?? date
      return try lateFee(loan, to: last, asRecordedThrough: date).owed > 0 ? .running : .settled
    default: return .applied
    }
  }

  /// Late fees, day by day, from the payments that are known on some day.
  func lateFee(
    _ loan: Int, to date: BookDate, asRecordedThrough: BookDate, countingLater: Bool = false
  ) throws -> (owed: Int64, charged: Int64) {
    guard let plan = plan(loan, asOf: asRecordedThrough) else { return (0, 0) }
    let known = payments(loan, asOf: asRecordedThrough)
    let paidFee = known.reduce(0) {
      countingLater || $1.date <= date ? $0 + $1.paid.lateFee : $0
    }
    var charged = plan.carriedFee
    if let rule = loans[loan].terms.lateFee {
      charged += try charge(rule, plan, known.filter { $0.date <= date }, to: date)
    }
    return (max(0, charged - paidFee), charged)
  }

  func charge(
    _ rule: LateFeeRule, _ plan: Plan, _ known: [(date: BookDate, paid: Payment)],
    to date: BookDate
  ) throws -> Int64 {
    var fee: Int64 = 0
    var before: (principal: Int64, interest: Int64, third: Int64) = (0, 0, 0)
    for row in plan.rows {
      let first = try row.due.adding(days: rule.graceDays + 1)
      var exact = ModelRatio(0)
      var day = first
      while day <= date {
        let paid = known.filter { $0.date < day }.reduce(
          (Int64(0), plan.paidAhead, plan.administrationAhead)
        ) {
          (
            $0.0 + $1.paid.principal, $0.1 + $1.paid.interest, $0.2 + $1.paid.administration
          )
        }
        let unpaid =
          row.principal - min(row.principal, max(0, paid.0 - before.principal))
          + row.interest - min(row.interest, max(0, paid.1 - before.interest))
          + row.administration - min(row.administration, max(0, paid.2 - before.third))
        if unpaid == 0 { break }
        let isCharged =
          rule.period == .day || day == first
          || day.components.day == min(first.components.day, day.month.dayCount)
        if isCharged {
          let base = rule.base == .arrears ? unpaid : row.total
          switch rule.charge {
          case .fixed(let amount): exact = exact + ModelRatio(Int128(amount.sen))
          case .share(let part):
            exact = exact + ModelRatio(Int128(base) * Int128(part.billionths), 1_000_000_000)
          }
        }
        day = try day.adding(days: 1)
      }
      var own = exact.rounded(100)
      if let cap = rule.cap?.billionths {
        let total = Int128(row.total)
        own = min(own, ModelRatio(total * Int128(cap), 1_000_000_000).rounded(100))
      }
      fee += own
      before.principal += row.principal
      before.interest += row.interest
      before.third += row.administration
    }
    return fee
  }

  /// The last day on which anything happened to a loan.
  func lastDate(_ loan: Int, withPayments: Bool) -> BookDate {
    var days = steps(loan).filter { $0.kind != "waived" }.map(\.date) + [loans[loan].appliedOn]
    if let plan = plan(loan) { days.append(plan.startedOn) }
    if withPayments { days += payments(loan).map(\.date) }
    return days.max() ?? loans[loan].appliedOn
  }

  // MARK: - Booking

  mutating func book(_ entry: Entry) throws {
    guard entry.date >= openMonth.firstDay else { throw Refusal(.periodClosed) }
    for (code, amount) in entry.legs where amount > 0 && code.hasPrefix("SUK-") {
      guard lowestSavings(code, from: entry.date) >= amount else { throw Refusal(.overdraft) }
    }
    entries.append(
      Entry(
        kind: entry.kind, date: entry.date, legs: entry.legs.filter { $0.value != 0 },
        payments: entry.payments, steps: entry.steps, isOfAllowance: entry.isOfAllowance,
        ahead: entry.ahead, feesAhead: entry.feesAhead))
  }
}
