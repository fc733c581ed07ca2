import KSPCore

/// The desk of savings: what members bring, take and move.
struct SavingsDesk {
  let session: PostingSession

  /// The way all counter events go: find the account, apply the rule, guard, post, receipt.
  func post(_ event: SavingsEvent) throws -> Receipt {
    try session.act(event.note) { try postAct(event) }
  }

  private func postAct(_ event: SavingsEvent) throws -> Receipt {
    try session.requirePositive(event.amount)
    let product = try session.catalog.product(event.product)
    let holder = try holder(event.member, in: product)
    // An opening balance may be older than the membership in this book.
    let memberOn = event.kind == .opening ? max(event.date, holder.joinedOn) : event.date
    // Without an account there is nothing to replay, and none is opened for strangers.
    if holder.accounts.isEmpty { try requireMembership(holder, on: memberOn) }
    let account = try account(of: event, holder) ?? openAccount(holder, in: product)
    let entry = try JournalEntry(
      event.entryKind, on: event.date, postings: postings(event, account.id, product),
      note: event.note)
    let outcome = try session.post(entry) {
      try requireMembership(holder, on: memberOn)
      if let closed = account.closedOn {
        throw LedgerError.accountClosed(account.code, on: closed)
      }
      try requireAllowed(event, on: account, product)
    }
    if event.kind == .interest {
      try outcome.isReplay
        ? requireSameMonths(of: event, outcome.number)
        : recordMonths(of: event, outcome.number, on: account, holder)
    }
    let balance =
      try outcome.isReplay
      ? session.balance(of: account.id, on: event.date, knownAt: outcome.number)
      : balance(of: account, after: entry)
    return Receipt(
      entry: outcome.number, kind: event.entryKind, bookDate: event.date, account: account.code,
      memberName: holder.name, amount: event.amount,
      balance: balance.onDay, laterBalance: balance.overall,
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
        _ = try session.account(code)
        throw LedgerError.accountOfAnother(code, member: event.member, product: event.product)
      }
      return found
    }
    guard holder.accounts.count > 1, let reference = event.note.reference,
      let entry = try session.entryNumber(reference: reference, kind: event.entryKind)
    else { return try holder.only() }
    let touched = Set(try session.postings(of: entry).map(\.account))
    return try holder.accounts.first { touched.contains($0.id) } ?? holder.only()
  }

  /// The rule of each kind of event.
  private func postings(
    _ event: SavingsEvent, _ account: AccountID, _ product: Catalog.Product
  ) throws -> [Posting] {
    let amount = event.amount
    switch event.kind {
    case .deposit:
      return try PostingRules.deposit(amount, into: account, cash: session.catalog.account(.cash))
    case .withdrawal:
      return try PostingRules.withdrawal(
        amount, from: account, cash: session.catalog.account(.cash))
    case .fee:
      return try PostingRules.fee(
        amount, from: account, income: session.catalog.account(.feeIncome))
    case .interest:
      return try PostingRules.interest(
        amount, to: account, expense: product.interestExpenseAccount)
    case .opening:
      return try PostingRules.opening(
        amount.negated(), on: account, clearing: session.catalog.account(.openingClearing))
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
      try session.requireFunds(
        event.amount, in: account, on: event.date, under: terms, keepsMinimum: true)
    case .fee:
      try session.requireFunds(
        event.amount, in: account, on: event.date, under: terms, keepsMinimum: false)
    case .interest, .opening:
      break
    }
  }

  /// Refuses withdrawals that the product does not allow, or not on that day.
  func requireWithdrawable(
    _ product: SavingsProduct, _ terms: SavingsTerms, on date: BookDate
  ) throws {
    guard terms.isWithdrawable && terms.isWindowOpen(on: date) else {
      throw LedgerError.notWithdrawable(
        product, windows: terms.isWithdrawable ? terms.withdrawalWindows : [], on: date)
    }
  }

  /// What a slip shows after an entry that was posted now: `account` is as it was before.
  private func balance(
    of account: SavingsAccountState, after entry: JournalEntry
  ) throws -> (onDay: Rupiah, overall: Rupiah?) {
    var overall = account.balance
    for posting in entry.postings where posting.account == account.id {
      overall = try overall - posting.amount
    }
    guard let later = try session.movement(of: account.id, after: entry.bookDate) else {
      return (overall, nil)
    }
    return (try overall + later, overall)
  }

  func transfer(
    _ amount: Rupiah, from source: AccountCode, to target: AccountCode, on date: BookDate,
    note: EntryNote
  ) throws -> Receipt {
    try session.requirePositive(amount)
    guard source != target else { throw LedgerError.transferToSelf(source) }
    let from = try session.account(source)
    let to = try session.account(target)
    guard let payer = from.savings, to.savings != nil else {
      throw LedgerError.accountUnknown(from.savings == nil ? source.text : target.text)
    }
    let entry = try JournalEntry(
      .transfer, on: date,
      postings: PostingRules.transfer(amount, from: from.id, to: to.id), note: note)
    let outcome = try session.post(entry) {
      for account in [from, to] {
        if let closed = account.closedOn {
          throw LedgerError.accountClosed(account.code, on: closed)
        }
      }
      guard let product = session.catalog.products.first(where: { $0.id == payer.product }) else {
        return
      }
      let terms = product.terms(in: date.month)
      try requireWithdrawable(product.product, terms, on: date)
      try session.requireFunds(
        amount,
        in: SavingsAccountState(
          id: from.id, code: from.code, product: product.id,
          balance: try from.balance.negated(), closedOn: nil),
        on: date, under: terms, keepsMinimum: true)
    }
    let balance = try session.balance(of: from.id, on: date, knownAt: outcome.number)
    return Receipt(
      entry: outcome.number, kind: .transfer, bookDate: date, account: source,
      memberName: payer.memberName, amount: amount,
      balance: balance.onDay, laterBalance: balance.overall, note: outcome.note,
      isReplay: outcome.isReplay)
  }
}
