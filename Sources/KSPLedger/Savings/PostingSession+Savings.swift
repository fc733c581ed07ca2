import GRDB
import KSPCore

extension PostingSession {
  /// The way all counter events go: find the account, apply the rule, guard, post, receipt.
  func post(_ event: SavingsEvent) throws -> Receipt {
    try act(event.note) { try postAct(event) }
  }

  private func postAct(_ event: SavingsEvent) throws -> Receipt {
    try requirePositive(event.amount)
    let product = try catalog.product(event.product)
    let holder = try holder(event.member, in: product)
    // An opening balance may be older than the membership in this book.
    let memberOn = event.kind == .opening ? max(event.date, holder.joinedOn) : event.date
    // Without an account there is nothing to replay, and none is opened for strangers.
    if holder.accounts.isEmpty { try requireMembership(holder, on: memberOn) }
    let account = try account(of: event, holder) ?? openAccount(holder, in: product)
    let entry = try JournalEntry(
      event.entryKind, on: event.date, postings: postings(event, account.id, product),
      note: event.note)
    let outcome = try post(entry) {
      try requireMembership(holder, on: memberOn)
      if let closed = account.closedOn {
        throw LedgerError.accountClosed(account.code, on: closed)
      }
      try requireAllowed(event, on: account, product)
    }
    let change = try postedChange(entry, on: account.id)
    return Receipt(
      entry: outcome.number, kind: event.entryKind, bookDate: event.date, account: account.code,
      memberName: holder.name, amount: event.amount,
      balance: try outcome.isReplay
        ? balance(of: account.id, knownAt: outcome.number) : account.balance - change,
      note: outcome.note, isReplay: outcome.isReplay)
  }

  /// The account that an event means; nil while the member has none in the product.
  ///
  /// An event that names none means the one that is open. What was posted before a further one was
  /// opened stays what it was: it means the account that it was posted to.
  private func account(
    of event: SavingsEvent, _ holder: SavingsHolder
  ) throws -> SavingsAccountState? {
    if let code = event.account {
      guard let found = holder.accounts.first(where: { $0.code == code }) else {
        _ = try account(code)
        throw LedgerError.accountOfAnother(code, member: event.member, product: event.product)
      }
      return found
    }
    guard holder.accounts.count > 1, let reference = event.note.reference,
      let entry = try entryNumber(reference: reference, kind: event.entryKind)
    else { return try holder.only() }
    let touched = Set(try postings(of: entry).map(\.account))
    return try holder.accounts.first { touched.contains($0.id) } ?? holder.only()
  }

  /// The rule of each kind of event.
  private func postings(
    _ event: SavingsEvent, _ account: AccountID, _ product: Catalog.Product
  ) throws -> [Posting] {
    let amount = event.amount
    switch event.kind {
    case .deposit:
      return try PostingRules.deposit(amount, into: account, cash: catalog.account(.cash))
    case .withdrawal:
      return try PostingRules.withdrawal(amount, from: account, cash: catalog.account(.cash))
    case .fee:
      return try PostingRules.fee(amount, from: account, income: catalog.account(.feeIncome))
    case .interest:
      return try PostingRules.interest(
        amount, to: account, expense: product.interestExpenseAccount)
    case .opening:
      return try PostingRules.opening(
        amount.negated(), on: account, clearing: catalog.account(.openingClearing))
    }
  }

  /// What the product's terms and the account's balance say to each kind of event.
  private func requireAllowed(
    _ event: SavingsEvent, on account: SavingsAccountState, _ product: Catalog.Product
  ) throws {
    let terms = product.terms(in: event.date.month)
    switch event.kind {
    case .deposit:
      guard event.amount >= terms.minimumDeposit else {
        throw LedgerError.depositTooSmall(event.amount, minimum: terms.minimumDeposit)
      }
    case .withdrawal:
      try requireWithdrawable(product.product, terms, on: event.date)
      try requireFunds(
        event.amount, in: account, on: event.date, keeping: terms.minimumBalance,
        overdraft: terms.overdraftLimit)
    case .fee:
      try requireFunds(
        event.amount, in: account, on: event.date, keeping: .zero, overdraft: terms.overdraftLimit)
    case .interest, .opening:
      break
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

  private func postedChange(_ entry: JournalEntry, on account: AccountID) throws -> Rupiah {
    var change = Rupiah.zero
    for posting in entry.postings where posting.account == account { try change += posting.amount }
    return change
  }

  /// A member's balance as it stood when an entry had just been recorded.
  func balance(of account: AccountID, knownAt number: EntryNumber) throws -> Rupiah {
    let query = try statement(
      "SELECT ifnull(sum(amount), 0) FROM posting WHERE account = ? AND entry <= ?")
    query.bind(account.value, at: 1)
    query.bind(number.value, at: 2)
    defer { query.reset() }
    guard try query.step() else { return .zero }
    return try Rupiah(sen: query.int64(0)).negated()
  }
}
