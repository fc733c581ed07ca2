/// How much is lent to whom, what is charged, how payments are used, and when interest is income.
extension LoanTerm {
  /// The smallest loan.
  package static let minimum: LoanTerm = LoanTerm(
    "minimum", Phrase(id: "Pinjaman terkecil", en: "Smallest loan"), column: "minimumAmount",
    \.minimumAmount, as: .amount)

  /// The largest loan.
  package static let maximum: LoanTerm = LoanTerm(
    "maximum", Phrase(id: "Pinjaman terbesar", en: "Largest loan"), column: "maximumAmount",
    \.maximumAmount, as: TermValue.amount.optional())

  /// The longest term in installments.
  package static let maxTerm: LoanTerm = LoanTerm(
    "maxTerm", Phrase(id: "Paling lama", en: "Longest term"), column: "maximumCount",
    \.maximumCount, as: TermValue.count.optional(),
    lines: { terms in
      terms.maximumCount.map { [Line(maxTerm.label, Phrase(id: "\($0)×", en: "\($0)×"))] } ?? []
    })

  /// Whether a loan has to be applied for and approved.
  package static let approval: LoanTerm = LoanTerm(
    "approval", Phrase(id: "Perlu persetujuan", en: "Needs approval"), column: "needsApproval",
    \.needsApproval, as: .flag)

  /// What is cut at disbursement; a table of its own keeps it.
  package static let fees: LoanTerm = LoanTerm(
    "fees", Phrase(id: "Potongan", en: "Deduction"),
    text: { $0.fees.map(\.description).joined(separator: " ") },
    lines: { $0.fees.map { Line(fees.label, $0.inWords) } },
    change: { terms, text throws(LedgerError) in
      guard !TermText.isNone(text) else {
        terms.fees = []
        return
      }
      var list: [LoanFee] = []
      for part in text.split(separator: " ") { list.append(try LoanFee(parsing: part)) }
      terms.fees = list
    })

  /// What is charged for paying late; the days that are free and the limit stay as they were unless
  /// the text names them.
  package static let lateFee: LoanTerm = LoanTerm(
    "lateFee", Phrase(id: "Denda", en: "Late fee"),
    columns: [
      TermColumn(
        "lateFeeBase", Phrase(id: "dasar denda", en: "base of the late fee"),
        words: LateFeeRule.Base.names
      ) { .word($0.lateFee?.base.rawValue) },
      TermColumn(
        "lateFeePeriod", Phrase(id: "masa denda", en: "period of the late fee"),
        words: LateFeeRule.Period.names
      ) { .word($0.lateFee?.period.rawValue) },
      TermColumn(
        "lateFeeShare", Phrase(id: "denda (persen)", en: "late fee (share)"), meaning: .share
      ) {
        if case .share(let share)? = $0.lateFee?.charge { .number(share.billionths) } else { nil }
      },
      TermColumn(
        "lateFeeAmount", Phrase(id: "denda (jumlah)", en: "late fee (amount)"), meaning: .amount
      ) {
        if case .fixed(let amount)? = $0.lateFee?.charge { .number(amount.sen) } else { nil }
      },
    ],
    text: { $0.lateFee?.chargeText },
    lines: { terms in terms.lateFee.map { [Line(lateFee.label, $0.inWords)] } ?? [] },
    change: { terms, text throws(LedgerError) in
      terms.lateFee =
        TermText.isNone(text) ? nil : try LateFeeRule(parsing: text, keeping: terms.lateFee)
    },
    restore: { terms, row throws(LedgerError) in
      terms.lateFee = nil
      guard try row.text("lateFeeBase") != nil else { return }
      let share = try row.number("lateFeeShare")
      terms.lateFee = LateFeeRule(
        base: try row.read("lateFeeBase", as: .word),
        charge: share == nil
          ? .fixed(try row.read("lateFeeAmount", as: .amount))
          : .share(try row.read("lateFeeShare", as: .share)),
        period: try row.read("lateFeePeriod", as: .word))
    })

