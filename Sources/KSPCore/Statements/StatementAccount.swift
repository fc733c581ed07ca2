/// What a financial statement needs to know of an account of the chart.
package struct StatementAccount: Sendable {
  package let code: AccountCode
  package let name: Phrase
  package let type: AccountType
  package let roles: [AccountRole]
  package let marks: Account.Marks

  /// An account with its marks and roles.
  package init(
    code: AccountCode, name: Phrase, type: AccountType, roles: [AccountRole], marks: Account.Marks
  ) {
    self.code = code
    self.name = name
    self.type = type
    self.roles = roles
    self.marks = marks
  }
}

/// The accounts of a chart, and the line to which each belongs.
package struct StatementChart: Sendable {
  package let accounts: [StatementAccount]
  private let names: [String: Phrase]

  /// A chart, its accounts by code.
  package init(_ accounts: [StatementAccount]) {
    self.accounts = accounts
    names = Dictionary(
      accounts.map { ($0.code.text, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The account that holds a role, the first by code.
  package func holder(of role: AccountRole) -> StatementAccount? {
    accounts.first { $0.roles.contains(role) }
  }

  /// The code and label of an account's line: what its chart says, or the account itself. A chart
  /// that names another account takes that one's name as the label.
  package func line(of account: StatementAccount) -> (code: String, label: Phrase) {
    guard let line = account.marks.statementLine else { return (account.code.text, account.name) }
    return (line, names[line] ?? Phrase(id: line, en: line))
  }
}

/// Balances of accounts, debit positive; an account that is not named has none.
package typealias StatementBalances = [AccountCode: Rupiah]
