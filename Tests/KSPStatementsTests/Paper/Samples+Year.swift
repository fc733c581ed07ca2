import KSPStatements

@testable import KSPCore

extension Samples {
  /// An SHU with a fund, a member who did no business, and a name that is hard to print.
  private static func shu() throws -> ShuDistribution {
    try ShuDistribution(
      of: 40_000_000,
      by: ShuShares(
        capital: .percent("25"), activity: .percent("30"),
        funds: [.init("cadangan", .percent("40.5")), .init("dana \"sosial\"", .percent("4.5"))]),
      among: [
        ShuBase(member: "0001", name: awkward, capital: 1_200_000, activity: 300_000),
        ShuBase(member: "0002", name: "Budi Hartono", capital: 2_400_000, activity: 0),
        ShuBase(member: "0004", capital: 400_000, activity: 50_000),
      ], step: 100)
  }

  /// A worksheet with a figure in every cell, and growth from nothing.
  private static func health() throws -> HealthReport {
    var cells = HealthCells()
    for number in HealthCells.numbers { cells[number] = try Rupiah(rupiah: Int64(number) * 10_000) }
    return try HealthReport(current: cells)
  }

  /// A chart with a line of two accounts, one under a role, and a bank that is overdrawn.
  private static func chart() -> StatementChart {
    func account(
      _ code: AccountCode, _ id: String, _ en: String, _ type: AccountType,
      _ roles: [AccountRole] = [], _ change: (inout Account.Marks) -> Void = { _ in }
    ) -> StatementAccount {
      var marks = Account.Marks()
      change(&marks)
      return StatementAccount(
        code: code, name: Phrase(id: id, en: en), type: type, roles: roles, marks: marks)
    }
    return StatementChart([
      account("1-1000", "Kas", "Cash", .asset) { $0.isCash = true },
      account("1-1010", "Kas <teller>", "Teller cash", .asset) {
        $0.isCash = true
        $0.statementLine = "1-1000"
      },
      account("1-1100", "Bank", "Bank", .asset) {
        $0.isCash = true
        $0.isBank = true
      },
      account("1-1200", "Pinjaman anggota", "Loans to members", .asset),
      account("1-2000", "Aset tetap", "Fixed assets", .asset, [.fixedAsset]),
      account("2-1000", "Simpanan sukarela anggota yang panjang", "Savings", .liability),
      account("3-1000", "Simpanan pokok", "Principal savings", .equity),
      account("3-3000", "SHU tahun berjalan", "SHU of the year", .equity, [.shuCurrent]),
      account("4-1000", "Jasa pinjaman", "Loan interest", .income),
      account("5-2000", "Beban gaji", "Salaries", .expense),
      account("5-4000", "Beban pajak penghasilan", "Income tax", .expense, [.incomeTax]),
    ])
  }

  private static let start: StatementBalances = [
    "1-1000": 1_000_000, "1-1100": 4_000_000, "3-1000": -5_000_000,
  ]

  private static let end: StatementBalances = [
    "1-1000": 2_000_000, "1-1010": 500_000, "1-1100": -1_250_000, "1-1200": 9_000_000,
    "1-2000": 1_500_000, "2-1000": -4_000_000, "3-1000": -6_000_000, "4-1000": -2_500_000,
    "5-2000": 700_000, "5-4000": 50_000,
  ]

  private static func balanceSheet() throws -> BalanceSheet {
    try BalanceSheet(
      asOf: date("2026-12-31"), previous: date("2025-12-31"), known: known, chart: chart(),
      now: StatementDay(all: end, beforeYear: [:], carried: 0),
      before: StatementDay(all: start, beforeYear: [:], carried: 0),
      controls: [ControlProof(code: "2-1000", listed: -4_000_000, held: -4_000_000)])
  }

  private static func income() throws -> IncomeStatement {
    try IncomeStatement(
      period: BookPeriod(year: 2026), previous: BookPeriod(year: 2025), known: known,
      chart: chart(), now: end, before: ["4-1000": -900_000],
      inEquity: IncomeStatement.InEquity(opening: 0, others: 0, closing: 1_750_000))
  }

