import KSPCore

extension PostingSession {
  func transfer(
    _ amount: Rupiah, from source: AccountCode, to target: AccountCode, on date: BookDate,
    note: EntryNote
  ) throws -> Receipt {
    try requirePositive(amount)
    guard source != target else { throw LedgerError.transferToSelf(source) }
    let from = try account(source)
    let to = try account(target)
    guard let payer = from.savings, to.savings != nil else {
      throw LedgerError.accountUnknown(from.savings == nil ? source.text : target.text)
    }
    let entry = try JournalEntry(
      .transfer, on: date,
      postings: PostingRules.transfer(amount, from: from.id, to: to.id), note: note)
    let outcome = try post(entry) {
      for account in [from, to] {
        if let closed = account.closedOn {
          throw LedgerError.accountClosed(account.code, on: closed)
        }
      }
      guard let product = catalog.products.first(where: { $0.id == payer.product }) else { return }
      let terms = product.terms(in: date.month)
      try requireWithdrawable(product.product, terms, on: date)
      try requireFunds(
        amount,
        in: SavingsAccountState(
          id: from.id, code: from.code, product: product.id,
          balance: try from.balance.negated(), closedOn: nil),
        on: date, keeping: terms.minimumBalance, overdraft: terms.overdraftLimit)
    }
    return Receipt(
      entry: outcome.number, kind: .transfer, bookDate: date, account: source,
      memberName: payer.memberName, amount: amount,
      balance: try balance(of: from.id, knownAt: outcome.number), note: outcome.note,
      isReplay: outcome.isReplay)
  }

  func postManual(_ manual: ManualEntry) throws -> Receipt {
    var postings: [Posting] = []
    var debits = Rupiah.zero
    for leg in manual.legs {
      postings.append(Posting(account: try account(leg.account).id, amount: leg.amount))
      try debits += leg.amount.orZero
    }
    let entry = try JournalEntry(
      .manual, on: manual.bookDate, postings: postings, note: manual.note)
    let outcome = try post(entry) {
      try requireNoLoanAccount(postings.map(\.account))
      try requireAcceptable(postings, on: manual.bookDate)
    }
    return Receipt(
      entry: outcome.number, kind: .manual, bookDate: manual.bookDate, account: nil,
      memberName: nil, amount: debits, balance: nil, note: outcome.note,
      isReplay: outcome.isReplay)
  }

  /// Reverses an entry; without a day, an entry of a loan on the day that its loan asks for, any
  /// other one today.
  func reverse(
    _ number: EntryNumber, on date: BookDate?, today: BookDate, note: EntryNote
  ) throws -> Receipt {
    let query = try statement(
      """
      SELECT e.kind, r.id, e.bookDate, r.bookDate FROM entry e
      LEFT JOIN entry r ON r.reverses = e.id WHERE e.id = ?
      """)
    query.bind(number.value, at: 1)
    guard try query.step(), let kind = EntryKind(rawValue: query.text(0) ?? "") else {
      query.reset()
      throw LedgerError.entryUnknown(number)
    }
    let reversal = query.optionalInt64(1).map { EntryNumber($0) }
    let bookedOn = try BookDate(stored: query.int64(2))
    let reversedOn = try query.optionalInt64(3).map { try BookDate(stored: $0) }
    query.reset()
    guard ![.savingsInterest, .loanInterest, .provision, .leave, .reversal].contains(kind) else {
      throw LedgerError.entryNotReversible(number, kind: kind)
    }
    let isOfLoan =
      try [.disbursement, .repayment, .writeOff, .recovery].contains(kind)
      || (kind == .opening && loanOfEntry(number) != nil)
    let known = try note.reference.flatMap { try entryNumber(reference: $0) }
    let usual = isOfLoan ? try loanReversalDay(bookedOn) : today
    let date = date ?? (known != nil && known == reversal ? reversedOn : nil) ?? usual
    let original = try postings(of: number)
    let postings = try PostingRules.reversal(of: original)
    let entry = try JournalEntry(
      .reversal, on: date, postings: postings, note: note, reverses: number)
    let outcome = try post(entry) {
      if let reversal { throw LedgerError.entryAlreadyReversed(number, by: reversal) }
      if isOfLoan { try requireLoansAllowReversal(number, bookedOn: bookedOn, on: date) }
      try requireAcceptable(postings, on: date)
    }
    var amount = Rupiah.zero
    for posting in original { try amount += posting.amount.orZero }
    let savings = try original.map { try account($0.account) }.first { $0.savings != nil }
    return Receipt(
      entry: outcome.number, kind: .reversal, bookDate: date, account: savings?.code,
      memberName: savings?.savings?.memberName, amount: amount,
      balance: try savings.map { try balance(of: $0.id, knownAt: outcome.number) },
      note: outcome.note, isReplay: outcome.isReplay)
  }
}
