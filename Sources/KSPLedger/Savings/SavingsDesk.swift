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
    let product = try session.catalog.counterProduct(event.product)
    let holder = try holder(event.member, in: product)
    // An opening balance may be older than the membership in this book.
    let memberOn = event.kind == .opening ? max(event.date, holder.joinedOn) : event.date
    // Without an account there is nothing to replay, and none is opened for strangers.
    if holder.accounts.isEmpty { try requireMembership(holder, on: memberOn) }
    let account = try account(of: event, holder) ?? openAccount(holder, in: product)
    let (postings, counterpart) = try postings(event, account.id, product)
    let entry = try JournalEntry(
      event.entryKind, on: event.date, postings: postings, note: event.note)
    let dues = DuesDesk(session: session)
    var dueParts: [DuePayment.Part] = []
    let outcome = try session.post(entry) {
      try requireMembership(holder, on: memberOn)
      if let closed = account.closedOn {
        throw LedgerError.accountClosed(account.code, on: closed)
      }
      try requireAllowed(event, on: account, product)
      if event.kind == .withdrawal { try pointOutDormant(account, on: event.date) }
      dueParts = try dues.parts(of: event, holder.memberID)
    }
    if outcome.isReplay {
      try dues.requireSameMonths(of: event, outcome.number)
    } else {
      try dues.record(dueParts, of: outcome.number, on: account.id, account.code)
    }
    if event.kind == .interest {
      try outcome.isReplay
        ? requireSameMonths(of: event, outcome.number)
        : recordMonths(
          of: PostedInterest(
            gross: event.amount, months: event.months, day: event.date, entry: outcome.number,
            account: account.id, code: account.code, member: holder.memberID,
            number: holder.number))
    }
    let balance =
      try outcome.isReplay
      ? session.balance(of: account.id, on: event.date, upTo: outcome.number)
      : balance(of: account, after: entry)
    if !outcome.isReplay { try pointOutUnusual(event.amount, outcome.number, entry, account.id) }
    var receipt = Receipt(
      entry: outcome.number, kind: event.entryKind, bookDate: event.date, account: account.code,
      member: holder.number, memberName: holder.name, amount: event.amount,
      balance: balance.onDay, laterBalance: balance.overall,
      note: outcome.note, isReplay: outcome.isReplay)
    receipt.counterpart = counterpart
    return receipt
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

  /// The rule of each kind of event, with the other side where the event names it.
  private func postings(
    _ event: SavingsEvent, _ account: AccountID, _ product: Catalog.Product
  ) throws -> (legs: [Posting], counterpart: Receipt.Counterpart?) {
    let amount = event.amount
    func other(_ role: AccountRole) throws -> (id: AccountID, shown: Receipt.Counterpart?) {
      try OtherSide(session: session).account(
        event.counterpart, usually: role, event.note, on: event.date)
    }
    switch event.kind {
    case .deposit:
      let cash = try other(.cash)
      return (try PostingRules.deposit(amount, into: account, cash: cash.id), cash.shown)
    case .withdrawal:
      let cash = try other(.cash)
      return (try PostingRules.withdrawal(amount, from: account, cash: cash.id), cash.shown)
    case .fee:
      let income = try other(.feeIncome)
      return (try PostingRules.fee(amount, from: account, income: income.id), income.shown)
    case .interest:
      return (
        try PostingRules.interest(amount, to: account, expense: product.interestExpenseAccount), nil
      )
    case .opening:
      let clearing = try session.catalog.account(.openingClearing)
      return (
        try PostingRules.opening(amount.negated(), on: account, clearing: clearing), nil
      )
    }
  }

  /// What the product's terms and the account's balance say to each kind of event.
  private func requireAllowed(
    _ event: SavingsEvent, on account: SavingsAccountState, _ product: Catalog.Product
  ) throws {
    let terms = product.terms(in: event.date.month)
    let other = OtherSide(session: session)
    switch event.kind {
    case .deposit:
      try other.requireFit(event.counterpart, usually: .cash, note: event.note)
      guard event.amount >= terms.minimumDeposit else {
        throw LedgerError.depositTooSmall(event.amount, minimum: terms.minimumDeposit)
      }
      try PlannedGuard(session: session).requireMonths(
        event.amount, for: account.id, of: product, on: event.date)
    case .withdrawal:
      try other.requireFit(event.counterpart, usually: .cash, note: event.note)
      try requireWithdrawable(account.id, product, terms, on: event.date)
      try session.requireFunds(
        event.amount, in: account, on: event.date, under: terms, keepsMinimum: true)
    case .fee:
      try other.requireFit(event.counterpart, usually: .feeIncome, note: event.note)
      try session.requireFunds(
        event.amount, in: account, on: event.date, under: terms, keepsMinimum: false)
    case .interest, .opening:
      guard let counterpart = event.counterpart else { break }
      throw LedgerError.accountOwnAct(
        counterpart, use: event.entryKind.name, remedies: [.savings(.payInterest)])
    }
  }

  /// Refuses withdrawals that the product does not allow, or not on that day, and from savings that
  /// have not matured.
  func requireWithdrawable(
    _ account: AccountID, _ product: Catalog.Product, _ terms: SavingsTerms, on date: BookDate
  ) throws {
    guard terms.isWithdrawable && terms.isWindowOpen(on: date) else {
      throw LedgerError.notWithdrawable(
        product.product, windows: terms.isWithdrawable ? terms.withdrawalWindows : [], on: date)
    }
    try PlannedGuard(session: session).requireFree(account, of: product, on: date)
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
}