  /// The days after the due date that are free, where anything is charged.
  package static let lateFeeGrace: LoanTerm = LoanTerm(
    "lateFeeGrace", Phrase(id: "Hari bebas denda", en: "Days without late fee"), form: .count,
    columns: [
      TermColumn("lateFeeGraceDays", Phrase(id: "hari bebas denda", en: "days without late fee")) {
        $0.lateFee.map { .number(Int64($0.graceDays)) } ?? .null
      }
    ],
    text: { $0.lateFee.map { String($0.graceDays) } },
    change: { terms, text throws(LedgerError) in
      terms.lateFee?.graceDays = try TermText.count(text)
    },
    restore: { terms, row throws(LedgerError) in
      guard terms.lateFee != nil else { return }
      terms.lateFee?.graceDays = try row.read("lateFeeGraceDays", as: .count)
    })

  /// The most that one installment is charged, where there is a limit.
  package static let lateFeeCap: LoanTerm = LoanTerm(
    "lateFeeCap", Phrase(id: "Batas denda", en: "Limit of the late fee"),
    columns: [
      TermColumn(
        "lateFeeCap", Phrase(id: "batas denda", en: "cap of the late fee"), meaning: .share
      ) { $0.lateFee?.cap.map { .number($0.billionths) } ?? .null }
    ],
    text: { $0.lateFee?.cap?.description },
    change: { terms, text throws(LedgerError) in
      terms.lateFee?.cap = TermText.isNone(text) ? nil : try Share(parsing: text)
    },
    restore: { terms, row throws(LedgerError) in
      terms.lateFee?.cap = try row.read("lateFeeCap", as: TermValue.share.optional())
    })

  /// The order in which a payment is used. One that does not name administration shows it only
  /// where installments have it.
  package static let allocation: LoanTerm = LoanTerm(
    "allocation", Phrase(id: "Urutan alokasi", en: "Order of allocation"),
    columns: [
      TermColumn(
        "allocation", Phrase(id: "urutan bayar", en: "order of allocation"),
        words: LoanComponent.names.mapValues(\.withinSentence)
      ) { .text($0.allocation.map(\.rawValue).joined(separator: ",")) }
    ],
    text: { terms in
      (terms.plan.administration == .nothing ? terms.allocation : terms.order)
        .map(\.rawValue).joined(separator: ",")
    },
    lines: { terms in
      let names = terms.shownOrder.map(\.name)
      return [
        Line(
          allocation.label,
          Phrase(
            id: names.map(\.indonesian).joined(separator: ", "),
            en: names.map(\.english).joined(separator: ", ")))
      ]
    },
    change: { terms, text throws(LedgerError) in terms.allocation = try components(text) },
    restore: { terms, row throws(LedgerError) in
      terms.allocation = try components(row.text("allocation") ?? "")
    })

