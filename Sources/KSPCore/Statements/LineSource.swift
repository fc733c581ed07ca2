/// Which postings of an account stand behind a line of a statement. What lines consist of is said
/// once more than statements say it, by postings and not by balances: the two are compared line by
/// line in the tests.
package struct LineSource: Sendable {
  /// What of an account counts.
  package enum Share: Hashable, Sendable {
    /// All that it holds.
    case balance
    /// What the period moved; closing a year is no movement.
    case movement
    /// What its year moved so far; neither closing nor ratifying is a movement.
    case ofYear
    /// The same with the voucher that closed the year.
    case ofYearClosed
    /// What was there before the year, and what was ratified since.
    case ofEarlierYears
    /// What years that are over left on accounts of income and expenses.
    case unclosed
    /// What vouchers that touch cash moved in the period.
    case withCash
  }

  package let account: StatementAccount
  /// The name under which it stands in the line.
  package let name: Phrase
  /// The section of the line.
  package let section: StatementSection.Name
  package let share: Share
  fileprivate let line: (code: String, label: Phrase)
  /// The code under which an unfolded statement shows it.
  fileprivate let part: String

  /// The side on which the line shows what comes to it.
  package var side: Side {
    switch section {
    case .assets, .costs, .tax: .debit
    case .liabilities, .equity, .income, .operating, .investing, .financing: .credit
    }
  }

  /// Whether the account itself belongs to another line.
  package var isDerived: Bool { [.ofYear, .ofEarlierYears, .unclosed].contains(share) }

  fileprivate init(
    _ account: StatementAccount, _ share: Share, in section: StatementSection.Name,
    of line: (code: String, label: Phrase), part: String? = nil, name: Phrase? = nil
  ) {
    self.account = account
    self.name = name ?? account.name
    self.section = section
    self.share = share
    self.line = line
    self.part = part ?? account.code.text
  }
}

extension StatementChart {
  /// A line as statements print it, or a part of one, with what stands behind it.
  ///
  /// - Parameters:
  ///   - code: The code of a line, or of what an unfolded line shows.
  ///   - isCashFlow: Whether the line is one of the cash flow.
  /// - Returns: Its label and its sources; nil where no statement has the code.
  package func line(
    _ code: String, isCashFlow: Bool
  ) -> (label: Phrase, sources: [LineSource])? {
    let all = isCashFlow ? cashSources : sources
    let line = all.filter { $0.line.code == code }
    if let first = line.first { return (first.line.label, line) }
    let part = all.filter { $0.part == code }
    guard let first = part.first else { return nil }
    // By itself an account also shows the voucher that closed the year, as its balance does.
    return (
      first.part == first.account.code.text ? first.account.name : StatementDay.yearsResult,
      part.map {
        $0.share == .ofYear && $0.part == $0.account.code.text
          ? LineSource($0.account, .ofYearClosed, in: $0.section, of: $0.line) : $0
      }
    )
  }

  private var cashSources: [LineSource] {
    accounts.filter { !$0.marks.isCash }.map {
      LineSource($0, .withCash, in: CashFlowStatement.section(of: $0), of: line(of: $0))
    }
  }

  /// What stands behind the lines of balance sheet and income statement.
  private var sources: [LineSource] {
    let current = holder(of: .shuCurrent)?.code
    return accounts.flatMap { account -> [LineSource] in
      let line = line(of: account)
      switch account.type {
      case .asset: return [LineSource(account, .balance, in: .assets, of: line)]
      case .liability: return [LineSource(account, .balance, in: .liabilities, of: line)]
      case .equity where account.code == current:
        return [
          LineSource(account, .ofYear, in: .equity, of: line),
          LineSource(
            account, .ofEarlierYears, in: .equity, of: StatementDay.undistributed(self),
            name: StatementDay.notRatified),
        ]
      case .equity: return [LineSource(account, .balance, in: .equity, of: line)]
      case .income, .expense:
        let own = IncomeStatement.section(of: account)
        return [
          LineSource(account, .movement, in: own, of: line),
          LineSource(
            account, .ofYear, in: .equity, of: StatementDay.current(self),
            part: StatementDay.yearsCode),
          LineSource(
            account, .unclosed, in: .equity, of: StatementDay.unclosed,
            part: StatementDay.unclosed.code),
        ]
      }
    }
  }
}
