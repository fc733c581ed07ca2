import GRDB
import KSPCore

/// What new terms of a loan product must satisfy.
struct LoanTermsRules {
  let db: Database
  let catalog: Catalog

  func check(_ terms: LoanTerms) throws {
    if let closed = catalog.lastClosedMonth, terms.effectiveFrom <= closed {
      throw LedgerError.periodClosed(
        terms.effectiveFrom.firstDay, open: try catalog.openMonth())
    }
    try terms.plan.check()
    try terms.plan.interestRounding.requireOffered()
    try terms.plan.installmentRounding.requireOffered()
    for amount in [terms.minimumAmount, terms.maximumAmount ?? .zero] where amount.isNegative {
      throw LedgerError.amountNotPositive(amount)
    }
    if let largest = terms.maximumAmount, largest < terms.minimumAmount {
      throw invalid(
        "jumlah terbesar di bawah yang terkecil", "its largest amount is below its smallest")
    }
    // An order may do without the administration, which then comes after interest.
    guard terms.order.count == LoanComponent.allCases.count,
      Set(terms.order) == Set(LoanComponent.allCases)
    else { throw LedgerError.loanAllocationIncomplete(terms.allocation) }
    try checkLateFee(terms.lateFee)
    guard terms.maximumCount ?? 1 > 0 else {
      throw invalid("angsuran terbanyak di bawah satu", "its longest term is below one")
    }
    if case .installments(let count) = terms.settlement.interest, count < 0 {
      throw invalid(
        "jumlah angsuran pelunasan di bawah nol", "its installments at settlement are below zero")
    }
    guard CollectibilityProfile.named(terms.collectibility) != nil else {
      throw unknown(terms.collectibility, CollectibilityProfile.all.map(\.code))
    }
    guard ProvisionTable.named(terms.provision) != nil else {
      throw unknown(terms.provision, ProvisionTable.all.map(\.code))
    }
    if case .savings(let product) = terms.prepayment { _ = try catalog.product(product) }
    for fee in terms.fees { try check(fee) }
    if let income = terms.administrationIncome { try check(administrationIncome: income) }
  }

  private func checkLateFee(_ rule: LateFeeRule?) throws {
    guard let rule else { return }
    if case .fixed(let amount) = rule.charge, amount.isNegative {
      throw invalid("denda di bawah nol", "its late fee is below zero")
    }
    guard (0...1_000).contains(rule.graceDays) else {
      throw invalid(
        "hari bebas denda harus 0 sampai 1000, bukan \(rule.graceDays)",
        "the days free of a late fee must be 0 to 1000, not \(rule.graceDays)")
    }
    // A cap is a share of each installment, which a charge on all that is owed does not go by.
    guard rule.base != .outstanding || rule.cap == nil else {
      throw LedgerError.productInvalid(
        Phrase(
          id: "denda dari sisa pokok tidak mengenal batas dari angsuran",
          en: "a late fee on the principal owed knows no limit by the installment"),
        advice: Phrase(
          id: "Hitung dendanya dari arrears atau installment, atau hapus batasnya.",
          en: "Count the fee on arrears or installment, or drop its limit."),
        remedies: [.again(.dropLateFeeCap)])
    }
  }

  private func check(_ fee: LoanFee) throws {
    guard (try? AccountCode(fee.code)) != nil else {
      throw invalid(
        "kode potongan “\(fee.code)” tidak bisa", "fee code “\(fee.code)” cannot be used")
    }
    let isCharge =
      switch fee.charge {
      case .fixed(let amount): !amount.isNegative
      case .share(_, let minimum, let maximum):
        !(minimum ?? .zero).isNegative
          && (maximum ?? .zero) >= (maximum == nil ? .zero : minimum ?? .zero)
      }
    guard isCharge else {
      throw invalid(
        "besar potongan \(fee.code) tidak bisa", "the size of fee \(fee.code) cannot be")
    }
    switch fee.target {
    case .savings(let product):
      _ = try catalog.product(product)
      guard !fee.isSpread else { throw spread(fee) }
    case .account(let code):
      let row = try Row.fetchOne(
        db, sql: "SELECT isPostable, type FROM account WHERE code = ?", arguments: [code.text])
      guard let row else { throw LedgerError.accountUnknown(code.text) }
      guard try row.value(0) else { throw LedgerError.accountNotPostable(code) }
      guard try !fee.isSpread || row.value(1) == AccountType.income.rawValue else {
        throw spread(fee)
      }
      guard try !LoanProductTable.isOfMember(db, code) else {
        throw invalid(
          "potongan \(fee.code) masuk akun \(code) milik satu anggota; pilih akun buku besar",
          "fee \(fee.code) goes to account \(code) of one member; use an account of the book")
      }
    }
  }

  private func spread(_ fee: LoanFee) -> LedgerError {
    invalid(
      "potongan \(fee.code) selama jangka waktu harus ke akun pendapatan",
      "fee \(fee.code) over the life of a loan must go to an account of income")
  }

  /// Administration becomes income of the book.
  private func check(administrationIncome code: AccountCode) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT type, isPostable FROM account WHERE code = ?", arguments: [code.text])
    guard let row else { throw LedgerError.accountUnknown(code.text) }
    guard try row.value(1) else { throw LedgerError.accountNotPostable(code) }
    guard try row.value(0) as String == AccountType.income.rawValue else {
      throw invalid(
        "administrasi masuk akun pendapatan, bukan \(code)",
        "administration goes to an income account, not \(code)")
    }
  }

  private func invalid(_ indonesian: String, _ english: String) -> LedgerError {
    .productInvalid(Phrase(id: indonesian, en: english))
  }

  private func unknown(_ code: String, _ known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return invalid(
      "“\(code)” tidak dikenal; pilih \(list)", "“\(code)” is not known; use one of \(list)")
  }
}
