/// Writes what is claimed for tax on interest (piutang PPh jasa).
public struct TaxClaimsRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member, and what the accounts hold.
  public func render(_ document: TaxClaims, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv:
      CSVWriter.header(["member", "name", "claim"], into: &output)
      for row in document.members {
        CSVWriter.row([.text(row.member), .text(row.name), .amount(row.amount)], into: &output)
      }
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.tax-claims/1")
        json.array("members") { json in
          for row in document.members {
            json.object { json in
              json.field("member", row.member)
              json.field("name", row.name)
              json.field("claim", row.amount)
            }
          }
        }
        json.field("receivable", document.receivable)
        json.field("overpaid", document.overpaid)
      }
    }
  }

  private func report(_ claims: TaxClaims) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.memberNumber, 12), .left(words.name, 40),
        .sum(words("Piutang PPh", "Tax claimed"), 24),
      ], claims.members
    ) { [.text($0.member), .text($0.name), .amount($0.amount)] }.total(words.total)
    return Report(
      title: words("PIUTANG PPH JASA", "TAX ON INTEREST CLAIMED"),
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
