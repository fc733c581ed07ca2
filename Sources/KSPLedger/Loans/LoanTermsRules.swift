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
    for amount in [terms.minimumAmount, terms.maximumAmount ?? .zero] where amount.isNegative {
      throw LedgerError.amountNotPositive(amount)
    }
    if let largest = terms.maximumAmount, largest < terms.minimumAmount {
      throw invalid(
        "jumlah terbesar di bawah yang terkecil", "its largest amount is below its smallest")
    }
    guard Set(terms.allocation).count == terms.allocation.count, !terms.allocation.isEmpty else {
      throw invalid(
        "urutan alokasinya dobel atau kosong", "its order of allocation is double or empty")
    }
    guard CollectibilityProfile.named(terms.collectibility) != nil else {
      throw unknown(terms.collectibility, CollectibilityProfile.all.map(\.code))
    }
    guard ProvisionTable.named(terms.provision) != nil else {
      throw unknown(terms.provision, ProvisionTable.all.map(\.code))
    }
    if case .savings(let product) = terms.prepayment { _ = try catalog.product(product) }
    for fee in terms.fees { try check(fee) }
  }

  private func check(_ fee: LoanFee) throws {
    guard (try? AccountCode(fee.code)) != nil else {
      throw invalid(
        "kode potongan “\(fee.code)” tidak bisa", "fee code “\(fee.code)” cannot be used")
    }
    switch fee.target {
    case .savings(let product): _ = try catalog.product(product)
    case .account(let code):
      let isPostable = try Bool.fetchOne(
        db, sql: "SELECT isPostable FROM account WHERE code = ?", arguments: [code.text])
      guard let isPostable else { throw LedgerError.accountUnknown(code.text) }
      guard isPostable else { throw LedgerError.accountNotPostable(code) }
    }
  }

  private func invalid(_ indonesian: String, _ english: String) -> LedgerError {
    .productInvalid(Phrase(indonesian, english))
  }

  private func unknown(_ code: String, _ known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return invalid(
      "“\(code)” tidak dikenal; pilih \(list)", "“\(code)” is not known; use one of \(list)")
  }
}
