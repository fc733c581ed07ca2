public import KSPCore
import KSPLedger

/// A document of every kind, as the sample cooperative has it: for tests of what a program makes of
/// them, without a book of one's own.
///
/// ```swift
/// let documents = try SampleDocuments()
/// #expect(documents.statement.heading.memberName == "Siti Aminah")
/// ```
public struct SampleDocuments: Sendable {
  /// The slip of a deposit of 100,000 of member 0001.
  public let receipt: Receipt
  /// The slip of the next installment of member 0002.
  public let loanReceipt: LoanReceipt
  /// The statement of `SUK-0001` over January 2026.
  public let statement: AccountStatement
  /// All statements of member 0001 over January 2026.
  public let memberStatement: MemberStatement
  /// Where the loan of member 0002 stands.
  public let loan: LoanCard
  /// The report of January 2026.
  public let monthEnd: MonthEndReport
  /// The slips of the tax of January 2026.
  public let withholdingSlips: [WithholdingSlip]
  /// The trial balance of today.
  public let trialBalance: TrialBalance
  /// The register of members.
  public let members: [MemberSummary]

  /// Reads them from a cooperative; without one, from a new sample cooperative.
  ///
  /// - Throws: What making and reading it can throw.
  public init(_ sample: SampleCooperative? = nil) throws {
    let sample = try sample ?? SampleCooperative()
    let ledger = sample.ledger
    let today = try ledger.today()
    let month = try BookMonth(parsing: "2026-01")
    // As if they had been posted, while the sample stays what it is.
    var deposit = try ledger.deposit(100_000, member: "0001", on: today, dryRun: true)
    deposit.isRehearsal = false
    receipt = deposit
    var payment = try ledger.repay(loan: sample.loan, on: today, dryRun: true)
    payment.receipt.isRehearsal = false
    loanReceipt = payment
    statement = try ledger.statement(of: AccountCode("SUK-0001"), period: BookPeriod(month))
    memberStatement = try ledger.statement(ofMember: "0001", period: BookPeriod(month))
    loan = try ledger.loan(sample.loan)
    guard let report = try ledger.monthEnd(month) else {
      throw LedgerError.invariantBroken("\(month)")
    }
    monthEnd = report
    withholdingSlips = try ledger.withholdingSlips(month)
    trialBalance = try ledger.trialBalance()
    members = try ledger.members()
  }
}