  private static func components(_ text: String) throws(LedgerError) -> [LoanComponent] {
    var components: [LoanComponent] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      components.append(try LoanComponent(parsing: word))
    }
    return components
  }

  /// What becomes of money that is paid ahead.
  package static let prepayment: LoanTerm = LoanTerm(
    "prepayment", Phrase(id: "Bayar di muka", en: "Paid ahead"),
    columns: [
      TermColumn(
        "prepayment", Phrase(id: "bayar di muka", en: "prepayment"), words: Prepayment.names
      ) { .text($0.prepayment.word) },
      TermColumn("prepaymentProduct", Phrase(id: "sisa bayar masuk ke", en: "left over goes to")) {
        if case .savings(let product) = $0.prepayment { .text(product.text) } else { nil }
      },
    ],
    text: { $0.prepayment.description },
    lines: { [Line(prepayment.label, $0.prepayment.inWords)] },
    change: { terms, text throws(LedgerError) in
      terms.prepayment = try Prepayment(parsing: text)
    },
    restore: { terms, row throws(LedgerError) in
      terms.prepayment = try Prepayment(
        stored: row.text("prepayment") ?? "",
        product: row.text("prepaymentProduct").map(ProductCode.init))
    })

  /// Which interest is to be paid when a loan is settled early.
  package static let settlement: LoanTerm = LoanTerm(
    "settlement", Phrase(id: "Jasa saat pelunasan", en: "Interest to settle"),
    columns: [
      TermColumn(
        "settlementInterest", Phrase(id: "jasa pelunasan", en: "settlement interest"),
        words: SettlementRule.Interest.names
      ) { .text($0.settlement.interest.word) },
      TermColumn(
        "settlementCount", Phrase(id: "angsuran jasa pelunasan", en: "settlement installments")
      ) {
        if case .installments(let count) = $0.settlement.interest {
          .number(Int64(count))
        } else {
          nil
        }
      },
    ],
    text: { $0.settlement.interest.description },
    lines: { [Line(settlement.label, $0.settlement.interest.inWords)] },
    change: { terms, text throws(LedgerError) in
      terms.settlement.interest = try SettlementRule.Interest(parsing: text)
    },
    restore: { terms, row throws(LedgerError) in
      let count = try row.number("settlementCount")
      terms.settlement.interest = try SettlementRule.Interest(
        stored: row.text("settlementInterest") ?? "", count: count.map { Int($0) })
    })

  /// The penalty for settling early.
  package static let penalty: LoanTerm = LoanTerm(
    "penalty", Phrase(id: "Penalti", en: "Penalty"), column: "settlementPenalty",
    \.settlement.penalty, as: .share)

  /// Whether interest that was cut in advance comes back.
  package static let advanceReturned: LoanTerm = LoanTerm(
    "advanceReturned", Phrase(id: "Jasa di muka kembali", en: "Interest returned"),
    column: "settlementAdvance", \.settlement.returnsAdvance, as: .flag,
    lines: { terms in
      guard terms.settlement.returnsAdvance else { return [] }
      let periods = Phrase(id: "masa yang belum berjalan", en: "of periods not begun")
      return [Line(advanceReturned.label, periods)]
    })

  /// When interest becomes income, and from which class of loans on it no longer does; the second
  /// says nothing where interest is income when it is received.
  package static let income: [LoanTerm] = [recognition, recognitionStops]

  package static let recognition: LoanTerm = LoanTerm(
    "recognition", Phrase(id: "Pengakuan jasa", en: "Income recognised"), column: "recognition",
    \.recognition, as: .word)

  package static let recognitionStops: LoanTerm = LoanTerm(
    "recognitionStops", Phrase(id: "Pengakuan berhenti", en: "Recognition stops"),
    column: "recognitionStops", \.recognitionStops,
    as: TermValue.loanClass.optional(
      "never", isNone: { ["never", "tidak-pernah"].contains($0.lowercased()) },
      saying: Phrase(id: "tidak pernah", en: "never")),
    when: { !$0.earnsOnReceipt })

  /// The profile that classes the loans.
  package static let collectibility: LoanTerm = LoanTerm(
    "collectibility", Phrase(id: "Kolektibilitas", en: "Class"), column: "collectibility",
    \.collectibility, as: .code)

  /// The table by which losses are provided for.
  package static let provision: LoanTerm = LoanTerm(
    "provision", Phrase(id: "Penyisihan", en: "Allowance"), column: "provision", \.provision,
    as: .code)

  /// Every term, in the order in which documents have them.
  package static let all: [LoanTerm] =
    [from, method, rate, term, unit, every, dayCount, interestDue, grace] + roundings
    + [administration, administrationIncome, shift, minimum, maximum, maxTerm, approval, fees]
    + [lateFee, lateFeeGrace, lateFeeCap, allocation, prepayment, settlement, penalty]
    + [advanceReturned] + income + [collectibility, provision]

  /// The columns of the table of a product's terms, but for their key.
  package static let columns = all.flatMap(\.columns)
}

extension TermRow.Value {
  /// A word that may be missing.
  fileprivate static func word(_ word: String?) -> TermRow.Value {
    word.map { .text($0) } ?? .null
  }
}
