/// The rows of a register of loans that a list shows.
///
/// On paper the lists differ; for other programs every one of them has the same fields.
struct LoanRegisterRows {
  let schema: String
  let register: LoanRegister
  let rows: [LoanRegister.Row]

  /// Writes the report on paper, or the rows for another program.
  func write(_ style: ReportStyle, into output: inout TextOutput, report: () -> Report) {
    switch style.format {
    case .text, .html: style.draw(report(), into: &output)
    case .csv: csv(into: &output)
    case .json: json(style.words, into: &output)
    }
  }

  private func csv(into output: inout TextOutput) {
    CSVWriter.header(
      [
        "number", "member_number", "member", "product", "status", "disbursed", "principal",
        "outstanding", "arrears", "late_fee", "days_past_due", "class", "secured", "allowance",
      ], into: &output)
    for row in rows {
      let loan = row.loan
      CSVWriter.row(
        [
          .text(loan.number), .text(loan.memberNumber), .text(loan.memberName),
          .text(loan.product), .text(loan.status.rawValue), .optional(loan.disbursedOn),
          .amount(loan.principal), .amount(row.outstanding), .amount(row.arrears),
          .amount(row.lateFee), .count(row.daysPastDue), .count(row.loanClass.rawValue),
          .amount(row.secured), .amount(row.allowance),
        ], into: &output)
    }
  }

  private func json(_ words: Wording, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", schema)
      json.field("asOf", register.asOf)
      json.array("loans") { json in
        for row in rows {
          json.object { json in
            LoanCardRenderer.loan(row.loan, words, into: &json)
            json.field("outstanding", row.outstanding)
            json.field("arrears", row.arrears)
            json.field("lateFee", row.lateFee)
            json.field("daysPastDue", row.daysPastDue)
            json.field("class", row.loanClass.rawValue)
            json.field("className", words(row.loanClass.name))
            json.field("secured", row.secured)
            json.field("allowance", row.allowance)
          }
        }
      }
      json.array("controls") { json in
        for control in register.controls {
          json.object { json in
            json.field("account", control.account.text)
            json.field("loans", control.outstanding)
            json.field("ledger", control.balance)
            json.field("agrees", control.agrees)
          }
        }
      }
    }
  }

  /// Sums by a key, in the order in which the keys are given.
  static func groups<Key: Hashable>(
    _ rows: [LoanRegister.Row], _ keys: [Key], _ key: (LoanRegister.Row) -> Key
  ) -> [(key: Key, rows: [LoanRegister.Row])] {
    let byKey = Dictionary(grouping: rows, by: key)
    return keys.map { ($0, byKey[$0] ?? []) }
  }

  /// What rows come to in one of their amounts.
  static func sum(_ rows: [LoanRegister.Row], _ part: KeyPath<LoanRegister.Row, Rupiah>) -> Cell {
    .total(rows.reduce(0) { $0 + Int128($1[keyPath: part].sen) })
  }
}
