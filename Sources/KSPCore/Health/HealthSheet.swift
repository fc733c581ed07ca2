/// The health worksheet of a book: its cells with the accounts behind each, for a day and for the
/// end of the year before, and what they come to.
public struct HealthSheet: Hashable, Sendable, Codable {
  /// An account's part of a cell, as the cell counts it.
  public struct Part: Hashable, Sendable, Codable {
    /// The code of the account; nothing for what is worked out.
    public let code: String
    /// Its name.
    public let name: Phrase
    /// Its amount on the day.
    public let amount: Rupiah
    /// Its amount at the end of the year before.
    public let previous: Rupiah
  }

  /// One cell.
  public struct Cell: Hashable, Sendable, Codable {
    /// Its number, 1 to 116.
    public let number: Int
    /// The sum of its parts.
    public let amount: Rupiah
    /// The same at the end of the year before.
    public let previous: Rupiah
    /// The accounts behind it.
    public let parts: [Part]
  }

  /// What a day says: balances, and cells 111 to 116 of the loans.
  package struct Day: Sendable {
    let balances: StatementDay
    let loans: [Int: Rupiah]

    /// A day's balances and the cells of problem loans and their collateral.
    package init(balances: StatementDay, loans: [Int: Rupiah]) {
      self.balances = balances
      self.loans = loans
    }
  }

  /// The day: 31 December, or today in the running year.
  public let asOf: BookDate
  /// The last day of the year before.
  public let previous: BookDate
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The cells that hold something, by number.
  public let cells: [Cell]
  /// The accounts that hold something and have no cell: what the worksheet leaves out.
  public let unplaced: [Part]
  /// The ratios.
  public let report: HealthReport

  /// Fills the worksheet in by what the chart says of its accounts.
  ///
  /// Assets count as debits, the four cells that lower them as credits, everything else on its own
  /// side; income and expenses are those since 1 January. An overdrawn bank account is owed to a
  /// bank (cell 42). The result of the running year is in the cell of its account, or 70, and that
  /// of years that are over in 69, also while the meeting has not ratified them.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    asOf: BookDate, previous: BookDate, known: Knowledge, chart: StatementChart, now: Day,
    before: Day, profile: HealthProfile
  ) throws(LedgerError) {
    var parts: [Int: [Part]] = [:]
    var unplaced: [Part] = []
    func add(_ part: Part, to cell: Int?) {
      guard !part.amount.isZero || !part.previous.isZero else { return }
      guard let cell else { return unplaced.append(part) }
      parts[cell, default: []].append(part)
    }
    for account in chart.accounts where !account.roles.contains(.shuCurrent) {
      let cell = account.marks.healthCell
      let (amount, earlier) = (
        try Self.amount(of: account, now.balances), try Self.amount(of: account, before.balances)
      )
      func part(_ amount: Rupiah, _ previous: Rupiah) -> Part {
        Part(
          code: account.code.text, name: account.name, amount: amount, previous: previous)
      }
      guard account.marks.isBank else {
        add(part(amount, earlier), to: cell)
        continue
      }
      add(part(amount.orZero, earlier.orZero), to: cell)
      add(part(try amount.negated().orZero, try earlier.negated().orZero), to: Self.bankLoans)
    }
    let holder = chart.holder(of: .shuCurrent)
    let equity = zip(try now.balances.equity(chart), try before.balances.equity(chart))
    for (own, earlier) in equity where !own.isAccount || own.code == holder?.code.text {
      let isOfYear = own.line.code == StatementDay.current(chart).code
      add(
        Part(code: own.code, name: own.name, amount: own.amount, previous: earlier.amount),
        to: isOfYear ? holder?.marks.healthCell ?? 70 : 69)
    }
    for (number, name) in Self.loans {
      add(
        Part(
          code: "", name: name, amount: now.loans[number] ?? .zero,
          previous: before.loans[number] ?? .zero), to: number)
    }
    var cells: [Cell] = []
    var (current, earlier) = (HealthCells(), HealthCells())
    for number in HealthCells.numbers {
      guard let parts = parts[number] else { continue }
      let cell = Cell(
        number: number, amount: try parts.map(\.amount).sum(),
        previous: try parts.map(\.previous).sum(), parts: parts)
      current[number] = cell.amount
      earlier[number] = cell.previous
      cells.append(cell)
    }
    self.asOf = asOf
    self.previous = previous
    self.known = known
    self.cells = cells
    self.unplaced = unplaced
    report = try HealthReport(current: current, previous: earlier, profile: profile)
  }

  /// The cell of loans from banks.
  private static let bankLoans = 42
  /// The cells that lower assets and are entered without a sign.
  private static let lowering = [13, 30, 33, 36]
  /// The cells of loans that are a problem, and of their collateral.
  private static let loans: [(number: Int, name: Phrase)] = [
    (111, Phrase(id: "Pinjaman kurang lancar", en: "Substandard loans")),
    (112, Phrase(id: "Pinjaman diragukan", en: "Doubtful loans")),
    (113, Phrase(id: "Pinjaman macet", en: "Lost loans")),
    (114, Phrase(id: "Agunan kurang lancar", en: "Collateral of substandard loans")),
    (115, Phrase(id: "Agunan diragukan", en: "Collateral of doubtful loans")),
    (116, Phrase(id: "Agunan macet", en: "Collateral of lost loans")),
  ]

  /// What an account holds, or what it moved since 1 January, as its cell counts it.
  private static func amount(
    of account: StatementAccount, _ day: StatementDay
  ) throws(LedgerError) -> Rupiah {
    var debit = day.all[account.code] ?? .zero
    if [.income, .expense].contains(account.type) {
      debit = try debit - (day.beforeYear[account.code] ?? .zero)
    }
    let isLowering = lowering.contains(account.marks.healthCell ?? 0)
    return isLowering
      ? try debit.negated() : try account.type.normalSide.balance(debitPositive: debit)
  }
}
