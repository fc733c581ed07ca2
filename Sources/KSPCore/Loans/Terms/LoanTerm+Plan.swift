/// How a loan is repaid.
extension LoanTerm {
  /// The first month in which the terms hold; the book keeps it as a part of their key.
  package static let from: LoanTerm = LoanTerm(
    "from", Phrase(id: "Berlaku sejak", en: "In force from"),
    text: { $0.effectiveFrom.description },
    lines: { [Line(from.label, $0.effectiveFrom.name)] },
    change: { terms, text throws(LedgerError) in
      terms.effectiveFrom = try BookMonth(parsing: text)
    })

  /// The method.
  package static let method: LoanTerm = LoanTerm(
    "method", Phrase(id: "Cara", en: "Method"), column: "method", \.plan.method, as: .word)

  /// The rate in the period in which it was agreed.
  package static let rate: LoanTerm = LoanTerm(
    "rate", Phrase(id: "Tingkat jasa", en: "Rate"),
    columns: [
      TermColumn("rateBillionths", Phrase(id: "suku", en: "rate"), meaning: .share) {
        .number($0.plan.rate.billionths)
      },
      TermColumn(
        "rateBasis", Phrase(id: "dasar suku", en: "basis of the rate"), words: Rate.Basis.names
      ) { .text($0.plan.rate.basis.rawValue) },
    ],
    text: { $0.plan.rate.description }, lines: { [Line(rate.label, $0.plan.rate.inWords)] },
    change: { terms, text throws(LedgerError) in terms.plan.rate = try Rate(ofLoan: text) },
    restore: { terms, row throws(LedgerError) in
      terms.plan.rate = try Rate(
        billionths: row.number("rateBillionths") ?? -1, per: row.read("rateBasis", as: .word))
    })

  /// The number of installments; paper says it with their distance.
  package static let term: LoanTerm = LoanTerm(
    "term", Phrase(id: "Jangka waktu", en: "Term"), column: "count", \.plan.count, as: .count,
    lines: { [Line(term.label, $0.plan.lengthInWords)] })

  /// The unit between installments.
  package static let unit: LoanTerm = LoanTerm(
    "unit", Phrase(id: "Unit", en: "Unit"),
    columns: [
      TermColumn(
        "unit", Phrase(id: "unit", en: "unit"), words: InstallmentInterval.Unit.names,
        isCommon: false
      ) { .text($0.plan.interval.unit.rawValue) }
    ],
    text: { $0.plan.interval.unit.rawValue },
    change: { terms, text throws(LedgerError) in
      terms.plan.interval = try InstallmentInterval(
        InstallmentInterval.Unit(parsing: text), count: terms.plan.interval.count)
    },
    restore: { terms, row throws(LedgerError) in
      terms.plan.interval = try InstallmentInterval(row.read("unit", as: .word))
    })

  /// So many units between installments.
  package static let every: LoanTerm = LoanTerm(
    "every", Phrase(id: "Tiap", en: "Every"), form: .count,
    columns: [
      TermColumn("every", Phrase(id: "tiap", en: "every")) {
        .number(Int64($0.plan.interval.count))
      }
    ],
    text: { String($0.plan.interval.count) },
    change: { terms, text throws(LedgerError) in
      terms.plan.interval = try InstallmentInterval(
        terms.plan.interval.unit, count: TermText.count(text))
    },
    restore: { terms, row throws(LedgerError) in
      terms.plan.interval = try InstallmentInterval(
        terms.plan.interval.unit, count: row.read("every", as: .count))
    })

  /// How days become a fraction of a year.
  package static let dayCount: LoanTerm = LoanTerm(
    "dayCount", Phrase(id: "Hitungan hari", en: "Day count"), column: "dayCount", \.plan.dayCount,
    as: .word.inTheTrade)

  /// When interest is to be paid; paper leaves out what is usual.
  package static let interestDue: LoanTerm = LoanTerm(
    "interestDue", Phrase(id: "Jasa dibayar", en: "Interest is due"), column: "interestDue",
    \.plan.interestDue, as: .word, when: { $0.plan.interestDue != .eachInstallment })

  /// The first installments without principal.
  package static let grace: LoanTerm = LoanTerm(
    "grace", Phrase(id: "Angsuran tanpa pokok", en: "Without principal"), column: "principalGrace",
    \.plan.principalGrace, as: .count)

