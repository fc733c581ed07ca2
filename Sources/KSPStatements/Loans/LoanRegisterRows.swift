/// The rows of a register of loans that a list shows.
///
/// On paper the lists differ; for other programs every one of them has the same fields.
struct LoanRegisterRows {
  let schema: String
  let register: LoanRegister
  let rows: [LoanRegister.Row]

  /// The list under a title, with what people read of it below the day.
  func report(_ style: ReportStyle, title: String, blocks: [Report.Block]) -> Report {
    let words = style.words
    let asOf = words(register.asOf.inWords)
    let controls = ReportTable(
      register.controls,
      [
        .data("account") { .text($0.account.text) }, .data("loans") { .amount($0.outstanding) },
        .data("ledger") { .amount($0.balance) }, .data("agrees") { .flag($0.agrees) },
      ])
    return Report(
      schema, title: title, subject: asOf,
      data: [
        "asOf": .date(register.asOf),
        "loans": .list(rows) { row in
          LoanCardRenderer.loan(row.loan) + Self.standing(row, words)
        }, "controls": .rows(controls),
        "allowances": .list(register.allowances) {
          [
            "account": .text($0.account.text), "needed": .amount($0.needed),
            "booked": .amount($0.booked), "difference": .amount($0.difference),
          ]
        },
      ], rows: csv,
      blocks: [.fields(Report.Field(words.asOf, asOf))] + blocks + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ]
    ).statement(known: style.known)
  }

  private static func standing(_ row: LoanRegister.Row, _ words: Wording) -> ReportRecord {
    [
      "outstanding": .amount(row.outstanding), "arrears": .amount(row.arrears),
      "lateFee": .amount(row.lateFee), "daysPastDue": .count(row.daysPastDue),
      "class": .count(row.loanClass.rawValue), "className": .text(words(row.loanClass.name)),
      "secured": .amount(row.secured), "allowance": .amount(row.allowance),
    ]
  }

  private var csv: ReportRows {
    ReportRows(
      ReportTable(
        rows,
        [
          .data("number") { .text($0.loan.number.text) },
          .data("memberNumber") { .text($0.loan.memberNumber.text) },
          .data("member") { .text($0.loan.memberName) },
          .data("product") { .text($0.loan.product.text) },
          .data("status") { .text($0.loan.status.rawValue) },
          .data("disbursed") { .optional($0.loan.disbursedOn) },
          .data("principal") { .amount($0.loan.principal) },
          .data("outstanding") { .amount($0.outstanding) },
          .data("arrears") { .amount($0.arrears) }, .data("lateFee") { .amount($0.lateFee) },
          .data("daysPastDue") { .count($0.daysPastDue) },
          .data("class") { .count($0.loanClass.rawValue) },
          .data("secured") { .amount($0.secured) }, .data("allowance") { .amount($0.allowance) },
        ]))
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
