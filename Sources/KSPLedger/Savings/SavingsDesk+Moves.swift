import KSPCore

/// Money that moves between accounts of members, and what is unusual about an amount.
extension SavingsDesk {
  func transfer(
    _ amount: Rupiah, from source: AccountCode, to target: AccountCode, on date: BookDate,
    note: EntryNote
  ) throws -> Receipt {
    try session.requirePositive(amount)
    guard source != target else { throw LedgerError.transferToSelf(source) }
    let from = try session.account(source)
    let to = try session.account(target)
    guard let payer = from.savings, let payee = to.savings else {
      throw LedgerError.accountUnknown(from.savings == nil ? source.text : target.text)
    }
    for side in [payer, payee] { try requireFree(session.catalog.product(id: side.product)) }
    let entry = try JournalEntry(
      .transfer, on: date,
      postings: PostingRules.transfer(amount, from: from.id, to: to.id), note: note)
    let outcome = try session.post(entry) {
      for account in [from, to] {
        if let closed = account.closedOn {
          throw LedgerError.accountClosed(account.code, on: closed)
        }
      }
      guard let product = session.catalog.savingsProduct(id: payer.product) else {
        return
      }
      let terms = product.terms(in: date.month)
      try requireWithdrawable(from.id, product, terms, on: date)
      try PlannedGuard(session: session).requireMonths(
        amount, for: to.id, of: session.catalog.product(id: payee.product), on: date)
      try session.requireFunds(
        amount,
        in: SavingsAccountState(from, product: product.id),
        on: date, under: terms, keepsMinimum: true)
    }
    if !outcome.isReplay { try pointOutUnusual(amount, outcome.number, entry, from.id) }
    let balance = try session.balance(of: from.id, on: date, upTo: outcome.number)
    return Receipt(
      entry: outcome.number, kind: .transfer, bookDate: date, account: source,
      member: payer.member, memberName: payer.memberName, amount: amount,
      parts: try EntryContent(session, outcome.number, .transfer).parts,
      balance: balance.onDay, laterBalance: balance.overall, note: outcome.note,
      isReplay: outcome.isReplay)
  }

  /// Takes savings that stay until the member leaves out of their account, by a decision.
  ///
  /// They go to savings of the same member, or to any other side; nil for cash.
  func release(
    _ amount: Rupiah, from source: AccountCode, to target: AccountCode?, decision: String,
    on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    try session.requirePositive(amount)
    guard !decision.isEmpty else { throw LedgerError.decisionMissing(source) }
    let from = try session.account(source)
    guard let owner = from.savings else { throw LedgerError.accountUnknown(source.text) }
    let product = try session.catalog.product(id: owner.product)
    try requireFree(product)
    guard !product.terms(in: date.month).isWithdrawable else {
      throw LedgerError.releaseNeedless(source, product: product.product)
    }
    var note = note
    note.memo = [decision, note.memo].compactMap(\.self).joined(separator: ": ")
    let (into, counterpart) = try receiver(target, of: from, note, on: date)
    let entry = try JournalEntry(
      .release, on: date,
      postings: PostingRules.transfer(amount, from: from.id, to: into), note: note)
    let outcome = try session.post(entry) {
      if let closed = from.closedOn { throw LedgerError.accountClosed(source, on: closed) }
      try requireReceiver(target, of: from, note)
      try session.requireFunds(
        amount,
        in: SavingsAccountState(from, product: product.id),
        on: date, under: product.terms(in: date.month), keepsMinimum: false)
    }
    let balance = try session.balance(of: from.id, on: date, upTo: outcome.number)
    var receipt = Receipt(
      entry: outcome.number, kind: .release, bookDate: date, account: source,
      member: owner.member, memberName: owner.memberName, amount: amount, balance: balance.onDay,
      laterBalance: balance.overall, note: outcome.note, isReplay: outcome.isReplay)
    receipt.counterpart = counterpart
    return receipt
  }

  /// Where released savings go, as the receipt shows it.
  private func receiver(
    _ target: AccountCode?, of source: AccountState, _ note: EntryNote, on date: BookDate
  ) throws -> (AccountID, Receipt.Counterpart?) {
    guard let target, let own = try session.account(target).savings else {
      let other = try OtherSide(session: session).account(
        target, usually: .cash, note, on: date)
      return (other.id, other.shown)
    }
    return (
      try session.account(target).id,
      Receipt.Counterpart(code: target, name: Phrase(id: own.memberName, en: own.memberName))
    )
  }

  /// Refuses any receiver but an open account of the same member, or what can be an other side.
  private func requireReceiver(
    _ target: AccountCode?, of source: AccountState, _ note: EntryNote
  ) throws {
    guard let target, let own = try session.account(target).savings else {
      return try OtherSide(session: session).requireFit(target, usually: .cash, note: note)
    }
    let account = try session.account(target)
    guard account.id != source.id else { throw LedgerError.transferToSelf(target) }
    try requireFree(session.catalog.product(id: own.product))
    guard try owner(of: account.id) == owner(of: source.id) else {
      throw LedgerError.releaseToAnother(target, name: own.memberName)
    }
    if let closed = account.closedOn { throw LedgerError.accountClosed(target, on: closed) }
  }

