import GRDB
import KSPCore

/// What the receipt of a loan's voucher named, worked out again from the book.
struct LoanSlip {
  let db: Database
  let reader: LoanReader
  let catalog: Catalog

  /// What was cut from the loan that a voucher paid out, none of it zero, and what the borrower
  /// got; nil where the voucher paid out none.
  func disbursement(by entry: EntryNumber) throws -> (
    amount: Rupiah, cuts: [Receipt.Deduction]
  )? {
    guard let loan = try paidOut(by: entry)?.loan else { return nil }
    let state = try reader.loan(id: loan, known: .after(entry, of: loan, db)).state
    let cuts = try cuts(from: state, by: entry)
    return (try cuts.reduce(state.loan.principal) { left, cut in try left - cut.amount }, cuts)
  }

  /// The product's fees, interest in advance and loans that were paid off, as the loan was then.
  func cuts(from state: LoanState, by entry: EntryNumber) throws -> [Receipt.Deduction] {
    var cuts = try state.terms.fees.map { fee in
      Receipt.Deduction(
        name: Phrase(id: fee.code, en: fee.code), amount: try fee.amount(on: state.loan.principal))
    }
    cuts.append(
      Receipt.Deduction(
        name: Phrase(id: "jasa di muka", en: "interest in advance"),
        amount: state.plan?.advance ?? .zero))
    let settled = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT loan FROM loanStep WHERE entry = ? AND kind = ? ORDER BY id"),
      arguments: [entry.value, Loan.Step.settled.rawValue])
    for id in settled {
      let old = try reader.loan(id: id, known: .before(entry, of: id, db))
      let date = state.plan?.startedOn ?? state.lastDate
      cuts.append(
        Receipt.Deduction(
          name: LoanDesk.settling(old.loan.number),
          amount: try old.state.settlementQuote(asOf: date).total))
    }
    return cuts.filter { !$0.amount.isZero }
  }

  /// The principal of the only loan that a voucher is about: of one that pays others off, its own.
  func principal(of entry: EntryNumber, _ kind: EntryKind) throws -> AccountID? {
    if kind == .disbursement { return try paidOut(by: entry)?.principal }
    return try only(of: entry).flatMap { loan in
      try Int64.fetchOne(
        db, sql: "SELECT account FROM loanAccount WHERE loan = ? AND part = ?",
        arguments: [loan, LoanComponent.principal.rawValue])
    }.map { AccountID($0) }
  }

  /// The only loan that a voucher is about.
  private func only(of entry: EntryNumber) throws -> Int64? {
    let loans = try Int64.fetchAll(
      db,
      sql: """
        SELECT c.loan FROM posting p JOIN loanAccount c ON c.account = p.account WHERE p.entry = ?1
        UNION SELECT loan FROM loanStep WHERE entry = ?1
        UNION SELECT loan FROM loanSplit WHERE entry = ?1 AND payment = ?1
        """, arguments: [entry.value])
    return loans.count == 1 ? loans[0] : nil
  }

  /// What the counter handed out for a payment on one loan; nil for one on several.
  func payment(by entry: PostedEntry) throws -> LoanReceipt? {
    let number = entry.number
    guard let id = try only(of: number) else { return nil }
    let before = try reader.loan(id: id, known: .before(number, of: id, db)).state
    let after = try reader.loan(id: id, known: .after(number, of: id, db)).state
    let left = try after.remainder(on: entry.bookDate)
    let paid = try paid(by: number)
    let payer = try CounterSide(
      db, cash: catalog.cashAccounts, CounterQueries(db)
    ).payer(of: number, on: entry.bookDate)
    func document(
      _ parts: [RepaymentSplit.Part], penalty: Rupiah = .zero, returned: Rupiah, rest: Rupiah
    ) throws -> LoanReceipt {
      try left.receipt(
        number, on: entry.bookDate, paid, from: payer, note: entry.note, isReplay: false,
        parts: parts, penalty: penalty, returned: returned, intoSavings: rest)
    }
    let isSettlement = try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM loanStep WHERE entry = ? AND loan = ? AND kind = ?)",
      arguments: [number.value, id, Loan.Step.settled.rawValue])
    guard isSettlement != true else {
      let quote = try before.settlementQuote(asOf: entry.bookDate)
      return try document(
        quote.settled, penalty: quote.penalty, returned: quote.returned,
        rest: paid - quote.total)
    }
    var said: LoanParts?
    if after.facts.handling[number]?.isKept == true {
      said = LoanParts()
      for credit in after.facts.credits where credit.entry == number {
        try said?.add(credit.amount, to: credit.component)
      }
    }
    let payment = try Repayment(before, amount: paid, on: entry.bookDate, said: said)
    let returned = payment.newPlan?.returned ?? .zero
    var slip = try document(
      payment.split.parts, returned: returned, rest: payment.split.rest + returned)
    slip.reallocations = try reader.reallocations(by: number, of: id)
    return slip
  }

  /// The loan that a voucher paid out, and the account of its principal; nil where it paid out
  /// none.
  private func paidOut(by entry: EntryNumber) throws -> (loan: Int64, principal: AccountID)? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT c.loan, p.account FROM posting p JOIN loanAccount c ON c.account = p.account
        WHERE p.entry = ? AND c.part = ? AND p.amount > 0 ORDER BY p.line
        """, arguments: [entry.value, LoanComponent.principal.rawValue]
    ).map { (try $0.value(0), AccountID(try $0.value(1))) }
  }

  /// What was paid with a voucher: what it debits to accounts of who paid. What it debits to
  /// accounts of loans and of their products (interest that becomes income, interest in advance
  /// that is earned or goes back) is nobody's payment.
  func paid(by entry: EntryNumber) throws -> Rupiah {
    let own = catalog.loanProducts.map(\.accounts).flatMap {
      [$0.unearnedInterest, $0.interestIncome, $0.lateFeeIncome, $0.allowance]
    }
    let legs = try Row.fetchAll(
      db,
      sql: """
        SELECT account, amount FROM posting p WHERE entry = ? AND amount > 0
          AND NOT EXISTS (SELECT 1 FROM loanAccount c WHERE c.account = p.account)
        """, arguments: [entry.value])
    return try legs.filter { try !own.contains(AccountID($0.value(0))) }
      .map { Rupiah(sen: try $0.value(1) as Int64) }.sum()
  }
}
