import GRDB
import KSPCore

/// The desk that grants loans: applied for, approved or turned down, paid out.
struct LoanDesk {
  private let session: PostingSession
  private let files: LoanFiles
  private var registration: LoanRegistration { LoanRegistration(session) }

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// How a loan is paid out.
  struct Disbursement {
    var date: BookDate
    var firstDue: BookDate?
    /// The savings account that receives the money; nil for cash.
    var receiver: AccountCode?
    /// The borrower's loans that are paid off by it (kompensasi), by number.
    var payingOff: [LoanNumber] = []
    var note: EntryNote
  }

  // MARK: - Application and approval

  /// Enters an application; nothing is booked.
  func apply(_ application: LoanApplication) throws -> LoanRecord {
    let (record, isNew) = try enter(application)
    if isNew { try GrantingRules(session: session).pointOut(record.loan, on: application.date) }
    return record
  }

  private func enter(
    _ application: LoanApplication
  ) throws -> (record: LoanRecord, isNew: Bool) {
    try session.act(application.note) {
      let entered = try applied(application)
      let draft = EventDraft(
        .loanApplied, entered.number, owner: entered.owner,
        entered.changes + [
          try files.step(
            entered.id, .applied, on: application.date, by: application.note.recordedBy)
        ])
      guard try session.recordOnce(draft, ignoring: ["id", "loan", "number", "note", "recordedBy"])
      else {
        return (try appliedBefore(application.note.reference), false)
      }
      return (try files.reader().loan(id: entered.id), true)
    }
  }

  /// What is decided about an application.
  enum Decision {
    /// Granted, perhaps less than was asked for, or on other conditions.
    case approve(LoanOffer)
    case reject
    /// Taken back by who asked for it.
    case withdraw
    /// Something else is asked for.
    case change(LoanOffer)

    var event: EventKind {
      switch self {
      case .approve: .loanApproved
      case .reject: .loanRejected
      case .withdraw: .loanWithdrawn
      case .change: .loanChanged
      }
    }

    var step: Loan.Step {
      switch self {
      case .approve: .approved
      case .reject: .rejected
      case .withdraw: .withdrawn
      case .change: .changed
      }
    }

    /// What was approved can still be turned down or taken back until it is paid out.
    var open: [Loan.Status] {
      switch self {
      case .approve, .change: [.applied]
      case .reject, .withdraw: [.applied, .approved]
      }
    }

    var offer: LoanOffer {
      switch self {
      case .approve(let offer), .change(let offer): offer
      case .reject, .withdraw: LoanOffer()
      }
    }
  }

  /// Grants a loan that was applied for, turns it down, changes it or takes it back.
  func decide(
    _ number: LoanNumber, _ decision: Decision, on date: BookDate, note: EntryNote
  ) throws -> LoanRecord {
    let record = try files.reader().loan(number)
    return try session.act(note) { try decide(record, decision, on: date, note) }
  }

  private func decide(
    _ record: LoanRecord, _ decision: Decision, on date: BookDate, _ note: EntryNote
  ) throws -> LoanRecord {
    let number = record.loan.number
    let step = try files.step(
      record.id, decision.step, on: date, note: note.memo, by: note.recordedBy)
    let offer = decision.offer
    let draft = EventDraft(
      decision.event, number, [step, offer.isEmpty ? nil : change(record, offer, step)])
    if try session.recordedAct(note.reference) != nil {
      _ = try session.recordOnce(draft, ignoring: ["id", "step", "note", "recordedBy"])
      return record
    }
    guard decision.open.contains(record.loan.status) else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try session.days.requireOpen(date, kind: .disbursement)
    try record.state.requireNotBefore(date)
    try requireOffer(offer, record, decision)
    try session.record(draft)
    let decided = try files.reader().loan(id: record.id)
    if decided.loan.isOpen {
      try GrantingRules(session: session).pointOut(decided.loan, on: date)
    }
    return decided
  }

