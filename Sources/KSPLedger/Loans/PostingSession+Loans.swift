import GRDB
import KSPCore

extension PostingSession {
  // MARK: - Application and approval

  func apply(_ application: LoanApplication) throws -> LoanRecord {
    let id = try insertLoan(application)
    try addStep(id, "applied", on: application.date, by: application.recordedBy)
    return try loanReader().loan(id: id)
  }

  func decide(
    _ number: String, isApproved: Bool, on date: BookDate, note: String?, by recordedBy: String?
  ) throws -> LoanRecord {
    let record = try loanReader().loan(number)
    // What was approved can still be turned down until it is paid out.
    let open: [Loan.Status] = isApproved ? [.applied] : [.applied, .approved]
    guard open.contains(record.loan.status) else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireOpen(date, kind: .disbursement)
    try requireNotBefore(record, date)
    try addStep(
      record.id, isApproved ? "approved" : "rejected", on: date, note: note, by: recordedBy)
    return try loanReader().loan(id: record.id)
  }

  /// Checks an application against its product and enters it in the register.
  private func insertLoan(_ application: LoanApplication) throws -> Int64 {
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

  /// Enters a loan in the register under a number, with what secures it.
  func enter(
    _ application: LoanApplication, as number: String, _ product: LoanProductRecord,
    _ version: LoanProductRecord.Version, _ plan: PlanTerms
  ) throws -> Int64 {
    let member = try MemberTable.requireMember(db, number: application.member)
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    guard application.date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(member.number, joined: member.joinedOn)
    }
    for text in application.guarantors + application.collaterals.map(\.description)
      + [application.purpose, application.recordedBy].compactMap(\.self)
    where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    try db.executePrepared(
      sql: """
        INSERT INTO loan (number, member, product, termsFrom, termsVersion, principal, count,
          rateBillionths, rateBasis, purpose, appliedOn)
        VALUES (?, (SELECT id FROM member WHERE number = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, application.member, product.id, version.effectiveFrom,
        version.version, application.amount.sen, plan.count, plan.rate.billionths,
        plan.rate.basis.rawValue, application.purpose, application.date.dayNumber,
      ])
    let id = db.lastInsertedRowID
    for (line, collateral) in application.collaterals.enumerated() {
      guard !collateral.value.isNegative else {
        throw LedgerError.amountNotPositive(collateral.value)
      }
      try db.executePrepared(
        sql: "INSERT INTO loanCollateral VALUES (?, ?, ?, ?, ?)",
        arguments: [
          id, line + 1, collateral.kind.rawValue, collateral.description, collateral.value.sen,
        ])
    }
    for (line, name) in application.guarantors.enumerated() {
      try db.executePrepared(
        sql: "INSERT INTO loanGuarantor VALUES (?, ?, ?)", arguments: [id, line + 1, name])
    }
    return id
  }

  /// Whether an application asks for a loan as it was entered.
  func isLoan(_ record: LoanRecord, of application: LoanApplication) throws -> Bool {
    let (loan, agreed) = (record.loan, record.agreed)
    guard loan.memberNumber == application.member, loan.product == application.product,
      loan.principal == application.amount, application.count ?? agreed.count == agreed.count,
      application.rate ?? agreed.rate == agreed.rate
    else { return false }
    return try LoanReader.collaterals(db, record.id) == application.collaterals
      && LoanReader.guarantors(db, record.id) == application.guarantors
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
    let needed: [Loan.Status] = record.terms.needsApproval ? [.approved] : [.approved, .applied]
    guard needed.contains(loan.status) else {
      throw LedgerError.loanNotAtStep(loan.number, is: loan.status)
    }
    if earlier == nil {
      try requireLast(record, how.date)
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
      try addStep(
        record.id, "disbursed", on: how.date, entry: outcome.number, by: how.note.recordedBy)
      try addPlan(
        NewPlan(plan: plan, advance: plan.interestInAdvance), to: record.id, startedOn: how.date,
        entry: outcome.number)
    }
    let paid = try deductions.reduce(loan.principal) { left, cut in try left - cut.amount }
    let now = try self.record(record.id, after: outcome)
    guard now.plan?.firstDue == plan.firstDue else {
      throw LedgerError.referenceReused(how.note.reference ?? "", by: outcome.number)
    }
    return (
      now,
      Receipt(
        entry: outcome.number, kind: .disbursement, bookDate: how.date,
        account: try AccountCode(loan.number), memberName: loan.memberName, amount: paid,
        deductions: deductions.filter { !$0.amount.isZero }.map {
          Receipt.Deduction(name: $0.name, amount: $0.amount)
        }, balance: now.outstanding, note: how.note, isReplay: outcome.isReplay)
    )
  }

  /// What is cut from the money before it is handed out: the product's fees, and interest.
  private func deductions(
    _ record: LoanRecord, _ plan: InstallmentPlan
  ) throws -> [(name: Phrase, account: AccountID, amount: Rupiah)] {
    var deductions: [(name: Phrase, account: AccountID, amount: Rupiah)] = []
    for fee in record.terms.fees {
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

  func openLoanAccounts(_ record: LoanRecord) throws -> LoanRecord.Accounts {
    // A disbursement that was reversed leaves its accounts behind, empty.
    if let accounts = record.accounts { return accounts }
    let number = record.loan.number
    let product = record.product.accounts
    func open(_ part: String, _ suffix: String, _ name: Phrase, _ control: AccountID) throws
      -> AccountID
    {
      try db.executePrepared(
        sql: """
          INSERT INTO account (code, nameIndonesian, nameEnglish, type, parent, isPostable, lowest)
          VALUES (?, ?, ?, 'asset', ?, 1, ?)
          """,
        arguments: [
          number + suffix, "\(name.indonesian) \(number)", "\(name.english) \(number)",
          control.value, part == "principal" ? 0 : nil,
        ])
      let account = AccountID(db.lastInsertedRowID)
      try db.executePrepared(
        sql: "INSERT INTO loanAccount (account, loan, part) VALUES (?, ?, ?)",
        arguments: [account.value, record.id, part])
      return account
    }
    return LoanRecord.Accounts(
      principal: try open(
        "principal", "", Phrase("Pinjaman", "Loan"), product.principalControl),
      interest: try open(
        "interest", ".J", Phrase("Jasa pinjaman", "Interest on loan"), product.interestControl),
      lateFee: try open(
        "late-fee", ".D", Phrase("Denda pinjaman", "Late fees on loan"), product.lateFeeControl))
  }
}
