import GRDB
import KSPCore

/// Interest of term deposits: each value date once.
extension TermDepositDesk {
  /// Pays what has fallen due up to a day, value date by value date, and rolls over what matures.
  ///
  /// - Returns: The receipts in the order in which they were paid.
  func payDue(
    through day: BookDate, account: AccountCode? = nil, note: EntryNote = EntryNote()
  ) throws -> [Receipt] {
    var receipts: [Receipt] = []
    while true {
      let due = try reader.deposits(account: account).compactMap { stored in
        try stored.deposit.nextPayment().map { (stored: stored, number: $0.number, day: $0.day) }
      }
      .filter { $0.day <= day }
      .sorted { ($0.day, $0.stored.id.value) < ($1.day, $1.stored.id.value) }
      guard let first = due.first else { return receipts }
      // One month after the other, so that the tax of a month sees all that came before.
      for item in due where item.day.month == first.day.month {
        if let receipt = try pay(item.stored, item.number, on: item.day, note) {
          receipts.append(receipt)
        }
      }
    }
  }

  /// How many value dates are to be paid up to a day.
  static func isDue(_ db: Database, through day: BookDate) throws -> Bool {
    try TermDepositReader(db: db).deposits().contains { stored in
      try stored.deposit.nextPayment().map { $0.day <= day } ?? false
    }
  }

  private func pay(
    _ stored: TermDepositReader.Stored, _ number: Int, on day: BookDate, _ note: EntryNote
  ) throws -> Receipt? {
    let deposit = stored.deposit
    var own = note.under("berjangka/\(deposit.account)/\(deposit.period)/\(number)")
    own.memo = nil
    return try session.act(own) {
      let product = try session.catalog.product(id: stored.productID)
      let holder = try savings.holder(deposit.member, in: product)
      let gross = try deposit.interest(to: day)
      let months = try deposit.months(to: day)
      let isAdded =
        deposit.terms.payout == .capitalise
        || (deposit.terms.payout == .maturity && deposit.rollOver == .withInterest)
      var receipt: Receipt?
      var voucher: EntryNumber?
      var tax = Rupiah.zero
      if gross.isPositive {
        let target = try isAdded ? stored.id : target(of: stored)
        let taken = try withholding(
          gross, months, of: stored.memberID, on: day)
        tax = taken?.withheld ?? .zero
        let entry = try JournalEntry(
          .depositInterest, on: day,
          postings: PostingRules.depositInterest(
            gross, tax: tax, expense: product.interestExpenseAccount, to: target,
            payable: taken.map {
              try session.catalog.account(InterestTaxPass.role($0.rule.article))
            }
          ), note: own)
        let outcome = try session.post(entry)
        voucher = outcome.number
        try remember(gross, months, taken, stored, holder, outcome.number, on: day)
        receipt = Receipt(
          entry: outcome.number, kind: .depositInterest, bookDate: day, account: deposit.account,
          memberName: deposit.memberName, amount: try gross - tax,
          deductions: tax.isZero
            ? []
            : [
              Receipt.Deduction(
                name: Phrase(id: "PPh jasa simpanan", en: "Tax on interest"), amount: tax)
            ],
          balance: try isAdded ? deposit.balance + (gross - tax) : deposit.balance,
          note: outcome.note, isReplay: outcome.isReplay)
      }
      try session.record(
        EventDraft(
          .depositPaid, deposit.account.text,
          [
            .insert(
              "depositInterest",
              [
                "account": .integer(stored.id.value), "period": StoredValue(deposit.period),
                "number": StoredValue(number), "voucher": StoredValue(voucher?.value),
                "gross": StoredValue(gross), "tax": StoredValue(tax),
                "isAdded": StoredValue(isAdded),
              ])
          ]))
      if number == deposit.terms.tenor { try rollOver(deposit.account, on: day) }
      return receipt
    }
  }

  /// The account that takes the interest: cash, the savings that were named, or the member's first
  /// sukarela account.
  private func target(of stored: TermDepositReader.Stored) throws -> AccountID {
    if stored.deposit.terms.payout == .cash { return try session.catalog.account(.cash) }
    if let named = stored.interestTo, try session.account(named).closedOn == nil { return named }
    guard
      let product = session.catalog.products.first(where: { $0.product.kind == .sukarela })
    else { throw LedgerError.productUnknown("sukarela", known: []) }
    return try savings.openAccount(
      savings.holder(stored.deposit.member, in: product), in: product
    ).id
  }

  /// The tax that this payment has to bear, with all that the member was paid in the month before:
  /// nil where there is no rule, or nothing is due yet. What it cannot bear waits for the month
  /// end.
  func withholding(
    _ gross: Rupiah, _ months: ClosedRange<BookMonth>?, of member: Int64, on day: BookDate
  ) throws -> TaxDesk.Settlement? {
    let month = day.month
    let desk = TaxDesk(session: session)
    let now = try desk.parts(
      of: gross, earned: months, paid: month,
      by: session.catalog.settings.interestTax.severalMonths
    ).filter { $0.taxedIn == month }.map(\.gross).sum()
    let register = try MemberMonth.member(member, in: month, session.db)
    guard now.isPositive, let rule = session.catalog.taxRule(for: register.payer, in: month)
    else { return nil }
    let reader = try InterestTaxReader(
      book: session.db, known: session.db, month: month, catalog: session.catalog)
    let before = try reader.parts(of: member).map(\.gross).sum().orZero
    let tax = try InterestTax(
      rule: rule, hasTaxNumber: register.hasTaxNumber, grossBefore: before,
      withheldBefore: reader.settled(member), accounts: [now])
    guard tax.withheld.isPositive else { return nil }
    return TaxDesk.Settlement(
      month: month, payer: register.payer, rule: rule,
      rate: rule.rate(hasTaxNumber: register.hasTaxNumber), gross: tax.monthlyGross,
      monthTax: tax.monthlyTax, tax: tax.withheld, withheld: tax.withheld, recovered: .zero,
      postings: [])
  }

  /// Records to which months interest belongs that was posted now, and the tax that it bore.
  func remember(
    _ gross: Rupiah, _ months: ClosedRange<BookMonth>?, _ taken: TaxDesk.Settlement?,
    _ stored: TermDepositReader.Stored, _ holder: SavingsHolder, _ entry: EntryNumber,
    on day: BookDate
  ) throws {
    let deposit = stored.deposit
    let account = SavingsAccountState(
      id: stored.id, code: deposit.account, product: stored.productID, balance: deposit.balance,
      closedOn: nil)
    if let taken {
      try session.record(
        TaxDesk(session: session).draft(
          taken, of: stored.memberID, number: deposit.member, entry: entry))
    }
    let event = SavingsEvent(
      .interest, gross, member: deposit.member, product: deposit.product, on: day, months: months)
    try savings.recordMonths(of: event, entry, on: account, holder)
  }

  /// Begins the next period of a deposit that matures today and is rolled over, at the rate of the
  /// day. One whose tenor is not offered any more waits.
  func rollOver(_ code: AccountCode, on day: BookDate) throws {
    let stored = try reader.deposit(code)
    let deposit = stored.deposit
    guard deposit.rollOver != .none, let offer = try reader.offer(deposit.product, on: day),
      var terms = try? offer.terms(for: deposit.balance, tenor: deposit.terms.tenor)
    else { return }
    terms.payout = deposit.terms.payout
    try session.record(EventDraft(.depositOpened, code.text, [next(stored, terms, on: day)]))
  }
}