  /// The row that says what holds from a step on.
  private func change(_ record: LoanRecord, _ offer: LoanOffer, _ step: RowChange) -> RowChange {
    let agreed = record.state.agreed
    let rate = offer.rate ?? agreed.rate
    return .insert(
      "loanOffer",
      [
        "loan": .integer(record.id), "step": step["id"] ?? .null,
        "principal": StoredValue(offer.amount ?? record.loan.principal),
        "count": StoredValue(offer.count ?? agreed.count),
        "rateBillionths": .integer(rate.billionths), "rateBasis": .text(rate.basis.rawValue),
        "purpose": StoredValue(offer.purpose),
      ], also: (offer.administration ?? agreed.administration).columns)
  }

  /// Holds an offer against the product, by the terms that the loan keeps. Nobody is granted more
  /// than they asked for.
  private func requireOffer(
    _ offer: LoanOffer, _ record: LoanRecord, _ decision: Decision
  ) throws {
    let (loan, agreed) = (record.loan, record.state.agreed)
    if case .change = decision {
      let isSame =
        offer.amount ?? loan.principal == loan.principal
        && offer.count ?? agreed.count == agreed.count && offer.rate ?? agreed.rate == agreed.rate
        && offer.administration ?? agreed.administration == agreed.administration
        && offer.purpose == nil
      guard !isSame else { throw LedgerError.loanChangeEmpty(loan.number) }
    }
    guard !offer.isEmpty else { return }
    if let purpose = offer.purpose, !purpose.isUsableText {
      throw LedgerError.noteUnacceptable(purpose)
    }
    let amount = offer.amount ?? loan.principal
    try session.requirePositive(amount)
    if case .approve = decision, amount > loan.principal {
      throw LedgerError.loanGrantTooLarge(loan.number, asked: loan.principal, given: amount)
    }
    var plan = agreed
    plan.count = offer.count ?? plan.count
    plan.rate = offer.rate ?? plan.rate
    plan.administration = offer.administration ?? plan.administration
    try requireTerms(amount, plan, loan.terms, loan.product)
    _ = try InstallmentPlan(plan, principal: amount, disbursedOn: record.state.lastDate)
  }

  /// The loan that an earlier application under a reference entered.
  private func appliedBefore(_ reference: String?) throws -> LoanRecord {
    let number = try String.fetchOne(
      session.db, sql: "SELECT subject FROM event WHERE reference = ?", arguments: [reference])
    return try files.reader().loan(LoanNumber(number ?? ""))
  }

  /// Checks an application against its product, for the register.
  private func applied(_ application: LoanApplication) throws -> LoanRegistration.Entered {
    try session.requirePositive(application.amount)
    try session.days.requireOpen(application.date, kind: .disbursement)
    let product = try session.catalog.loanProduct(application.product)
    let version = product.version(in: application.date.month)
    var plan = version.terms.plan
    plan.count = application.count ?? plan.count
    plan.rate = application.rate ?? plan.rate
    plan.administration = application.administration ?? plan.administration
    try requireTerms(application.amount, plan, version.terms, product.product.code)
    // Whether such a plan can be is known now, not when the money is handed out.
    _ = try InstallmentPlan(plan, principal: application.amount, disbursedOn: application.date)
    return try registration.enter(
      application, as: registration.nextNumber(), product, version, plan)
  }

  /// What an application asks for otherwise than the loan was entered; nil where it is the same.
  private func differing(_ record: LoanRecord, from application: LoanApplication) throws -> Phrase?
  {
    let (loan, agreed) = (record.loan, record.state.agreed)
    if loan.memberNumber != application.member { return Phrase(id: "anggota", en: "member") }
    if loan.product != application.product { return Phrase(id: "produk", en: "product") }
    if loan.principal != application.amount { return Phrase(id: "jumlah", en: "amount") }
    if application.count ?? agreed.count != agreed.count {
      return Phrase(id: "banyaknya angsuran", en: "number of installments")
    }
    if application.rate ?? agreed.rate != agreed.rate {
      return Phrase(id: "tingkat jasa", en: "rate")
    }
    if application.administration ?? agreed.administration != agreed.administration {
      return Phrase(id: "administrasi", en: "administration")
    }
    let reader = try files.reader()
    if try reader.collaterals(of: record.id, step: 0) != application.collaterals {
      return Phrase(id: "jaminan", en: "collateral")
    }
    return try reader.guarantors(of: record.id) == registration.resolved(application.guarantors)
      ? nil : Phrase(id: "penjamin", en: "guarantors")
  }

