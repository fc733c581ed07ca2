import GRDB
import KSPCore

/// Reads a loan's own accounts and what payments credited to them, in one question for both.
///
/// What kind of voucher paid, and whether it was taken back, is asked of each voucher and not of
/// each of its legs.
struct LoanAccountReader {
  private let query: SQLStatement
  private let vouchers: LoanVouchers

  init(_ statements: LoanStatements) {
    query = statements.accounts
    vouchers = LoanVouchers(statements)
  }

  /// The accounts that a loan's events touch, and what payments credited to the loan's own.
  ///
  /// - Parameters:
  ///   - loan: The loan's row.
  ///   - product: Where its income goes.
  ///   - administrationIncome: Where its administration becomes income; nil for a loan without one.
  ///   - entry: The entry that its plan stands on; nil without a plan, on which nothing is paid.
  ///   - date: The last day that counts.
  ///   - known: The last voucher that counts.
  /// - Returns: The accounts, nil before they were opened; and the credits of every payment after
  ///   the entry, under whatever plan.
  /// - Throws: What reading the file can throw.
  func read(
    _ loan: Int64, of product: LoanProductRecord, _ administrationIncome: AccountID?,
    after entry: Int64?, through date: BookDate, known: LoanKnowledge
  ) throws -> (accounts: PostingRules.LoanAccounts?, credits: [LoanFacts.Credit]) {
    query.bind(loan, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(entry ?? .max, at: 3)
    query.bind(known.entry, at: 4)
    defer { query.reset() }
    var own = OwnAccounts()
    var credits: [LoanFacts.Credit] = []
    if entry != nil { credits.reserveCapacity(16) }
    while try query.step() {
      let account = AccountID(query.int64(0))
      if account != own.last { own.take(account, for: query.word(1, in: .loanComponents)) }
      guard let component = own.component, let entry = query.optionalInt64(3),
        component != .administration || administrationIncome != nil,
        let voucher = try vouchers.voucher(entry), voucher.kind.is(.settlesLoan),
        voucher.isInForce(on: date, known: known.entry)
      else { continue }
      credits.append(
        LoanFacts.Credit(
          entry: EntryNumber(entry), date: try BookDate(stored: query.int64(2)),
          component: component, amount: Rupiah(sen: query.int64(4)), kind: voucher.kind))
    }
    guard let principal = own.principal, let interest = own.interest, let lateFee = own.lateFee
    else { return (nil, []) }
    return (
      PostingRules.LoanAccounts(
        principal: principal, interest: interest, lateFee: lateFee,
        interestIncome: product.accounts.interestIncome,
        lateFeeIncome: product.accounts.lateFeeIncome,
        administration: own.administration.flatMap { account in
          administrationIncome.map { .init(account: account, income: $0) }
        }), credits
    )
  }

  /// The accounts of a loan as far as its rows have told them; they come account by account.
  private struct OwnAccounts {
    var (principal, interest, lateFee): (AccountID?, AccountID?, AccountID?)
    var administration: AccountID?
    /// The account of which the rows come now, and what is owed in it.
    var last: AccountID?
    var component: LoanComponent?

    mutating func take(_ account: AccountID, for component: LoanComponent?) {
      last = account
      self.component = component
      switch component {
      case .principal: principal = account
      case .interest: interest = account
      case .lateFee: lateFee = account
      case .administration: administration = account
      case nil: break
      }
    }
  }
}
