/// Writes what a month end posted or would post (tutup bulan).
public struct MonthEndReportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each product.
  public func report(of report: MonthEndReport) -> Report {
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
      "ksp.month-end/1", title: words.monthEndTitle, subject: words(report.month.name),
      data: data(report), rows: rows(report),
      blocks: [
        .fields(
          Report.Field(words.month, words(report.month.name)),
          Report.Field(words.outcome, words.outcome(report.outcome)),
          Report.Field(words.closedAt, report.closedAt.map(style.moment))),
        .table(table), .fields(Report.Field(words.slips, slips(report))),
      ] + (report.isBeforeEnd ? [.note(words.monthNotOver)] : []) + loans(report) + sections(report)
        + (report.findings.isEmpty ? [] : [.table(words.findings(report.findings))])
        + [.signatures(words.preparedAndChecked, printedOnly: true)])
  }

  /// How many slips there are, and how many of them at 0%.
  private func slips(_ report: MonthEndReport) -> String {
    guard report.slipsAtZero > 0 else { return String(report.slips) }
    return style.words(
      "\(report.slips) (\(report.slipsAtZero) dengan tarif 0%)",
      "\(report.slips) (\(report.slipsAtZero) at 0%)")
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
      }.remarks { index in
        section.lines[index].lastEntry.map { words.vouchersThrough(section.lines[index].entry, $0) }
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
      loans.isEmpty ? nil : loans.map(\.number.text).joined(separator: ", ")
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
  private func rows(_ report: MonthEndReport) -> ReportRows {
    let month = Cell.text(report.month.description)
    let blanks = { Array(repeating: Cell.blank, count: $0) }
    let vouchers = Dictionary(report.loanProducts.map { ($0.code, $0.entry) }) { first, _ in first }
    let savings = report.products.map { product -> [Cell] in
      [
        month, .text("savings"), .text(product.code.text), .count(product.accountsExamined),
        .count(product.accountsPaid), .amount(product.gross), .amount(product.tax),
      ] + blanks(7) + [.optional(product.entry)]
    }
    let loans = report.loans.map { loan -> [Cell] in
      [month, .text("loan"), .text(loan.product.text)] + blanks(4) + [
        .text(loan.number.text), .count(loan.loanClass.rawValue), .amount(loan.outstanding),
        .amount(loan.arrears), .amount(loan.interest), .amount(loan.lateFee),
        .amount(loan.allowance), .optional(vouchers[loan.product] ?? nil),
      ]
    }
    let provisions = report.provisions.map { provision -> [Cell] in
      [month, .text("provision")] + blanks(11) + [
        .amount(provision.change), .optional(provision.entry),
      ]
    }
    let sections = report.sections.flatMap { section in
      section.lines.map { line -> [Cell] in
        [
          month, .text(section.code), .text(style.words(line.name)), .count(line.count), .blank,
          .amount(line.amount),
        ] + blanks(8) + [.optional(line.entry)]
      }
    }
    return ReportRows(
      [
        "month", "kind", "product", "accounts", "paid", "gross", "tax", "loan", "class",
        "outstanding", "arrears", "interest", "lateFee", "allowance", "voucher",
      ], savings + loans + provisions + sections)
  }

  private func data(_ report: MonthEndReport) -> ReportRecord {
    let words = style.words
    return [
      "month": .text(report.month.description), "outcome": .text(report.outcome.rawValue),
      "beforeEnd": .flag(report.isBeforeEnd),
      "products": .list(report.products) { product in
        [
          "code": .text(product.code.text), "name": .text(words(product.name)),
          "accounts": .count(product.accountsExamined), "paid": .count(product.accountsPaid),
          "gross": .amount(product.gross), "tax": .amount(product.tax),
          "voucher": .entry(product.entry),
        ]
      },
      "slips": .count(report.slips), "slipsAtZero": .count(report.slipsAtZero),
      "closedAt": .text(report.closedAt?.description),
      "loanProducts": .list(report.loanProducts, data), "loans": .list(report.loans, data),
      "provisions": .list(report.provisions) {
        ["change": .amount($0.change), "voucher": .entry($0.entry)]
      },
      // Nothing where there are none, so that a report without them stays what it was.
      "findings": report.findings.isEmpty ? .absent : .rows(words.findings(report.findings)),
      "sections": report.sections.isEmpty ? .absent : .list(report.sections, data),
    ]
  }

  private func data(_ product: MonthEndReport.LoanProduct) -> ReportRecord {
    [
      "code": .text(product.code.text), "name": .text(style.words(product.name)),
      "classes": .list(LoanClass.allCases) {
        ["class": .count($0.rawValue), "loans": .count(product.loans[$0] ?? 0)]
      },
      "outstanding": .amount(product.outstanding), "arrears": .amount(product.arrears),
      "interest": .amount(product.interest), "lateFee": .amount(product.lateFee),
      "allowance": .amount(product.allowance), "expensed": .amount(product.expensed),
      "voucher": .entry(product.entry),
    ]
  }

  private func data(_ loan: MonthEndReport.Loan) -> ReportRecord {
    [
      "number": .text(loan.number.text), "product": .text(loan.product.text),
      "owed": .flag(loan.isOwed),
      "class": .count(loan.loanClass.rawValue), "outstanding": .amount(loan.outstanding),
      "arrears": .amount(loan.arrears), "interest": .amount(loan.interest),
      "lateFee": .amount(loan.lateFee), "allowance": .amount(loan.allowance),
      "keptClass": .count(loan.keptClass?.rawValue), "cured": .flag(loan.isCured),
      "stopped": .flag(loan.isStopped), "expensed": .amount(loan.expensed),
    ]
  }

  private func data(_ section: MonthEndReport.Section) -> ReportRecord {
    [
      "code": .text(section.code), "name": .text(style.words(section.name)),
      "lines": .list(section.lines) { line in
        [
          "name": .text(style.words(line.name)), "count": .count(line.count),
          "amount": .amount(line.amount), "voucher": .entry(line.entry),
          "lastVoucher": .present(line.lastEntry) { .entry($0) },
        ]
      },
    ]
  }
}