  private func requireTerms(
    _ amount: Rupiah, _ plan: PlanTerms, _ terms: LoanTerms, _ product: ProductCode
  ) throws {
    try plan.check()
    if let longest = terms.maximumCount, plan.count > longest {
      throw LedgerError.loanOutsideTerms(
        product,
        Phrase(id: "paling lama \(longest) angsuran", en: "at most \(longest) installments"))
    }
    let largest = terms.maximumAmount ?? amount
    guard terms.minimumAmount <= amount, amount <= largest else {
      let (low, high) = (terms.minimumAmount.formatted, largest.formatted)
      throw LedgerError.loanOutsideTerms(
        product,
        Phrase(
          id: "jumlahnya harus \(low) sampai \(high)", en: "the amount must be \(low) to \(high)"))
    }
  }

  // MARK: - Disbursement

  /// Applies for a loan and pays it out in one step; the same reference again gives the same loan.
  func disburse(_ application: LoanApplication, _ how: Disbursement) throws -> (LoanRecord, Receipt)
  {
    guard let reference = how.note.reference, let known = try session.recordedAct(reference) else {
      return try session.act(how.note) {
        let applied = try enter(application).record
        return try disburse(applied.loan.number, how)
      }
    }
    guard let entry = known.entries.first?.number, let number = try files.number(ofEntry: entry)
    else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "jenis", en: "kind"))
    }
    let (record, receipt) = try disburse(number, how)
    if let differing = try differing(record, from: application) {
      throw LedgerError.referenceReused(reference, by: known, differing: differing)
    }
    return (record, receipt)
  }

  /// Pays a loan out, less what is cut from the money.
  func disburse(_ number: LoanNumber, _ how: Disbursement) throws -> (LoanRecord, Receipt) {
    try files.withLoan(number, for: .disbursement, on: how.date, under: how.note) {
      record, earlier in
      try disburse(record, how, earlier)
    }
  }

  private func disburse(
    _ record: LoanRecord, _ how: Disbursement, _ earlier: EntryNumber?
  ) throws -> (LoanRecord, Receipt) {
    let loan = record.loan
    let needed: [Loan.Status] = loan.terms.needsApproval ? [.approved] : [.approved, .applied]
    guard needed.contains(loan.status) else {
      throw LedgerError.loanNotAtStep(loan.number, is: loan.status)
    }
    if earlier == nil {
      try record.state.requireLast(how.date)
      if let left = try MemberTable.member(session.db, number: loan.memberNumber)?.leftOn {
        throw LedgerError.memberLeft(loan.memberNumber, on: left)
      }
    }
    let plan = try InstallmentPlan(
      loan.terms.plan, principal: loan.principal, disbursedOn: how.date, firstDue: how.firstDue)
    let accounts = try registration.openAccounts(record)
    let deductions = try deductions(record, plan)
    let receiver = try RepaymentDesk(session).payer(how.receiver, how.note, on: how.date)
    let settled = try settlements(of: how, by: record, earlier)
    let postings = try PostingRules.disbursement(
      loan.principal, loan: accounts.principal,
      deductions: deductions.map { (account: $0.account, amount: $0.amount) },
      settling: settled.map { old in
        (old.record.loan.number, old.settlement.quote.total, old.settlement.postings)
      }, paidTo: receiver)
    let entry = try JournalEntry(.disbursement, on: how.date, postings: postings, note: how.note)
    let outcome = try session.post(entry) { try session.requireAcceptable(postings, on: how.date) }
    if !outcome.isReplay {
      let step = try files.step(
        record.id, .disbursed, on: how.date, entry: outcome.number, by: how.note.recordedBy)
      let plan = try files.plan(
        NewPlan(plan: plan, advance: plan.interestInAdvance), of: record.id, startedOn: how.date,
        entry: outcome.number)
      try session.record(EventDraft(.loanDisbursed, loan.number, [step] + plan))
      for old in settled {
        let step = try files.step(
          old.record.id, .settled, on: how.date, entry: outcome.number,
          returned: old.settlement.quote.returned, note: loan.number.text, by: how.note.recordedBy)
        try session.record(EventDraft(.loanSettled, old.record.loan.number, [step]))
      }
    }
    var paid = try deductions.reduce(loan.principal) { left, cut in try left - cut.amount }
    for old in settled { paid = try paid - old.settlement.quote.total }
    let now = try files.record(record.id, after: outcome)
    guard now.state.plan?.firstDue == plan.firstDue else {
      throw LedgerError.referenceReused(
        how.note.reference ?? "",
        by: outcome.number,
        differing: Phrase(id: "jatuh tempo pertama", en: "first due date"))
    }
    if !outcome.isReplay {
      try GrantingRules(session: session).pointOut(
        loan, on: how.date, firstDue: how.firstDue, settling: how.payingOff)
    }
    return (
      now,
      Receipt(
        entry: outcome.number, kind: .disbursement, bookDate: how.date,
        account: try AccountCode(loan.number.text), member: loan.memberNumber,
        memberName: loan.memberName, amount: paid,
        deductions: deductions.filter { !$0.amount.isZero }.map {
          Receipt.Deduction(name: $0.name, amount: $0.amount)
        }
          + settled.map { old in
            Receipt.Deduction(
              name: LoanDesk.settling(old.record.loan.number), amount: old.settlement.quote.total)
          }, balance: now.state.outstanding, note: outcome.note, isReplay: outcome.isReplay)
    )
  }

  /// What pays off another loan, as slips call it.
  static func settling(_ number: LoanNumber) -> Phrase {
    Phrase(id: "pelunasan \(number)", en: "settling \(number)")
  }

  /// The loans of the borrower that a new one pays off, as they stand on the day.
  private func settlements(
    of how: Disbursement, by new: LoanRecord, _ earlier: EntryNumber?
  ) throws -> [(record: LoanRecord, settlement: Settlement)] {
    try how.payingOff.map { number in
      let old = try files.record(files.reader().id(of: number), before: earlier)
      guard old.loan.memberNumber == new.loan.memberNumber else {
        throw LedgerError.loanOfAnotherMember(number, given: new.loan.memberNumber)
      }
      let accounts = try old.state.running().accounts
      if earlier == nil { try old.state.requireLast(how.date) }
      let settlement = try Settlement(
        old.state, amount: nil, on: how.date, held: files.held(accounts, before: earlier),
        unearned: old.product.accounts.unearnedInterest)
      return (old, settlement)
    }
  }

  /// What is cut from the money before it is handed out: the product's fees, and interest. What
  /// becomes income over the life of the loan waits among unearned income.
  private func deductions(
    _ record: LoanRecord, _ plan: InstallmentPlan
  ) throws -> [(name: Phrase, account: AccountID, amount: Rupiah)] {
    var deductions: [(name: Phrase, account: AccountID, amount: Rupiah)] = []
    for fee in record.loan.terms.fees {
      let account =
        switch fee.target {
        case .account where fee.isSpread: record.product.accounts.unearnedInterest
        case .account(let code): try session.account(code).id
        case .savings(let code):
          try registration.savings(of: record.loan.memberNumber, in: session.catalog.product(code))
        }
      deductions.append(
        (Phrase(id: fee.code, en: fee.code), account, try fee.amount(on: record.loan.principal)))
    }
    deductions.append(
      (
        Phrase(id: "jasa di muka", en: "interest in advance"),
        record.product.accounts.unearnedInterest,
        plan.interestInAdvance
      ))
    return deductions
  }
}
