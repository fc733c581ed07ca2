import GRDB
import KSPCore

extension PostingSession {
  // MARK: - Application and approval

  func apply(_ application: LoanApplication) throws -> LoanRecord {
    try act(application.note) {
      let entered = try applied(application)
      let draft = EventDraft(
        .loanApplied, entered.number, owner: entered.owner,
        entered.changes + [
          try step(
            entered.id, .applied, on: application.date, by: application.note.recordedBy)
        ])
      guard try recordOnce(draft, ignoring: ["id", "loan", "number", "note", "recordedBy"]) else {
        return try appliedBefore(application.note.reference)
      }
      return try loanReader().loan(id: entered.id)
    }
  }

  func decide(
    _ number: String, isApproved: Bool, on date: BookDate, note: EntryNote
  ) throws -> LoanRecord {
    let record = try loanReader().loan(number)
    return try act(note) { try decide(record, isApproved: isApproved, on: date, note) }
  }

  private func decide(
    _ record: LoanRecord, isApproved: Bool, on date: BookDate, _ note: EntryNote
  ) throws -> LoanRecord {
    let draft = EventDraft(
      isApproved ? .loanApproved : .loanRejected, record.loan.number,
      [
        try step(
          record.id, isApproved ? .approved : .rejected, on: date, note: note.memo,
          by: note.recordedBy)
      ])
    if let reference = note.reference, try recordedAct(reference) != nil {
      _ = try recordOnce(draft, ignoring: ["id", "note", "recordedBy"])
      return record
    }
    // What was approved can still be turned down until it is paid out.
    let open: [Loan.Status] = isApproved ? [.applied] : [.applied, .approved]
    guard open.contains(record.loan.status) else {
      throw LedgerError.loanNotAtStep(record.loan.number, is: record.loan.status)
    }
    try requireOpen(date, kind: .disbursement)
    try record.state.requireNotBefore(date)
    try self.record(draft)
    return try loanReader().loan(id: record.id)
  }

  /// The loan that an earlier application under a reference entered.
  private func appliedBefore(_ reference: String?) throws -> LoanRecord {
    let number = try String.fetchOne(
      db, sql: "SELECT subject FROM event WHERE reference = ?", arguments: [reference])
    return try loanReader().loan(number ?? "")
  }

  /// A loan that is entered in the register.
  struct EnteredLoan {
    let id: Int64
    let number: String
    /// The borrower's row.
    let owner: Int64
    let changes: [RowChange]
  }

  /// Checks an application against its product, for the register.
  private func applied(_ application: LoanApplication) throws -> EnteredLoan {
    try requirePositive(application.amount)
    try requireOpen(application.date, kind: .disbursement)
    let product = try catalog.loanProduct(application.product)
    let version = product.version(in: application.date.month)
    var plan = version.terms.plan
    plan.count = application.count ?? plan.count
    plan.rate = application.rate ?? plan.rate
    try requireTerms(application.amount, plan, version.terms, product.product.code)
    // Whether such a plan can be is known now, not when the money is handed out.
    _ = try InstallmentPlan(plan, principal: application.amount, disbursedOn: application.date)
    return try enter(application, as: nextLoanNumber(), product, version, plan)
  }

