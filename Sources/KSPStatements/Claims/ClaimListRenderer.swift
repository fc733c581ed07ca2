public import KSPCore

/// Writes what every payer owes, list by list (daftar tagihan potong gaji).
public struct ClaimListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a part for each payer.
  public func report(of accounts: [PayerAccount]) -> Report {
    let words = style.words
    let all = table(accounts.flatMap(\.claims))
    return Report(
      "ksp.payroll-claims/1", title: words.claimsTitle,
      data: [
        "payers": .list(accounts) { account in
          [
            "account": .text(account.account.text), "name": .text(words(account.name)),
            "balance": .amount(account.balance), "other": .amount(account.other),
            "ahead": .amount(account.ahead),
          ]
        }, "claims": .rows(all),
      ], rows: ReportRows(all),
      blocks: accounts.isEmpty ? [.note(words.noClaims)] : accounts.flatMap { part($0) }
    ).statement(known: style.known)
  }

  private func part(_ account: PayerAccount) -> [Report.Block] {
    let words = style.words
    return [
      .heading("\(account.account) \(words(account.name))"),
      .table(table(account.claims).total(words.total, in: 1)),
      .fields(
        Report.Field(words("Piutang", "Receivable"), account.balance.formatted),
        Report.Field(
          words("Tanpa tagihan", "Of no claim"),
          account.other.isZero ? nil : account.other.formatted),
        Report.Field(
          words("Lebih diterima", "Received ahead"),
          account.ahead.isZero ? nil : account.ahead.formatted)), .gap,
    ]
  }

  private func table(_ claims: [PayrollClaim]) -> ReportTable {
    let words = style.words
    return ReportTable(
      claims,
      [
        .right("number", words("No.", "No."), 4) { .count($0.number) },
        .left("month", words.month, 8) { words.cell($0.month) },
        .data("payer") { .text($0.payer.text) },
        .data("sentOn") { .date($0.sentOn) },
        .sum("asked", words.asked, 13) { .amount($0.asked) },
        .sum("deducted", words.deducted, 13) { .amount($0.deducted) },
        .sum("open", words("Belum", "Open"), 12) { .unlessZero($0.expected) }.only(.people),
        .data("open") { .amount($0.open) },
        .data("expected") { .amount($0.expected) },
        .sum("held", words.heldByPayer, 15) { .unlessZero($0.held) }.only(.people),
        .data("held") { .amount($0.held) },
        .left("state", words.claimState, 9) {
          .coded($0.state.rawValue, shown: words.state($0.state))
        },
      ])
  }
}
