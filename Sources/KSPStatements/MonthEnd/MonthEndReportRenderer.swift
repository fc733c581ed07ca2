/// Writes what a month end posted or would post (tutup bulan).
public struct MonthEndReportRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each product.
  public func render(_ document: MonthEndReport, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ report: MonthEndReport) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.product, 22), .count(words.accounts, 9), .count(words.paid, 8),
        .sum(words.gross, 15), .sum(words.tax, 12), .right(words.voucher, 9),
      ], report.products
    ) { product in
      [
        .text(words(product.name)), .count(product.accountsExamined),
        .count(product.accountsPaid), .amount(product.gross), .amount(product.tax),
        .optional(product.entry),
      ]
    }.total(words.total)
    return Report(
      title: words.monthEndTitle, subject: words(report.month.name),
      blocks: [
        .fields(
          Report.Field(words.month, words(report.month.name)),
          Report.Field(words.outcome, words.outcome(report.outcome)),
          Report.Field(words.closedAt, report.closedAt.map(style.moment))),
        .table(table), .fields(Report.Field(words.slips, String(report.slips))),
      ] + (report.isBeforeEnd ? [.note(words.monthNotOver)] : []) + loans(report) + sections(report)
        + [.signatures(words.preparedAndChecked, printedOnly: true)])
  }

  /// What further parts of a month end did.
  private func sections(_ report: MonthEndReport) -> [Report.Block] {
    let words = style.words
    return report.sections.flatMap { section -> [Report.Block] in
      let table = ReportTable(
        [
          .left(words(section.name), 32), .count(words.quantity, 10), .sum(words.amount, 22),
          .right(words.voucher, 12),
        ], section.lines
      ) { line in
        [
          .text(words(line.name)), .count(line.count), .amount(line.amount),
          .optional(line.entry),
        ]
      }.total(words.total)
      return [.table(table)]
    }
  }

  /// What the month end does for the loans; nothing where there are none.
  private func loans(_ report: MonthEndReport) -> [Report.Block] {
    guard !report.loanProducts.isEmpty || !report.provisions.isEmpty else { return [] }
    let words = style.words
    let figures = ReportTable(
      [
        .left(words.product, 22), .sum(words.outstanding, 18), .sum(words.arrears, 18),
        .sum(words.allowance, 18),
      ], report.loanProducts
    ) { product in
      [
        .text(words(product.name)), .amount(product.outstanding), .amount(product.arrears),
        .amount(product.allowance),
      ]
    }.total(words.total)
    let income = ReportTable(
      [
        .left(words.loanIncome, 22), .sum(words.interest, 18), .sum(words.lateFee, 18),
        .right(words.voucher, 18),
      ], report.loanProducts
    ) { product in
      [
        .text(words(product.name)), .amount(product.interest), .amount(product.lateFee),
        .optional(product.entry),
      ]
    }.total(words.total)
    let classes = ReportTable(
      [.left(words.loanClass, 30), .count(words.loanCount, 10)], LoanClass.allCases
    ) { loanClass in
      [
        .text("\(loanClass.rawValue) \(words(loanClass.name))"),
        .count(report.loanProducts.reduce(0) { $0 + ($1.loans[loanClass] ?? 0) }),
      ]
    }.total(words.total)
    let changes = report.provisions.map { provision in
      Report.Field(
        words.provisionChange,
        provision.change.formatted + (provision.entry.map { "   \($0)" } ?? ""))
    }
    return [.heading(words.loanCount), .table(figures), .table(income), .table(classes)]
      + (changes.isEmpty ? [] : [.fields(changes.compactMap(\.self), width: 24)])
      + remarks(report)
  }

  /// Which loans keep a class since a new plan or gave one up, and whose income waits.
  private func remarks(_ report: MonthEndReport) -> [Report.Block] {
    let words = style.words
    func list(_ loans: [MonthEndReport.Loan]) -> String? {
      loans.isEmpty ? nil : loans.map(\.number).joined(separator: ", ")
    }
    let expensed = report.loanProducts.filter { !$0.expensed.isZero }
    let fields =
      [
        Report.Field(words.classKept, list(report.loans.filter { $0.keptClass != nil })),
        Report.Field(words.classGivenUp, list(report.loans.filter(\.isCured))),
        Report.Field(words.incomeWaits, list(report.loans.filter(\.isStopped))),
      ].compactMap(\.self)
      + expensed.compactMap {
        Report.Field(words.expensed, "\($0.expensed.formatted)   \(words($0.name))")
      }
    return fields.isEmpty ? [] : [.fields(fields, width: 24)]
  }

  /// A row for each savings product, each loan, each change of the allowance, and each line of
  /// further parts; `kind` says which.
  private func csv(_ report: MonthEndReport, into output: inout TextOutput) {
    CSVWriter.header(
      [
        "month", "kind", "product", "accounts", "paid", "gross", "tax", "loan", "class",
        "outstanding", "arrears", "interest", "late_fee", "allowance", "voucher",
      ], into: &output)
    let month = Cell.text(report.month.description)
    let blanks = { Array(repeating: Cell.blank, count: $0) }
    for product in report.products {
      CSVWriter.row(
        [
          month, .text("savings"), .text(product.code), .count(product.accountsExamined),
          .count(product.accountsPaid), .amount(product.gross), .amount(product.tax),
        ] + blanks(7) + [.optional(product.entry)], into: &output)
    }
    let vouchers = Dictionary(report.loanProducts.map { ($0.code, $0.entry) }) { first, _ in first }
    for loan in report.loans {
      CSVWriter.row(
        [month, .text("loan"), .text(loan.product)] + blanks(4) + [
          .text(loan.number), .count(loan.loanClass.rawValue), .amount(loan.outstanding),
          .amount(loan.arrears), .amount(loan.interest), .amount(loan.lateFee),
          .amount(loan.allowance), .optional(vouchers[loan.product] ?? nil),
        ], into: &output)
    }
    for provision in report.provisions {
      CSVWriter.row(
        [month, .text("provision")] + blanks(11) + [
          .amount(provision.change), .optional(provision.entry),
        ], into: &output)
    }
    for section in report.sections {
      for line in section.lines {
        CSVWriter.row(
          [
            month, .text(section.code), .text(style.words(line.name)), .count(line.count),
            .blank, .amount(line.amount),
          ] + blanks(8) + [.optional(line.entry)], into: &output)
      }
    }
  }

  private func json(_ report: MonthEndReport, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.month-end/1")
      json.field("month", report.month.description)
      json.field("outcome", report.outcome.rawValue)
      json.field("beforeEnd", report.isBeforeEnd)
      json.array("products") { json in
        for product in report.products {
          json.object { json in
            json.field("code", product.code)
            json.field("name", style.words(product.name))
            json.field("accounts", product.accountsExamined)
            json.field("paid", product.accountsPaid)
            json.field("gross", product.gross)
            json.field("tax", product.tax)
            json.field("voucher", product.entry)
          }
        }
      }
      json.field("slips", report.slips)
      json.field("closedAt", report.closedAt?.description)
      loans(report, into: &json)
      sections(report, into: &json)
    }
  }

  /// Nothing where there are none, so that a report without them stays what it was.
  private func sections(_ report: MonthEndReport, into json: inout JSONWriter) {
    guard !report.sections.isEmpty else { return }
    json.array("sections") { json in
      for section in report.sections {
        json.object { json in
          json.field("code", section.code)
          json.field("name", style.words(section.name))
          json.array("lines") { json in
            for line in section.lines {
              json.object { json in
                json.field("name", style.words(line.name))
                json.field("count", line.count)
                json.field("amount", line.amount)
                json.field("voucher", line.entry)
              }
            }
          }
        }
      }
    }
  }

  private func loans(_ report: MonthEndReport, into json: inout JSONWriter) {
    json.array("loanProducts") { json in
      for product in report.loanProducts {
        json.object { json in
          json.field("code", product.code)
          json.field("name", style.words(product.name))
          json.array("classes") { json in
            for loanClass in LoanClass.allCases {
              json.object { json in
                json.field("class", loanClass.rawValue)
                json.field("loans", product.loans[loanClass] ?? 0)
              }
            }
          }
          json.field("outstanding", product.outstanding)
          json.field("arrears", product.arrears)
          json.field("interest", product.interest)
          json.field("lateFee", product.lateFee)
          json.field("allowance", product.allowance)
          json.field("expensed", product.expensed)
          json.field("voucher", product.entry)
        }
      }
    }
    json.array("loans") { json in
      for loan in report.loans {
        json.object { json in
          json.field("number", loan.number)
          json.field("product", loan.product)
          json.field("owed", loan.isOwed)
          json.field("class", loan.loanClass.rawValue)
          json.field("outstanding", loan.outstanding)
          json.field("arrears", loan.arrears)
          json.field("interest", loan.interest)
          json.field("lateFee", loan.lateFee)
          json.field("allowance", loan.allowance)
          json.field("keptClass", loan.keptClass?.rawValue)
          json.field("cured", loan.isCured)
          json.field("stopped", loan.isStopped)
          json.field("expensed", loan.expensed)
        }
      }
    }
    json.array("provisions") { json in
      for provision in report.provisions {
        json.object { json in
          json.field("change", provision.change)
          json.field("voucher", provision.entry)
        }
      }
    }
  }
}
