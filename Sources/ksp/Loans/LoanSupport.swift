import KSPCore
import KSPLedger
import KSPStatements

/// The rules that a new loan goes beyond, worked out before it is stored.
enum LoanChecks {
  /// Rate cap and lending limit.
  static func warnings(
    _ ledger: Ledger, member: String, adding amount: Rupiah, rate: Rate
  ) throws -> [TermsWarning] {
    var owed = amount
    for row in try ledger.loanRegister(of: member).owed { try owed += row.outstanding }
    return try LoanTerms.warnings(of: rate)
      + LendingLimit.warnings(owed: owed, ownCapital: ledger.ownCapital())
  }

  /// The terms of a product that hold on a day.
  static func terms(_ ledger: Ledger, of product: String, on date: BookDate) throws -> LoanTerms? {
    let all = try ledger.loanTerms(of: product)
    return all.last { $0.effectiveFrom <= date.month } ?? all.first
  }
}

extension LoanStatus {
  /// A loan that is not paid out yet, with the plan that it would have.
  init(
    planned loan: Loan, on date: BookDate, collaterals: [Collateral] = [],
    guarantors: [String] = []
  ) throws {
    let plan = try InstallmentPlan(
      loan.terms.plan, principal: loan.principal, disbursedOn: date)
    self.init(
      loan: loan, asOf: date, installments: plan.installments, payments: [],
      position: try LoanPosition(installments: [], payments: [], rule: nil, asOf: date),
      loanClass: .lancar, collaterals: collaterals, guarantors: guarantors, steps: [])
  }
}

extension Plan {
  /// What is read back before money is paid on a loan.
  init(_ receipt: LoanReceipt) {
    self.init(receipt.receipt.isReplay ? .nothingToDo : .mild)
    let language = Speech.language
    let words = Wording(language)
    field("Anggota", "Member", receipt.receipt.memberName)
    field("Pinjaman", "Loan", receipt.loan)
    field("Jumlah", "Amount", receipt.receipt.amount.formatted)
    field("Terbilang", "In words", receipt.receipt.amountInWords[language])
    field("Tanggal", "Date", receipt.receipt.bookDate.inWords[language])
    for part in receipt.parts {
      field("Melunasi", "Settles", "\(words.part(part))   \(part.amount.formatted)")
    }
    if !receipt.penalty.isZero { field("Penalti", "Penalty", receipt.penalty.formatted) }
    if !receipt.intoSavings.isZero {
      field("Masuk simpanan", "Into savings", receipt.intoSavings.formatted)
    }
    field("Sisa pokok", "Principal owed", receipt.outstanding.formatted)
  }

  /// Adds the rules that a loan goes beyond; each asks for a typed yes.
  mutating func warn(_ warnings: [TermsWarning]) {
    for warning in warnings {
      let text = warningText(warning)
      line("PERIKSA: \(text)", "CHECK: \(text)")
      weight = .severe
    }
  }
}
