import KSPCore

/// Deposits of many members that somebody else hands over in one sum: one voucher for all of them.
struct SavingsList {
  /// One of them, looked at and not yet posted.
  struct Deposit {
    let member: MemberNumber
    let name: String
    let product: ProductCode
    let account: AccountID
    let amount: Rupiah
  }

  let session: PostingSession
  let date: BookDate

  /// Looks at a deposit as the counter would; the account is opened if there is none yet.
  func deposit(_ amount: Rupiah, of member: MemberNumber, product code: ProductCode) throws
    -> Deposit
  {
    let deposit = try credit(amount, of: member, product: code)
    let least = try session.catalog.product(code).terms(in: date.month).minimumDeposit
    guard amount >= least else { throw LedgerError.depositTooSmall(amount, minimum: least) }
    return deposit
  }

  /// Looks at a credit that is no deposit of the member's own, so that no amount is too small; the
  /// account is opened if there is none yet.
  func credit(_ amount: Rupiah, of member: MemberNumber, product code: ProductCode) throws
    -> Deposit
  {
    try session.requirePositive(amount)
    let desk = SavingsDesk(session: session)
    let product = try session.catalog.product(code)
    let holder = try desk.holder(member, in: product)
    try desk.requireMembership(holder, on: date)
    let account = try holder.only() ?? desk.openAccount(holder, in: product)
    if let closed = account.closedOn { throw LedgerError.accountClosed(account.code, on: closed) }
    return Deposit(
      member: member, name: holder.name, product: product.product.code, account: account.id,
      amount: amount)
  }

  /// Posts deposits from the account that holds the sum.
  func post(
    _ deposits: [Deposit], from payer: AccountID, note: EntryNote
  ) throws -> PostingSession.Outcome {
    var total = Rupiah.zero
    var legs: [Posting] = []
    for deposit in deposits {
      try total += deposit.amount
      legs.append(try .credit(deposit.account, deposit.amount))
    }
    let postings = [.debit(payer, total)] + legs
    let entry = try JournalEntry(.deposit, on: date, postings: postings, note: note)
    return try session.post(entry) {
      let account = try session.account(payer)
      guard account.savings == nil, account.type == .asset else {
        throw LedgerError.loanPayerUnfit(account.code, borrower: nil)
      }
      try session.requireAcceptable(postings, on: date)
    }
  }
}