  private static func equity() throws -> EquityChanges {
    try EquityChanges(
      period: BookPeriod(year: 2026), previous: BookPeriod(year: 2025), known: known,
      chart: chart(),
      now: EquityChanges.Facts(
        start: StatementDay(all: start, beforeYear: start, carried: 0),
        end: StatementDay(all: end, beforeYear: start, carried: 0),
        movements: [
          "3-1000": EquityChanges.Movement(
            credits: 1_100_000, debits: 200_000, takenOver: 0, distributed: 100_000)
        ], shu: 1_750_000, moved: (0, 0)),
      before: EquityChanges.Facts(
        start: StatementDay(all: [:], beforeYear: [:], carried: 0),
        end: StatementDay(all: start, beforeYear: [:], carried: 0),
        movements: [
          "3-1000": EquityChanges.Movement(credits: 5_000_000, debits: 0, takenOver: 0)
        ], shu: 0, moved: (0, 0)))
  }

  private static func cashFlow() throws -> CashFlowStatement {
    try CashFlowStatement(
      period: BookPeriod(year: 2026), previous: BookPeriod(year: 2025), known: known,
      chart: chart(),
      now: CashFlowStatement.Facts(
        legs: [
          "1-1200": 9_000_000, "1-2000": 1_500_000, "2-1000": -4_000_000, "3-1000": -1_000_000,
          "4-1000": -2_500_000, "5-2000": 700_000, "5-4000": 50_000,
        ], opening: 5_000_000, closing: 1_250_000, withoutCash: 3, withoutCashAmount: 77_000),
      before: CashFlowStatement.Facts(
        legs: ["3-1000": -5_000_000], opening: 0, closing: 5_000_000, withoutCash: 0,
        withoutCashAmount: 0))
  }

  /// The worksheet of the same accounts, one of which has no cell.
  private static func worksheet() throws -> HealthSheet {
    let cells = [
      "1-1000": 1, "1-1010": 1, "1-1100": 2, "1-1200": 8, "2-1000": 38, "3-1000": 62,
      "3-3000": 70, "4-1000": 71, "5-2000": 87, "5-4000": 110,
    ]
    let chart = StatementChart(
      chart().accounts.map { account in
        var marks = account.marks
        marks.healthCell = cells[account.code.text]
        return StatementAccount(
          code: account.code, name: account.name, type: account.type, roles: account.roles,
          marks: marks)
      })
    return try HealthSheet(
      asOf: date("2026-12-31"), previous: date("2025-12-31"), known: known, chart: chart,
      now: HealthSheet.Day(
        balances: StatementDay(all: end, beforeYear: [:], carried: 0),
        loans: [111: 500_000, 114: 200_000]),
      before: HealthSheet.Day(
        balances: StatementDay(all: start, beforeYear: [:], carried: 0), loans: [:]),
      profile: HealthProfile())
  }

  /// A statement with the accounts behind its lines.
  private static func unfolded(_ style: ReportStyle) throws -> String {
    var renderer = BalanceSheetRenderer(style)
    renderer.isUnfolded = true
    return renderer.string(try balanceSheet())
  }

  /// A worksheet scored by the rules of 2009, with the questionnaires and without the benefit.
  private static func scored() throws -> HealthReport {
    var cells = HealthCells()
    for (number, amount) in [
      (1, 130_000_000), (8, 870_000_000), (38, 600_000_000), (62, 400_000_000), (68, 9_000_000),
      (71, 142_100_000), (79, 36_000_000), (87, 40_000_000), (103, 5_000_000), (111, 40_000_000),
      (113, 10_000_000), (114, 30_000_000),
    ] as [(Int, Rupiah)] {
      cells[number] = amount
    }
    var profile = HealthProfile(
      rules: .official, riskAssets: [.init(cell: 8, percent: 100), .init(cell: 1, percent: 0)])
    profile.given = [.management: 1_095]
    return try HealthReport(current: cells, profile: profile)
  }

  /// The papers of the year.
  static func year(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    [
      ("shu", ShuDistributionRenderer(style).string(try shu())),
      ("health", HealthReportRenderer(style).string(try health())),
      ("health-2009", HealthReportRenderer(style).string(try scored())),
      ("health-sheet", HealthSheetRenderer(style).string(try worksheet())),
      ("balance-sheet", BalanceSheetRenderer(style).string(try balanceSheet())),
      ("balance-sheet-accounts", try unfolded(style)),
      ("income", IncomeStatementRenderer(style).string(try income())),
      ("equity-changes", EquityChangesRenderer(style).string(try equity())),
      ("cash-flow", CashFlowRenderer(style).string(try cashFlow())),
    ] + (try supervision(style)) + (try pack(style))
  }
}