  /// A loan for the register under a number, with what secures it.
  func enter(
    _ application: LoanApplication, as number: String, _ product: LoanProductRecord,
    _ version: LoanProductRecord.Version, _ plan: PlanTerms
  ) throws -> EnteredLoan {
    let member = try MemberTable.requireMember(db, number: application.member)
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    guard application.date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(member.number, joined: member.joinedOn)
    }
    for text in application.guarantors + application.collaterals.map(\.description)
      + [application.purpose].compactMap(\.self)
    where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    if let negative = application.collaterals.first(where: { $0.value.isNegative }) {
      throw LedgerError.amountNotPositive(negative.value)
    }
    let owner = try MemberTable.id(db, number: application.member)
    let id = try nextID(of: "SELECT max(id) FROM loan")
    let loan = RowChange.insert(
      "loan",
      [
        "id": .integer(id), "number": .text(number), "member": .integer(owner),
        "product": .integer(product.id), "termsFrom": .integer(version.effectiveFrom),
        "termsVersion": .integer(version.version), "principal": StoredValue(application.amount),
        "count": StoredValue(plan.count), "rateBillionths": .integer(plan.rate.billionths),
        "rateBasis": .text(plan.rate.basis.rawValue),
        "purpose": StoredValue(application.purpose), "appliedOn": StoredValue(application.date),
      ])
    let collaterals = application.collaterals.enumerated().map { line, collateral in
      RowChange.insert(
        "loanCollateral",
        [
          "loan": .integer(id), "line": StoredValue(line + 1),
          "kind": .text(collateral.kind.rawValue), "description": .text(collateral.description),
          "value": StoredValue(collateral.value),
        ])
    }
    let guarantors = application.guarantors.enumerated().map { line, name in
      RowChange.insert(
        "loanGuarantor",
        ["loan": .integer(id), "line": StoredValue(line + 1), "name": .text(name)])
    }
    return EnteredLoan(
      id: id, number: number, owner: owner, changes: [loan] + collaterals + guarantors)
  }

  /// What an application asks for otherwise than the loan was entered; nil where it is the same.
  func differing(_ record: LoanRecord, from application: LoanApplication) throws -> Phrase? {
    let (loan, agreed) = (record.loan, record.state.agreed)
    if loan.memberNumber != application.member { return Phrase("anggota", "member") }
    if loan.product != application.product { return Phrase("produk", "product") }
    if loan.principal != application.amount { return Phrase("jumlah", "amount") }
    if application.count ?? agreed.count != agreed.count {
      return Phrase("banyaknya angsuran", "number of installments")
    }
    if application.rate ?? agreed.rate != agreed.rate { return Phrase("suku jasa", "rate") }
    if try LoanReader.collaterals(db, record.id) != application.collaterals {
      return Phrase("jaminan", "collateral")
    }
    return try LoanReader.guarantors(db, record.id) == application.guarantors
      ? nil : Phrase("penjamin", "guarantors")
  }

  private func requireTerms(
    _ amount: Rupiah, _ plan: PlanTerms, _ terms: LoanTerms, _ product: String
  ) throws {
    try plan.check()
    if let longest = terms.maximumCount, plan.count > longest {
      throw LedgerError.loanOutsideTerms(
        product,
        Phrase("paling lama \(longest) angsuran", "at most \(longest) installments"))
    }
    let largest = terms.maximumAmount ?? amount
    guard terms.minimumAmount <= amount, amount <= largest else {
      let (low, high) = (terms.minimumAmount.formatted, largest.formatted)
      throw LedgerError.loanOutsideTerms(
        product,
        Phrase("jumlahnya harus \(low) sampai \(high)", "the amount must be \(low) to \(high)"))
    }
  }

  /// `PJ-0001` and on, in the order in which loans were entered, past numbers that a loan taken
  /// over brought along.
  func nextLoanNumber() throws -> String {
    var next = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM loan")) ?? 0
    while true {
      next += 1
      let digits = String(next)
      let number = "PJ-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      if try isFree(number) { return number }
    }
  }

  /// Whether neither a loan nor an account has a number.
  func isFree(_ number: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM loan WHERE number = ?1)
            AND NOT EXISTS (SELECT 1 FROM account WHERE code IN (?1, ?1 || '.J', ?1 || '.D'))
          """), arguments: [number]) ?? false
  }

  // MARK: - Disbursement

  /// How a loan is paid out.
  struct Disbursement {
    var date: BookDate
    var firstDue: BookDate?
    /// The savings account that receives the money; nil for cash.
    var receiver: AccountCode?
    var note: EntryNote
  }

  func disburse(_ number: String, _ how: Disbursement) throws -> (LoanRecord, Receipt) {
    try withLoan(number, under: how.note) { record, earlier in
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
      if let left = try MemberTable.member(db, number: loan.memberNumber)?.leftOn {
        throw LedgerError.memberLeft(loan.memberNumber, on: left)
      }
    }
    let plan = try InstallmentPlan(
      loan.terms.plan, principal: loan.principal, disbursedOn: how.date, firstDue: how.firstDue)
    let accounts = try openLoanAccounts(record)
    let deductions = try deductions(record, plan)
    let receiver = try payer(how.receiver)
    let postings = try PostingRules.disbursement(
      loan.principal, loan: accounts.principal,
      deductions: deductions.map { (account: $0.account, amount: $0.amount) }, paidTo: receiver)
    let entry = try JournalEntry(.disbursement, on: how.date, postings: postings, note: how.note)
    let outcome = try post(entry) { try requireAcceptable(postings, on: how.date) }
    if !outcome.isReplay {
      let step = try step(
        record.id, .disbursed, on: how.date, entry: outcome.number, by: how.note.recordedBy)
      let plan = try self.plan(
        NewPlan(plan: plan, advance: plan.interestInAdvance), of: record.id, startedOn: how.date,
        entry: outcome.number)
      try self.record(EventDraft(.loanDisbursed, loan.number, [step] + plan))
    }
    let paid = try deductions.reduce(loan.principal) { left, cut in try left - cut.amount }
    let now = try self.record(record.id, after: outcome)
    guard now.state.plan?.firstDue == plan.firstDue else {
      throw LedgerError.referenceReused(
        how.note.reference ?? "",
        by: Phrase("bukti \(outcome.number)", "voucher \(outcome.number)"),
        differing: Phrase("jatuh tempo pertama", "first due date"))
    }
    return (
      now,
      Receipt(
        entry: outcome.number, kind: .disbursement, bookDate: how.date,
        account: try AccountCode(loan.number), memberName: loan.memberName, amount: paid,
        deductions: deductions.filter { !$0.amount.isZero }.map {
          Receipt.Deduction(name: $0.name, amount: $0.amount)
        }, balance: now.state.outstanding, note: outcome.note, isReplay: outcome.isReplay)
    )
  }

  /// What is cut from the money before it is handed out: the product's fees, and interest.
  private func deductions(
    _ record: LoanRecord, _ plan: InstallmentPlan
  ) throws -> [(name: Phrase, account: AccountID, amount: Rupiah)] {
    var deductions: [(name: Phrase, account: AccountID, amount: Rupiah)] = []
    for fee in record.loan.terms.fees {
      let account =
        switch fee.target {
        case .account(let code): try account(code).id
        case .savings(let code): try savings(of: record, in: catalog.product(code))
        }
      deductions.append(
        (Phrase(fee.code, fee.code), account, try fee.amount(on: record.loan.principal)))
    }
    deductions.append(
      (
        Phrase("jasa di muka", "interest in advance"), record.product.accounts.unearnedInterest,
        plan.interestInAdvance
      ))
    return deductions
  }

  /// The member's own savings in a product, opened now if there are none yet.
  func savings(of record: LoanRecord, in product: Catalog.Product) throws -> AccountID {
    try openAccount(try holder(record.loan.memberNumber, in: product), in: product).id
  }

  func openLoanAccounts(_ record: LoanRecord) throws -> PostingRules.LoanAccounts {
    // A disbursement that was reversed leaves its accounts behind, empty.
    if let accounts = record.state.accounts { return accounts }
    let number = record.loan.number
    let product = record.product.accounts
    let first = try nextID(of: "SELECT max(id) FROM account")
    let parts: [(part: String, suffix: String, name: Phrase, control: AccountID)] = [
      ("principal", "", Phrase("Pinjaman", "Loan"), product.principalControl),
      ("interest", ".J", Phrase("Jasa pinjaman", "Interest on loan"), product.interestControl),
      ("late-fee", ".D", Phrase("Denda pinjaman", "Late fees on loan"), product.lateFeeControl),
    ]
    let changes = parts.enumerated().flatMap { index, part -> [RowChange] in
      let id = StoredValue.integer(first + Int64(index))
      return [
        .insert(
          "account",
          [
            "id": id, "code": .text(number + part.suffix),
            "nameIndonesian": .text("\(part.name.indonesian) \(number)"),
            "nameEnglish": .text("\(part.name.english) \(number)"), "type": .text("asset"),
            "parent": .integer(part.control.value), "isPostable": .integer(1),
          ]),
        .insert(
          "loanAccount",
          ["account": id, "loan": .integer(record.id), "part": .text(part.part)]),
      ]
    }
    try self.record(EventDraft(.loanOpened, number, changes))
    try setLimits(of: AccountID(first), lowest: .zero, highest: nil)
    return PostingRules.LoanAccounts(
      principal: AccountID(first), interest: AccountID(first + 1), lateFee: AccountID(first + 2),
      interestIncome: product.interestIncome, lateFeeIncome: product.lateFeeIncome)
  }
}
