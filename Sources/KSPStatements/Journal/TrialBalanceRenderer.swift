/// Writes a trial balance (neraca saldo).
public struct TrialBalanceRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// The accounts with their balances, and the totals of both columns.
  public func report(of balance: TrialBalance) -> Report {
    let words = style.words
    let asOf = words(balance.asOf.inWords)
    return specification.report(
      of: balance.rows, subject: asOf, head: ["asOf": .date(balance.asOf)],
      tail: ["debit": .amount(balance.debit), "credit": .amount(balance.credit)],
      above: [.fields(Report.Field(words.asOf, asOf))],
      below: [
        .note(words.known(balance.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: balance.known)
  }

  private var specification: StatementSpecification<TrialBalance.Row> {
    let words = style.words
    return StatementSpecification(
      "ksp.trial-balance/1", title: words.trialBalanceTitle, lines: "accounts",
      columns: [
        .left("code", words.code, 12) { .text($0.code.text) },
        .left("name", words.description, 30) { .text(words($0.name)) },
        .sum("debit", words.debit, 18) { .unlessZero($0.debit) },
        .sum("credit", words.credit, 17) { .unlessZero($0.credit) },
      ], label: 1, parts: [.section("accounts", total: words.total)])
  }
}