  /// The roundings of interest and of installments.
  package static let roundings: [LoanTerm] =
    rounding(
      \.plan.interestRounding, "interest", ("interestRoundTo", "interestRounding"),
      Phrase(id: "Pembulatan jasa", en: "Interest is rounded"),
      Phrase(id: "Jasa dibulatkan ke", en: "Interest rounded to"))
    + rounding(
      \.plan.installmentRounding, "installment", ("roundTo", "rounding"),
      Phrase(id: "Pembulatan angsuran", en: "Installment is rounded"),
      Phrase(id: "Angsuran dibulatkan ke", en: "Installment rounded to"))

  /// The step and the direction of one rounding; paper says both with the step.
  private static func rounding(
    _ path: any WritableKeyPath<LoanTerms, Rounding> & Sendable, _ part: String,
    _ names: (step: String, mode: String), _ label: Phrase, _ stepLabel: Phrase
  ) -> [LoanTerm] {
    [
      LoanTerm(
        names.step, stepLabel,
        columns: [
          TermColumn("\(part)RoundingStep", stepLabel.withinSentence, meaning: .amount) {
            .number($0[keyPath: path].step.sen)
          }
        ],
        text: { $0[keyPath: path].step.description },
        lines: { [Line(label, $0[keyPath: path].inWords)] },
        change: { terms, text throws(LedgerError) in
          terms[keyPath: path] = try Rounding(
            terms[keyPath: path].mode, to: TermText.amount(text))
        },
        restore: { terms, row throws(LedgerError) in
          terms[keyPath: path] = try Rounding(
            terms[keyPath: path].mode, to: row.read("\(part)RoundingStep", as: .amount))
        }),
      LoanTerm(
        names.mode, label,
        columns: [
          TermColumn("\(part)RoundingMode", label.withinSentence, words: Rounding.Mode.names) {
            .text($0[keyPath: path].mode.rawValue)
          }
        ],
        text: { $0[keyPath: path].mode.rawValue },
        change: { terms, text throws(LedgerError) in
          terms[keyPath: path] = try Rounding(
            Rounding.Mode(parsing: text), to: terms[keyPath: path].step)
        },
        restore: { terms, row throws(LedgerError) in
          terms[keyPath: path] = try Rounding(
            row.read("\(part)RoundingMode", as: .word), to: terms[keyPath: path].step)
        }),
    ]
  }

  /// The third part of each installment.
  package static let administration: LoanTerm = LoanTerm(
    "administration", Phrase(id: "Administrasi", en: "Admin. fee"),
    columns: [
      TermColumn(
        "administration", Phrase(id: "administrasi", en: "administration"), meaning: .amount
      ) { .amount($0.plan.administration.fixedAmount) },
      TermColumn(
        "administrationStep",
        Phrase(id: "administrasi membulatkan ke", en: "administration rounds up to"),
        meaning: .amount
      ) { .amount($0.plan.administration.step) },
    ],
    text: { $0.plan.administration.text },
    lines: { terms in
      terms.plan.administration.inWords.map { [Line(administration.label, $0)] } ?? []
    },
    change: { terms, text throws(LedgerError) in
      terms.plan.administration = try AdministrationRule(parsing: text)
    },
    restore: { terms, row throws(LedgerError) in
      terms.plan.administration = AdministrationRule(
        fixed: try row.number("administration"), step: try row.number("administrationStep"))
    })

  /// Where the third part becomes income; paper leaves it out where there is none.
  package static let administrationIncome: LoanTerm = LoanTerm(
    "administrationIncome", Phrase(id: "Pendapatan adm.", en: "Admin. income"),
    column: "administrationIncome", \.administrationIncome, as: TermValue.account.optional(),
    when: { $0.plan.administration != .nothing })

  /// Where due dates go that fall on holidays; the holidays are those of the book.
  package static let shift: LoanTerm = LoanTerm(
    "shift", Phrase(id: "Jatuh tempo pada hari libur", en: "Due on a holiday"),
    columns: [
      TermColumn(
        "shift", Phrase(id: "geser hari libur", en: "shift off holidays"),
        words: DueDateShift.Rule.names
      ) { .text($0.plan.shift.rule.rawValue) }
    ],
    text: { $0.plan.shift.rule.rawValue },
    lines: { [Line(shift.label, $0.plan.shift.rule.name)] },
    change: { terms, text throws(LedgerError) in
      terms.plan.shift = DueDateShift(
        try DueDateShift.Rule(parsing: text), holidays: terms.plan.shift.holidays)
    },
    restore: { terms, row throws(LedgerError) in
      terms.plan.shift = DueDateShift(
        try row.read("shift", as: .word), holidays: terms.plan.shift.holidays)
    })
}

extension TermRow.Value {
  /// An amount that may be missing.
  static func amount(_ amount: Rupiah?) -> TermRow.Value {
    amount.map { .number($0.sen) } ?? .null
  }
}
