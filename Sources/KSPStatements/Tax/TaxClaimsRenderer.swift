/// Writes what is claimed for tax on interest (piutang PPh jasa).
public struct TaxClaimsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member, and what the accounts hold.
  public func report(of claims: TaxClaims) -> Report {
    let words = style.words
    let table = ReportTable(
      claims.members,
      [
        .left("member", words.memberNumber, 12) { .text($0.member.text) },
        .left("name", words.name, 40) { .text($0.name) },
        .sum("claim", words("Piutang PPh", "Tax claimed"), 24) { .amount($0.amount) },
      ]
    ).total(words.total)
    return Report(
      "ksp.tax-claims/1", title: words("PIUTANG PPH JASA", "TAX ON INTEREST CLAIMED"),
      data: [
        "members": .rows(table), "receivable": .amount(claims.receivable),
        "overpaid": .amount(claims.overpaid),
      ], rows: ReportRows(table),
      blocks: [
        .table(table), .gap,
        .fields(
          Report.Field(
            words("Saldo piutang PPh", "Account of claims"), claims.receivable.formatted),
          Report.Field(
            words("Lebih potong ke negara", "Overpaid to the state"), claims.overpaid.formatted),
          width: 24),
      ])
  }
}
