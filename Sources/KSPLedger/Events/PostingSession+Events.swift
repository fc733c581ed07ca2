import GRDB
import KSPCore

/// What an event at the counter is about.
struct CounterEvent {
  var amount: Rupiah
  var member: String
  var product: String
  var date: BookDate
  var note: EntryNote
}

extension PostingSession {
  func deposit(_ event: CounterEvent) throws -> Receipt {
    try counter(event, kind: .deposit) { account, _ in
      try PostingRules.deposit(event.amount, into: account, cash: catalog.account(.cash))
    } guards: { terms, _ in
      guard event.amount >= terms.minimumDeposit else {
        throw LedgerError.depositTooSmall(event.amount, minimum: terms.minimumDeposit)
      }
    }
  }

  func withdraw(_ event: CounterEvent) throws -> Receipt {
    let product = try catalog.product(event.product)
    return try counter(event, kind: .withdrawal) { account, _ in
      try PostingRules.withdrawal(event.amount, from: account, cash: catalog.account(.cash))
    } guards: { terms, account in
      try requireWithdrawable(product.product, terms, on: event.date)
      try requireFunds(
        event.amount, in: account, on: event.date, keeping: terms.minimumBalance,
        overdraft: terms.overdraftLimit)
    }
  }

  func chargeFee(_ event: CounterEvent) throws -> Receipt {
    try counter(event, kind: .fee) { account, _ in
      try PostingRules.fee(event.amount, from: account, income: catalog.account(.feeIncome))
    } guards: { terms, account in
      try requireFunds(
        event.amount, in: account, on: event.date, keeping: .zero, overdraft: terms.overdraftLimit)
    }
  }

  /// Interest brought in from outside a month end; it counts towards the member's tax of the month.
  func bringInterest(_ event: CounterEvent) throws -> Receipt {
    try counter(event, kind: .interest) { account, product in
      try PostingRules.interest(event.amount, to: account, expense: product.interestExpenseAccount)
    }
  }

  /// An opening balance of a member's account.
  func openSavings(_ event: CounterEvent) throws -> Receipt {
    try counter(event, kind: .opening) { account, _ in
      try PostingRules.opening(
        event.amount.negated(), on: account, clearing: catalog.account(.openingClearing))
    }
  }

  /// Refuses withdrawals that the product does not allow, or not on that day.
  func requireWithdrawable(
    _ product: SavingsProduct, _ terms: SavingsTerms, on date: BookDate
  ) throws {
    let windows = terms.withdrawalWindows
    let isOpen = windows.isEmpty || windows.contains { $0.first <= date && date <= $0.last }
    guard terms.isWithdrawable && isOpen else {
      throw LedgerError.notWithdrawable(
        product, windows: terms.isWithdrawable ? windows : [], on: date)
    }
  }

  /// The way all counter events go: find the account, apply the rule, guard, post, receipt.
  private func counter(
    _ event: CounterEvent, kind: EntryKind,
    rule: (AccountID, Catalog.Product) throws -> [Posting],
    guards: (SavingsTerms, SavingsAccountState) throws -> Void = { _, _ in }
  ) throws -> Receipt {
    try requirePositive(event.amount)
    let product = try catalog.product(event.product)
    let holder = try holder(event.member, in: product)
    // An opening balance may be older than the membership in this book.
    let memberOn = kind == .opening ? max(event.date, holder.joinedOn) : event.date
    // Without an account there is nothing to replay, and none is opened for strangers.
    if holder.account == nil { try requireMembership(holder, on: memberOn) }
    let account = try openAccount(holder, in: product)
    let entry = try JournalEntry(
      kind, on: event.date, postings: rule(account.id, product), note: event.note)
    let outcome = try post(entry) {
      try requireMembership(holder, on: memberOn)
      if let closed = account.closedOn {
        throw LedgerError.accountClosed(account.code, on: closed)
      }
      try guards(product.terms(in: event.date.month), account)
    }
    let change = try postedChange(entry, on: account.id)
    return Receipt(
      entry: outcome.number, kind: kind, bookDate: event.date, account: account.code,
      memberName: holder.name, amount: event.amount,
      balance: try outcome.isReplay
        ? balance(of: account.id, knownAt: outcome.number) : account.balance - change,
      note: event.note, isReplay: outcome.isReplay)
  }

  private func postedChange(_ entry: JournalEntry, on account: AccountID) throws -> Rupiah {
    var change = Rupiah.zero
    for posting in entry.postings where posting.account == account { try change += posting.amount }
    return change
  }

  /// A member's balance as it stood when an entry had just been recorded.
  func balance(of account: AccountID, knownAt number: EntryNumber) throws -> Rupiah {
    let query = try SQLStatement(
      db, "SELECT ifnull(sum(amount), 0) FROM posting WHERE account = ? AND entry <= ?")
    query.bind(account.value, at: 1)
    query.bind(number.value, at: 2)
    defer { query.reset() }
    guard try query.step() else { return .zero }
    return try Rupiah(sen: query.int64(0)).negated()
  }
}
