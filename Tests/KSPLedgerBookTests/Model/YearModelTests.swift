import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Years of random books beside an oracle: what is closed, adjusted, ratified, decided, divided,
/// paid, and taken back.
@Suite struct YearModelTests {
  /// How often each outcome must have been reached, at least, by all seeds together.
  private static let floors = [
    "close ok": 4, "close again": 3, "close year.monthsOpen": 3, "adjust ok": 5,
    "adjust year.monthsOpen": 3, "adjust year.ratified": 3, "adjust year.accountUnfit": 1,
    "correct ok": 3, "correct year.notRatified": 3,
    "ratify ok": 2, "ratify late": 2, "ratify year.monthsOpen": 3, "ratify year.notClosed": 1,
    "ratify year.ratified": 3, "decide ok": 10, "decide year.meetingTooEarly": 3, "divide ok": 3,
    "divide shu.posted": 1, "divide shu.notDecided": 3, "divide year.notRatified": 1,
    "pay cash shu.notPosted": 3, "undo division ok": 1, "again ok": 10,
  ]

  @Test func theYearsFollowTheOracle() throws {
    let given = ProcessInfo.processInfo.environment["KSP_SEED"].flatMap { UInt64($0) }
    var reached: [String: Int] = [:]
    for seed in given.map({ [$0] }) ?? [1, 2, 3] {
      var model = try YearModel(seed: seed)
      for _ in 0..<300 {
        reached[try Self.step(&model), default: 0] += 1
        try Self.compare(model, "seed \(seed), step \(model.step)")
      }
      let report = try model.ledger.verify()
      #expect(report.isOK, "seed \(seed): \(report.checks.filter { $0.count > 0 })")
    }
    for (outcome, count) in reached.sorted(by: { $0.key < $1.key }) {
      print("  \(outcome): \(count)")
    }
    guard given == nil else { return }
    for (outcome, floor) in Self.floors {
      #expect(reached[outcome, default: 0] >= floor, "\(outcome): \(reached[outcome] ?? 0)")
    }
  }

  static func step(_ model: inout YearModel) throws -> String {
    _ = model.next()
    return switch model.pick(0...99) {
    case 0..<40: try model.business()
    case 40..<47: try model.monthEnd()
    case 47..<51: try model.closeYear()
    case 51..<56: try model.adjust()
    case 56..<61: try model.ratify()
    case 61..<68: try model.decide()
    case 68..<75: try model.divide()
    case 75..<89: try model.pay()
    case 89..<91: try model.forfeit()
    case 91..<95: try model.undo()
    case 95..<97: try model.correct()
    default: try model.again()
    }
  }

  /// Where every year stands, what its statements say, and what the accounts of the SHU hold.
  private static func compare(_ model: YearModel, _ place: String) throws {
    let (ledger, oracle) = (model.ledger, model.oracle)
    var (current, waiting, owed): (Int64, Int64, Int64) = (0, 0, 0)
    for year in YearModel.years {
      let (end, shu) = (try ledger.yearEnd(year), oracle.shu(year))
      let state: YearEnd.State =
        oracle.ratified[year] != nil ? .ratified : oracle.hasOpenMonths(year) ? .open : .closing
      let income = try ledger.incomeStatement(BookPeriod(year: year)).shu
      #expect(end.state == state && end.shu.sen == shu && income.sen == shu, "\(place): \(year)")
      if oracle.ratified[year] != nil {
        waiting += shu
      } else if oracle.closed.contains(year) {
        current += shu
      }
      guard let division = oracle.divisions[year] else { continue }
      waiting -= division.taken
      owed += oracle.owed(year).reduce(0) { $0 + $1.amount }
      let found = try ledger.shu(year)
      #expect(found.posting?.entry == EntryNumber(Int64(division.entry)), "\(place): \(year)")
      let kept = found.recipients.map {
        [
          $0.part.base.capital, $0.part.base.activity, $0.part.capital, $0.part.activity, $0.paid,
          $0.forfeited, $0.left,
        ].map(\.sen)
      }
      let worked = division.parts.map {
        [
          $0.bases.capital, $0.bases.activity, $0.capital, $0.activity,
          oracle.paid(year, $0.member, forfeited: false),
          oracle.paid(year, $0.member, forfeited: true), oracle.left(year, $0),
        ]
      }
      #expect(kept == worked, "\(place): \(year)")
    }
    for (account, amount) in [("3-3000", current), ("3-3100", waiting), ("2-1500", owed)] {
      let held = try ledger.account(AccountCode(account)).balance.sen
      #expect(oracle.credit(account) == amount && held == amount, "\(place): \(account)")
    }
  }

  // MARK: - Tampering

  /// A change behind the library's back, and the rule of the year or of the SHU that sees it.
  private static let damages: [(rule: String, sql: String)] = [
    ("year.entry", "DELETE FROM yearEntry WHERE entry = (SELECT max(entry) FROM yearEntry)"),
    ("year.entry", "UPDATE yearEntry SET document = NULL WHERE document = 'KAP'"),
    ("year.adjustment", "UPDATE yearClosing SET lastDay = lastDay - 1"),
    (
      "year.closed",
      """
      UPDATE posting SET amount = amount + 100 WHERE line = 1
        AND entry = (SELECT min(id) FROM entry WHERE kind = 'year-closing')
      """
    ),
    ("year.ratified", "UPDATE yearRatification SET shu = shu + 100"),
    ("shu.once", "UPDATE shuDecision SET year = year + 1"),
    ("shu.pots", "UPDATE shuPot SET amount = amount + 100 WHERE line = 3"),
    ("shu.pots", "UPDATE shuPart SET capital = capital + 100"),
    ("shu.posted", "UPDATE shuPosting SET payable = source"),
    ("shu.paid", "UPDATE shuPayment SET amount = amount + 100"),
    ("shu.paid", "DELETE FROM shuPayment"),
    (
      "shu.paid",
      """
      UPDATE accountBalance SET balance = balance + 100000000000
      WHERE account IN (SELECT payable FROM shuPosting)
      """
    ),
    ("shu.parts", "UPDATE shuPart SET capitalBase = capitalBase + 1"),
    ("shu.parts", "UPDATE shuPart SET activityBase = activityBase + 1"),
  ]

  /// Whether an SHU is divided, with something paid of it and something left.
  private static func isPaidInPart(_ oracle: YearOracle) -> Bool {
    oracle.divisions.contains { year, division in
      !oracle.owed(year).isEmpty
        && division.parts.contains { oracle.paid(year, $0.member, forfeited: false) > 0 }
        && oracle.entries.contains { $0.kind == .yearAdjustment }
    }
  }

  @Test func whatIsChangedInTheFileIsFound() throws {
    var model = try YearModel(seed: 1)
    for _ in 0..<900 where !Self.isPaidInPart(model.oracle) { _ = try Self.step(&model) }
    try #require(Self.isPaidInPart(model.oracle))
    try Self.compare(model, "step \(model.step)")
    try model.ledger.close()
    for (rule, sql) in Self.damages {
      let folder = try TestFolder()
      try FileManager.default.copyItem(atPath: model.folder.file(), toPath: folder.file())
      try tamper(with: folder, "book.ksp", sql)
      let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
      let found = try ledger.verify().checks.filter { $0.count > 0 }.map(\.name)
      #expect(found.contains(rule), "\(sql): \(found)")
    }
  }
}