  private func owner(of account: AccountID) throws -> Int64 {
    let query = try session.statement("SELECT member FROM savingsAccount WHERE account = ?")
    query.bind(account.value, at: 1)
    defer { query.reset() }
    return try query.step() ? query.int64(0) : 0
  }

  /// Points out that savings are taken of which nobody has heard for months.
  func pointOutDormant(_ account: SavingsAccountState, on date: BookDate) throws {
    // Hardly any product has dormant accounts, and every withdrawal asks.
    let rules = try session.statement(
      "SELECT 1 FROM savingsFeeRule WHERE product = ? AND dormantMonths > 0 LIMIT 1")
    rules.bind(account.product, at: 1)
    defer { rules.reset() }
    guard try rules.step() else { return }
    let reader = FeeReader(db: session.db)
    guard try reader.isDormant(account.id, of: account.product, on: date),
      let moved = try reader.lastMoved(on: account.id, through: date)
    else { return }
    session.judgement.warn(
      LedgerWarning(
        .accountDormant,
        message: Phrase(
          id: "Rekening pasif: anggota terakhir menggerakkannya \(moved). Pastikan orangnya.",
          en: "A dormant account: its member last moved it on \(moved). Make sure who it is.")))
  }

  /// Points out an amount of more than ten times what is usual on the account: the median of the
  /// entries of its kind in the year before. Fewer than three make no habit.
  ///
  /// Only a rehearsal asks, as only before the act somebody can still say no.
  func pointOutUnusual(
    _ amount: Rupiah, _ number: EntryNumber, _ entry: JournalEntry, _ account: AccountID
  ) throws {
    guard session.isRehearsal else { return }
    try pointOutSame(number, entry, account)
    let query = try session.statement(
      """
      SELECT abs(p.amount) FROM posting p JOIN entry e ON e.id = p.entry
      WHERE p.account = ?1 AND p.bookDate BETWEEN ?2 - 365 AND ?2 AND e.kind = ?3 AND e.id <> ?4
      ORDER BY 1
      """)
    query.bind(account.value, at: 1)
    query.bind(Int64(entry.bookDate.dayNumber), at: 2)
    query.bind(entry.kind.rawValue, at: 3)
    query.bind(number.value, at: 4)
    defer { query.reset() }
    var amounts: [Int64] = []
    while try query.step() { amounts.append(query.int64(0)) }
    guard amounts.count >= 3 else { return }
    let usual = Rupiah(sen: amounts[amounts.count / 2])
    guard usual.sen < amount.sen / 10 else { return }
    session.judgement.warn(
      LedgerWarning(
        .amountUnusual,
        message: Phrase(
          id: "Lebih dari sepuluh kali yang biasa di rekening ini (\(usual.formatted)).",
          en: "More than ten times what is usual on this account (\(usual.formatted)).")))
  }

  /// How long ago the same is taken for a second try: ten minutes.
  private static let doubtful: Int64 = 600

  /// Points out that the same was recorded on the account some minutes ago, and may be meant once.
  /// Who gives a reference has said what is the same.
  private func pointOutSame(
    _ number: EntryNumber, _ entry: JournalEntry, _ account: AccountID
  ) throws {
    guard entry.note.reference == nil,
      let leg = entry.postings.first(where: { $0.account == account })
    else { return }
    let query = try session.statement(
      """
      SELECT e.id, ?6 - e.recordedAt FROM posting p JOIN entryStanding e ON e.id = p.entry
      WHERE p.account = ?1 AND p.bookDate = ?2 AND p.amount = ?3 AND e.kind = ?4 AND e.id <> ?5
        AND e.reversedBy IS NULL AND e.recordedAt BETWEEN ?6 - ?7 AND ?6
      ORDER BY e.id DESC LIMIT 1
      """)
    query.bind(account.value, at: 1)
    query.bind(Int64(entry.bookDate.dayNumber), at: 2)
    query.bind(leg.amount.sen, at: 3)
    query.bind(entry.kind.rawValue, at: 4)
    query.bind(number.value, at: 5)
    query.bind(session.recordedAt.seconds, at: 6)
    query.bind(Self.doubtful, at: 7)
    defer { query.reset() }
    guard try query.step() else { return }
    let voucher = EntryNumber(query.int64(0))
    let minutes = query.int64(1) / 60
    session.judgement.warn(
      LedgerWarning(
        .sameAgain,
        message: Phrase(
          id: "Sama dengan \(voucher), \(minutes) menit lalu; memang dua kali?",
          en: "The same as \(voucher), \(minutes) minutes ago; is it meant twice?")))
  }
}
