import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A book and its oracle, taking random steps together.
final class LoanModelRun {
  static let members: [MemberNumber] = ["0001", "0002", "0003"]
  static let products = 8

  let folder: TestFolder
  var ledger: Ledger
  var oracle: LoanModelOracle
  var random: SplitMix64
  var reached: [String: Int] = [:]
  /// How many explanations were compared, by the way interest becomes income.
  var explained: [LoanTerms.Recognition: Int] = [:]
  var last = ""
  var hasFailed = false
  /// Watches the file from outside: its data version changes with every commit.
  let watch: DatabaseQueue
  let terms: [LoanTerms]
  let firstEntries: Int

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    let book = try LoanBook(members: Self.members)
    folder = book.folder
    ledger = book.ledger
    var savings = SavingsTerms(effectiveFrom: try month("2026-01"))
    savings.interest = nil
    try ledger.setSavingsTerms(of: "sukarela", savings)
    oracle = LoanModelOracle(openMonth: try month("2026-01"))
    var entries = [
      LoanModelOracle.Entry(
        kind: .manual, date: try day("2026-01-02"),
        legs: ["1-1000": 50_000_000_000, "3-1300": -50_000_000_000])
    ]
    for member in Self.members {
      _ = try ledger.deposit(9_000_000, member: member, on: day("2026-01-03"))
      entries.append(
        LoanModelOracle.Entry(
          kind: .deposit, date: try day("2026-01-03"),
          legs: ["1-1000": 900_000_000, "SUK-\(member)": -900_000_000]))
    }
    oracle.entries = entries
    firstEntries = entries.count
    let accounts = try ledger.loanProducts()[0].accounts
    var drawn: [LoanTerms] = []
    for index in 0..<Self.products {
      let terms = try LoanModelRun.drawTerms(index, &random)
      try ledger.addLoanProduct(
        LoanProduct(code: "m\(index)", name: Phrase(id: "Uji", en: "Test"), accounts: accounts),
        terms: terms)
      drawn.append(terms)
    }
    terms = drawn
    watch = try DatabaseQueue(path: folder.file())
  }

  static func drawTerms(_ index: Int, _ random: inout SplitMix64) throws -> LoanTerms {
    let methods: [LoanMethod] = [.flat, .declining, .annuity, .bullet, .fixedPrice]
    let method = methods[index % 5]
    let steps: [Int64] = [100, 5_000, 100_000]
    let rounding = try Rounding(
      .halfUp, to: Rupiah(sen: steps.randomElement(using: &random) ?? 100))
    let rates: [Int64] = [0, 10_000_000, 15_000_000, 20_000_000]
    var plan = PlanTerms(
      method: method,
      rate: try Rate(billionths: rates.randomElement(using: &random) ?? 0, per: .month),
      count: 6, interval: try InstallmentInterval(index % 4 == 3 ? .week : .month),
      dayCount: method != .annuity && Bool.random(using: &random) ? .actual365 : .thirty360,
      principalGrace: Int.random(in: 0...2, using: &random), interestRounding: rounding,
      installmentRounding: rounding,
      shift: DueDateShift(Bool.random(using: &random) ? .nextWorkingDay : .none))
    if method == .bullet {
      plan.interestDue = InterestDue.allCases.randomElement(using: &random) ?? .atEnd
    } else if method == .flat, index % 10 == 5 || Bool.random(using: &random) {
      plan.interestDue = .inAdvance
    }
    var terms = LoanTerms(effectiveFrom: try month("2026-01"), plan: plan)
    terms.needsApproval = index == 6
    terms.fees = [
      LoanFee(
        code: "provisi", charge: .share(.percent("1")),
        target: .account(AccountCode("4-1110"))),
      LoanFee(code: "swp", charge: .fixed(10_000), target: .savings(product: "wajib")),
    ]
    let lateFee = LateFeeRule(
      base: Bool.random(using: &random) ? .installment : .arrears,
      charge: Bool.random(using: &random) ? .share(.percent("0.1")) : .fixed(2_000),
      period: Bool.random(using: &random) ? .day : .month,
      graceDays: Int.random(in: 0...5, using: &random),
      cap: Bool.random(using: &random) ? .percent("5") : nil)
    terms.lateFee = index % 4 == 0 ? nil : lateFee
    terms.allocation = LoanComponent.allCases.shuffled(using: &random)
    let thirds: [AdministrationRule] = [.nothing, .fixed(1_500), .roundingUp(to: 10_000)]
    terms.plan.administration = thirds.randomElement(using: &random) ?? .nothing
    terms.administrationIncome = AccountCode("4-1200")
    let prepayments: [Prepayment] = [
      .nextInstallments, .fewerInstallments, .smallerInstallments, .savings(product: "sukarela"),
      .interestFirst,
    ]
    terms.prepayment = prepayments[(index + index / 5) % 5]
    let interests: [SettlementRule.Interest] = [.none, .elapsedDays, .installments(1), .all]
    terms.settlement = SettlementRule(
      interest: interests.randomElement(using: &random) ?? .all,
      penalty: Bool.random(using: &random) ? .percent("1") : .zero,
      returnsAdvance: Bool.random(using: &random) || index % 10 == 5)
    terms.recognition = LoanTerms.Recognition.allCases[index % 3]
    terms.recognitionStops =
      [nil, .dalamPerhatianKhusus, .kurangLancar, .macet].randomElement(using: &random) ?? nil
    terms.collectibility =
      ["koperasi", "lima-kelas", "lkm"].randomElement(using: &random) ?? "lkm"
    terms.provision = ["koperasi", "lkm", "rpm"].randomElement(using: &random) ?? "lkm"
    return terms
  }

  // MARK: - Steps

  /// Runs an operation on both; a refusal must be the same, and commit nothing.
  func both(
    _ name: String, expected: (inout LoanModelOracle) throws -> Void,
    _ body: (Ledger) throws -> Void
  ) throws {
    var next = oracle
    var wanted: String?
    do {
      try expected(&next)
    } catch let refusal as LoanModelOracle.Refusal {
      wanted = refusal.code.rawValue
    }
    let before = try version()
    var found: String?
    var message = ""
    do {
      try body(ledger)
    } catch let error as LedgerError {
      found = error.code.rawValue
      message = "\(error)"
    }
    last = "\(name) \(found ?? "ok")"
    reached[last, default: 0] += 1
    if wanted != found {
      Issue.record("\(last), but the oracle says \(wanted ?? "ok"): \(message)")
      hasFailed = true
    }
    if wanted == nil {
      oracle = next
    } else if try version() != before {
      Issue.record("\(last): refused, and yet something was committed")
      hasFailed = true
    }
  }

  func version() throws -> Int64? {
    try watch.read { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
  }

  func amount(_ low: Int64, _ high: Int64) -> Int64 {
    Int64.random(in: low...high, using: &random) * 10_000_000
  }

  /// A day in the open month or in the next, seldom in the one before.
  func anyDay() throws -> BookDate {
    let isFirst = try oracle.openMonth == month("2026-01")
    let back = !isFirst && Int.random(in: 0..<7, using: &random) == 0 ? -12 : 0
    return try oracle.openMonth.firstDay.adding(days: Int.random(in: back...40, using: &random))
  }

  func anyLoan() -> Int? {
    let running = oracle.loans.indices.filter { (try? oracle.status($0)) == .running }
    let pool = Int.random(in: 0..<8, using: &random) == 0 ? Array(oracle.loans.indices) : running
    return pool.randomElement(using: &random)
  }

  func payer(of loan: Int) -> (code: AccountCode?, text: String) {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return (nil, "1-1000") }
    let text = "SUK-\(oracle.loans[loan].member)"
    return (try? AccountCode(text), text)
  }

  func step(_ index: Int) throws {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<10: try lend(inOneStep: true)
    case 10..<16: try lend(inOneStep: false)
    case 16..<19: try topUp()
    case 19..<24: try decideOrDisburse()
    case 24..<50: try repay()
    case 50..<55: try payroll()
    case 55..<70: try reverse()
    case 70..<74: try settle()
    case 74..<78: try reschedule()
    case 78..<80: try writeOff()
    case 80..<82: try recover()
    case 82..<86: try waive()
    case 86..<90: try rehearse()
    case 90..<96: try monthEnd()
    case 96..<98:
      guard let before = try? oracle.openMonth.previous(), before >= (try month("2026-01")) else {
        return
      }
      let known = try ledger.runMonthEnd(before)
      last = "second run \(known.outcome == .alreadyDone ? "ok" : "again")"
      reached[last, default: 0] += 1
    default:
      try ledger.close()
      ledger = try Ledger.open(at: folder.file(), clock: standingClock)
      last = "reopen ok"
      reached[last, default: 0] += 1
    }
  }

  func verify(_ place: String) throws {
    let report = try ledger.verify()
    if !report.isOK {
      Issue.record("\(place): \(report.checks.filter { $0.count > 0 }.map { ($0.name, $0.first) })")
      hasFailed = true
    }
  }
}
