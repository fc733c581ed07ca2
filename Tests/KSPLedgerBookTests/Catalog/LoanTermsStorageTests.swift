import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What the book keeps of the terms of a loan product.
@Suite struct LoanTermsStorageTests {
  /// Whatever terms say comes back from the book, and from one that was made of its chain.
  @Test func everyTermComesBack() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var random = SplitMix64(seed: 20_261_130)
    for _ in 0..<40 {
      let terms = try LoanTerms.random(&random)
      try ledger.setLoanTerms(of: "flat", terms)
      #expect(try ledger.loanTerms(of: "flat").last == terms)
    }
    #expect(try ledger.verify().isOK)
  }
}
