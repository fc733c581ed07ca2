public import KSPCore

extension Ledger {
  /// Takes money from a member into savings (setoran).
  ///
  /// ```swift
  /// let receipt = try ledger.deposit(
  ///   500_000, member: "0001", on: today, reference: "K-17")
  /// ```
  ///
  /// - Parameters:
  ///   - amount: More than zero, at least the product's minimum deposit.
  ///   - member: The member number.
  ///   - product: The product's code; the account is opened at the first deposit.
  ///   - account: Which of the member's accounts in the product; nil where they have one open.
  ///   - source: Where the money comes from, such as a bank or a salary; nil for cash.
  ///   - date: The day on which it counts, in an open month.
  ///   - months: Of a product of the kind wajib: the months that it pays; none for the oldest open
  ///     ones.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt,
  ///     with other content it is refused.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt, with the balance afterwards.
  /// - Throws: `amount.notPositive`, `member.unknown`, `member.left`, `member.notYetJoined`,
  ///   `account.ambiguous` without an account where several are open, `account.ofAnother` for one
  ///   that is not the member's in the product, `account.unknown`, `product.unknown`,
  ///   `product.depositTooSmall`, `period.closed`, `period.beforeBook`, `reference.reused`,
  ///   `reference.reversed`; for a source `account.notPostable`, `account.closed`,
  ///   `account.ownAct`, and `entry.memoMissing` where it is neither cash nor a bank; for months
  ///   `dues.notWajib`, `dues.monthNotOpen`, `dues.tooMuch`, `dues.tooLittle`; and what opening the
  ///   file can throw.
  public func deposit(
    _ amount: Rupiah, member: MemberNumber, product: ProductCode = "sukarela",
    account: AccountCode? = nil, from source: AccountCode? = nil, on date: BookDate,
    for months: [BookMonth] = [], reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    var event = SavingsEvent(
      .deposit, amount, member: member, product: product, account: account, counterpart: source,
      on: date, note: note.keyed(by: reference))
    event.dueMonths = months
    return try post(dryRun: dryRun) { session in
      let receipt = try SavingsDesk(session: session).post(event)
      guard try session.catalog.product(product).product.kind == .wajib else { return receipt }
      return try DuesDesk(session: session).telling(receipt)
    }
  }

