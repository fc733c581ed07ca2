import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Cash that is not there cannot be paid: at the end of no day, from the day of the payment on.
@Suite struct CashTests {
  private let folder: TestFolder
  private let ledger: Ledger
  private let cash: AccountCode
  private let bank: AccountCode

  init() throws {
    folder = try TestFolder()
    ledger = try createBook(folder, chart: .standard(), clock: clock(on: "2026-03-31"))
    cash = AccountCode("1-1000")
    bank = AccountCode("1-1100")
    try ledger.join("0001")
  }

  private func move(
    _ amount: Rupiah, from source: String, to target: String, on date: String
  ) throws -> Receipt {
    try ledger.post(
      ManualEntry(
        on: day(date),
        legs: [
          .init(account: AccountCode(target), amount: amount),
          .init(account: AccountCode(source), amount: amount.negated()),
        ]))
  }

  @Test("K3.5: a disbursement beyond what the till holds is refused, with the day and the balance")
  func disbursementBeyondTheTill() throws {
    _ = try move(128_000_000, from: "3-1300", to: "1-1000", on: "2026-01-05")
    func disburse(_ amount: Rupiah) throws {
      _ = try ledger.disburse(
        LoanApplication(
          member: "0001", product: "flat", amount: amount, date: day("2026-02-10")))
    }
    let error = refused { try disburse(900_000_000) }
    #expect(error?.code == .cashBelowZero)
    #expect(
      error?.message.english.contains("-Rp772.000.000") == true, "\(String(describing: error))")
    #expect(error?.message.english.contains("2026-02-10") == true)
    #expect(try ledger.status().cash == 128_000_000)
    #expect(refused { try disburse(128_000_000) } == nil)
    #expect(try ledger.status().cash == .zero)
  }

  @Test func theEndOfADayCounts() throws {
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    // Money of the same day that is entered later would have made it possible: enter that first.
    #expect(
      refused { _ = try move(1_500, from: "1-1000", to: "1-1100", on: "2026-01-05") }?.code
        == .cashBelowZero)
    _ = try ledger.deposit(500, member: "0001", on: day("2026-01-05"))
    _ = try move(1_500, from: "1-1000", to: "1-1100", on: "2026-01-05")
  }

  @Test func aPaymentDatedBackCannotTakeWhatWasSpentLater() throws {
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    _ = try move(700, from: "1-1000", to: "1-1100", on: "2026-01-20")
    _ = try ledger.deposit(900, member: "0001", on: day("2026-01-25"))
    let error = refused { _ = try move(500, from: "1-1000", to: "1-1100", on: "2026-01-10") }
    #expect(error?.code == .cashBelowZero)
    // 1,000 − 500 − 700 on the 20th; the 25th would hold enough again.
    #expect(error?.message.english.contains("-Rp200") == true)
    #expect(
      error?.message.english.contains("2026-01-24") == true
        || error?.message.english.contains("2026-01-20") == true)
    _ = try move(300, from: "1-1000", to: "1-1100", on: "2026-01-10")
  }

  @Test func aReversalIsNeverImpossibleForLackOfCash() throws {
    let deposit = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    _ = try move(1_000, from: "1-1000", to: "1-1100", on: "2026-01-06")
    _ = try ledger.reverse(deposit.entry)
    #expect(try ledger.status().cash == -1_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func anImportIsJudgedOnceAfterAllItsRows() throws {
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-02"))
    let rows = """
      date,member,product,type,amount,reference
      2026-01-05,0001,sukarela,withdrawal,1000,R-1
      2026-01-05,0001,sukarela,deposit,4000,R-2
      2026-01-05,0001,sukarela,withdrawal,3000,R-3
      """
    #expect(try ledger.importTransactions(csv: rows, file: "r.csv").stored == 3)
    #expect(try ledger.status().cash == 1_000)
  }

  @Test func aBankWarnsUnlessItHasAgreedToALimit() throws {
    let free = try move(700, from: "1-1100", to: "1-1000", on: "2026-01-05")
    #expect(free.warnings.map(\.code) == [.bankBelowZero])
    #expect(free.warnings.first?.message.english.contains("-Rp700") == true)
    try ledger.setAccount(bank, agreedLimit: 1_000)
    #expect(try move(300, from: "1-1100", to: "1-1000", on: "2026-01-05").warnings.isEmpty)
    let error = refused { _ = try move(1, from: "1-1100", to: "1-1000", on: "2026-01-05") }
    #expect(error?.code == .cashBelowZero)
    #expect(error?.message.english.contains("limit of Rp1.000") == true)
  }

  @Test func anAccountThatMayBeNegativeIsLeftAlone() throws {
    try ledger.setAccount(cash, mayBeNegative: true)
    #expect(try move(700, from: "1-1000", to: "5-2000", on: "2026-01-05").warnings.isEmpty)
    try ledger.setAccount(cash, mayBeNegative: false)
    #expect(try ledger.chart().first { $0.code == cash }?.marks.mayBeNegative == false)
    #expect(
      refused { _ = try move(1, from: "1-1000", to: "5-2000", on: "2026-01-06") }?.code
        == .cashBelowZero)
    #expect(try ledger.verify().isOK)
  }

  @Test func whileOpeningBalancesComeInCashMayWait() throws {
    _ = try ledger.importOpeningBalances(
      csv: "member,product,amount\n0001,sukarela,5000\n", file: "o.csv", on: day("2025-12-31"))
    _ = try ledger.withdraw(2_000, member: "0001", on: day("2026-01-05"))
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,5000,\n", file: "c.csv", on: day("2025-12-31"))
    #expect(
      refused { _ = try ledger.withdraw(3_001, member: "0001", on: day("2026-01-05")) }?.code
        == .overdraft)
    _ = try ledger.withdraw(3_000, member: "0001", on: day("2026-01-05"))
    #expect(
      refused { _ = try move(1, from: "1-1000", to: "5-2000", on: "2026-01-06") }?.code
        == .cashBelowZero)
  }
}
