import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The accounts that may pay a loan, and those that a product of loans may name.
@Suite struct LoanAccountRefusalTests {
  private let book: LoanBook
  private var ledger: Ledger { book.ledger }

  init() throws { book = try LoanBook() }

  /// What a payment, a settlement and a list of payments say to an account that is to pay.
  private func refusals(
    _ payer: String, _ number: LoanNumber, on date: String = "2026-02-15"
  ) -> [LedgerError.Code?] {
    [
      refusal { try ledger.repay(100_000, loan: number, on: day(date), from: AccountCode(payer)) },
      refusal { try ledger.settleLoan(loan: number, on: day(date), from: AccountCode(payer)) },
      refusal {
        try ledger.importRepayments(
          csv: "loan,amount\n\(number),100000\n", file: "gaji.csv", on: day(date),
          from: AccountCode(payer))
      },
    ]
  }

  @Test func savingsPayAsTheyAreWithdrawn() throws {
    let number = try book.lend("flat", 1_200_000)
    for member in ["0001", "0002"] {
      for product in ["pokok", "wajib", "sukarela"] {
        _ = try ledger.deposit(
          2_000_000, member: MemberNumber(member), product: ProductCode(product),
          on: day("2026-01-20"))
      }
    }
    for prefix in ["POK", "WAJ"] {
      #expect(
        refusals("\(prefix)-0001", number)
          == [.notWithdrawable, .notWithdrawable, .loanPayerUnfit])
    }
    #expect(
      refusals("SUK-0002", number) == [.loanPayerUnfit, .loanPayerUnfit, .loanPayerUnfit])
    let other = try book.lend("flat", 1_200_000, to: "0002")
    #expect(refusals("SUK-0001", other).last == .loanPayerUnfit)
    #expect(refusals("SUK-0001", number).prefix(2) == [nil, nil])
  }

  @Test func windowsAndMinimumBalancesHold() throws {
    let number = try book.lend("flat", 1_200_000)
    _ = try ledger.deposit(2_000_000, member: "0001", on: day("2026-01-20"))
    var terms = try #require(try ledger.savingsTerms(of: "sukarela").last)
    terms.minimumBalance = 1_950_000
    try ledger.setSavingsTerms(of: "sukarela", terms)
    #expect(refusals("SUK-0001", number).prefix(2) == [.overdraft, .overdraft])
    terms.minimumBalance = .zero
    terms.withdrawalWindows = [try period("2026-03-01", "2026-03-31")]
    try ledger.setSavingsTerms(of: "sukarela", terms)
    #expect(refusals("SUK-0001", number).prefix(2) == [.notWithdrawable, .notWithdrawable])
    #expect(refusals("SUK-0001", number, on: "2026-03-15").first == .some(nil))
  }

  /// Money and claims explain themselves; what else pays a loan needs a word of what it is.
  @Test(arguments: ["4-1000", "3-1300", "2-1600", "5-2000"])
  func otherAccountsPayWithAMemo(_ payer: String) throws {
    let number = try book.lend("flat", 1_200_000)
    #expect(refusals(payer, number) == [.memoMissing, .memoMissing, .memoMissing])
    _ = try ledger.repay(
      loan: number, on: day("2026-02-15"), from: AccountCode(payer),
      note: EntryNote(memo: "klaim asuransi"))
  }

  @Test func whatIsSetAsideForLossesPaysNothing() throws {
    let number = try book.lend("flat", 1_200_000)
    #expect(refusals("1-1290", number) == [.loanPayerUnfit, .loanPayerUnfit, .loanPayerUnfit])
  }

  /// Set off on leaving, pokok and wajib pay although nobody may withdraw them.
  @Test func savingsAreSetOffOnLeaving() throws {
    for product in ["pokok", "wajib"] {
      _ = try ledger.deposit(
        1_000_000, member: "0001", product: ProductCode(product), on: day("2026-01-10"))
    }
    let number = try book.lend("flat", 1_200_000)
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"), setsOffLoans: true)
    #expect(try ledger.loan(number).loan.status == .settled)
  }

  @Test func aFeeGoesToAnAccountOfTheBook() throws {
    let number = try book.lend()
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-20"))
    for code in [number.text, "\(number).J", "SUK-0001"] {
      #expect(
        refusal {
          try book.change("flat") {
            $0.fees = [
              LoanFee(code: "adm", charge: .fixed(1), target: .account(try AccountCode(code)))
            ]
          }
        } == .productInvalid, "\(code)")
    }
  }

  @Test func everyRoleTakesAFittingAccount() throws {
    let number = try book.lend()
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-20"))
    let standard = try #require(try ledger.loanProducts().first).accounts
    let terms = try ledger.loanTerms(of: "flat")[0]
    typealias Role = WritableKeyPath<LoanProduct.Accounts, AccountCode>
    let cases: [(Role, [String])] = [
      (\.interestControl, ["1-1200", "1-1000", "2-1000"]),
      (\.lateFeeControl, ["1-1200", "1-1310"]),
      (\.allowance, ["1-1000", "1-1200", number.text, "2-1700"]),
      (\.unearnedInterest, ["2-1400", "SUK-0001", "4-1000"]),
      (\.interestIncome, [number.text, "5-2900"]),
      (\.lateFeeIncome, ["2-1700"]),
      (\.allowanceExpense, ["4-1000"]),
      (\.recoveryIncome, [number.text, "1-1000"]),
    ]
    for (role, codes) in cases {
      for code in codes {
        var accounts = standard
        accounts[keyPath: role] = try AccountCode(code)
        let product = LoanProduct(code: "x", name: Phrase(id: "x", en: "x"), accounts: accounts)
        #expect(
          refusal { try ledger.addLoanProduct(product, terms: terms) } == .productInvalid,
          "\(code)")
      }
    }
  }
}