  /// Pays money out of a member's savings (penarikan); in cash, or where `target` says.
  ///
  /// - Throws: As ``deposit(_:member:product:account:from:on:for:reference:note:dryRun:)``, and
  ///   `product.notWithdrawable` outside what the product allows, `account.overdraft` when the
  ///   balance, that day or later, would fall below what must remain, `cash.belowZero` when the
  ///   cash was not there.
  public func withdraw(
    _ amount: Rupiah, member: MemberNumber, product: ProductCode = "sukarela",
    account: AccountCode? = nil, to target: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try SavingsDesk(session: session).post(
        SavingsEvent(
          .withdrawal, amount, member: member, product: product, account: account,
          counterpart: target,
          on: date, note: note.keyed(by: reference)))
    }
  }

  /// Charges a fee to a member's savings (biaya); it is income of the cooperative, on the account
  /// of fees or the one that is named.
  ///
  /// - Throws: As ``withdraw(_:member:product:account:to:on:reference:note:dryRun:)``; fees may be
  ///   taken from products that the member cannot withdraw from.
  public func chargeFee(
    _ amount: Rupiah, member: MemberNumber, product: ProductCode = "sukarela",
    account: AccountCode? = nil, to income: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try SavingsDesk(session: session).post(
        SavingsEvent(
          .fee, amount, member: member, product: product, account: account, counterpart: income,
          on: date, note: note.keyed(by: reference)))
    }
  }

  /// Pays interest to a member that no month end computed (jasa), such as a prize on savings or the
  /// interest of an earlier program.
  ///
  /// It enters the tax of the member's month, the slip and the explanation of the account. Where
  /// it was earned in several months, the settings say to which of them it belongs
  /// (`InterestTaxSettings.severalMonths`); tax of a month that is closed is settled at once.
  ///
  /// - Parameters:
  ///   - amount: More than zero.
  ///   - member: The member number.
  ///   - product: The product's code; the account is opened where there is none.
  ///   - account: Which of the member's accounts in the product; nil where they have one open.
  ///   - date: The day on which it is paid, in an open month.
  ///   - months: The months in which it was earned; nil for that of `date`.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt, with the balance afterwards; tax is withheld at the month end.
  /// - Throws: As ``deposit(_:member:product:account:from:on:for:reference:note:dryRun:)``, and
  ///   `interest.monthAhead`.
  public func payInterest(
    _ amount: Rupiah, member: MemberNumber, product: ProductCode = "sukarela",
    account: AccountCode? = nil, on date: BookDate, earned months: ClosedRange<BookMonth>? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try SavingsDesk(session: session).post(
        SavingsEvent(
          .interest, amount, member: member, product: product, account: account, on: date,
          note: note.keyed(by: reference), months: months))
    }
  }

  /// Corrects the interest of a closed month after a wrong or late posting was found (koreksi
  /// jasa).
  ///
  /// The month is worked out again by value date: what was reversed since counts as if it had never
  /// been, and vouchers in `valued` count from the day that is said for them. The difference is
  /// posted now. Too little belongs to the tax of the month of payment, unless
  /// `InterestTaxSettings.missedInterest` says otherwise; too much takes back the tax of the earned
  /// month, whose slip is recomputed and marked. What was found is corrected once.
  ///
  /// ```swift
  /// let reversal = try ledger.reverse(wrong, on: today)
  /// let correction = try ledger.correctInterest(
  ///   of: AccountCode("SUK-0001"), in: BookMonth(parsing: "2026-01"), on: today)
  /// print(correction.difference)
  /// ```
  ///
  /// - Parameters:
  ///   - account: A member's account that is open.
  ///   - month: A closed month.
  ///   - valued: Vouchers that came late, each with the day from which it should have counted.
  ///   - date: The day on which the difference is posted.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The old and the new working, and what follows for tax.
  /// - Throws: `account.unknown`, `account.closed`, `interest.monthOpen`, `interest.uncredited`,
  ///   `interest.nothingToCorrect`, `interest.valueDate`, `account.overdraft` where what was paid
  ///   too much is not there any more, `period.closed`, `reference.reused`.
  @discardableResult
  public func correctInterest(
    of account: AccountCode, in month: BookMonth, valued: [EntryNumber: BookDate] = [:],
    on date: BookDate, reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> InterestCorrection {
    try post(dryRun: dryRun) { session in
      try SavingsDesk(session: session).correctInterest(
        account, month, valued: valued, on: date, note: note.keyed(by: reference))
    }
  }

  /// Posts many events at the counter in one transaction: all of them, or none.
  ///
  /// They are posted in the order given, each as if it were posted by itself, so that a later one
  /// sees the balances that earlier ones leave. The disk is waited for once. An event whose
  /// reference is in the book with the same content comes back as its first receipt, also when it
  /// stands twice in the list: the whole list may be sent again after a failure.
  ///
  /// ```swift
  /// do {
  ///   let receipts = try ledger.post(events)
  /// } catch where error.code == .eventsRefused {
  ///   for problem in error.details { print(events[problem.event ?? 0], problem.message) }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - events: The events; a lazy sequence is read once.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: A receipt for each event, in the same order.
  /// - Throws: `events.refused` when any event is refused; its details are the errors that each of
  ///   them would have thrown by itself, with the place of the event in the list
  ///   (`LedgerError.event`). Errors of the file as they are.
  public func post(
    _ events: some Sequence<SavingsEvent>, dryRun: Bool = false
  ) throws(LedgerError) -> [Receipt] {
    try post(dryRun: dryRun, alone: true) { session in
      let desk = SavingsDesk(session: session)
      var receipts: [Receipt] = []
      receipts.reserveCapacity(events.underestimatedCount)
      var refused: [LedgerError] = []
      for event in events {
        do {
          receipts.append(try desk.post(event))
        } catch let error as LedgerError where error.isRefusal {
          refused.append(error.at(event: receipts.count + refused.count))
        }
      }
      guard refused.isEmpty else { throw LedgerError.eventsRefused(refused) }
      return receipts
    }
  }

  /// Moves money between accounts of members (pindah buku).
  ///
  /// - Throws: `transfer.toSelf`, `account.unknown` for accounts that are no savings accounts, and
  ///   what a withdrawal and a deposit can throw.
  public func transfer(
    _ amount: Rupiah, from source: AccountCode, to target: AccountCode, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      let receipt = try SavingsDesk(session: session).transfer(
        amount, from: source, to: target, on: date, note: note.keyed(by: reference))
      return try DuesDesk(session: session).telling(receipt)
    }
  }

  /// Takes savings that stay until the member leaves, such as pokok and wajib, out of their account
  /// while the member stays (pelepasan simpanan).
  ///
  /// ```swift
  /// let receipt = try ledger.release(
  ///   50_000, from: AccountCode("WAJ-0001"), to: AccountCode("SUK-0001"),
  ///   decision: "RAT 3/2026", on: today)
  /// ```
  ///
  /// - Parameters:
  ///   - amount: More than zero, at most what the account holds on the day and after it.
  ///   - source: The account, of a product that cannot be withdrawn from on the day.
  ///   - target: Savings of the same member, or an account as for a withdrawal; nil for cash.
  ///   - decision: The number of the decision that allows it; the memo begins with it.
  ///   - date: The day on which it counts, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt, with what the account holds afterwards.
  /// - Throws: `release.decisionMissing`, `release.needless` where a withdrawal would do,
  ///   `release.toAnother` for another member's account, and as
  ///   ``withdraw(_:member:product:account:to:on:reference:note:dryRun:)``.
  public func release(
    _ amount: Rupiah, from source: AccountCode, to target: AccountCode? = nil, decision: String,
    on date: BookDate, reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      let receipt = try SavingsDesk(session: session).release(
        amount, from: source, to: target, decision: decision, on: date,
        note: note.keyed(by: reference))
      return try DuesDesk(session: session).telling(receipt)
    }
  }

  /// Opens an account of a member: the first one in a product, or, in a product of the kind
  /// sukarela, one beside those that they have.
  ///
  /// The first keeps the short code, `SUK-0001`; further ones are `SUK-0001-02`, `SUK-0001-03`.
  ///
  /// ```swift
  /// let school = try ledger.openAccount(member: "0001", product: "sukarela", on: today)
  /// let receipt = try ledger.deposit(
  ///   50_000, member: "0001", account: school, on: today)
  /// ```
  ///
  /// - Parameters:
  ///   - member: The member number.
  ///   - product: The product's code.
  ///   - date: The day, on which they must be a member.
  ///   - reference: The caller's key; the same one returns the first time's account.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: Its code.
  /// - Throws: `member.unknown`, `product.unknown`, `member.left`, `member.notYetJoined`,
  ///   `account.onlyOne` for a second account of pokok or wajib, `reference.reused`.
  public func openAccount(
    member: MemberNumber, product: ProductCode = "sukarela", on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> AccountCode {
    try post(dryRun: dryRun) { session in
      try SavingsDesk(session: session).openAccount(
        member: member, product: product, on: date, note: note.keyed(by: reference))
    }
  }
}
