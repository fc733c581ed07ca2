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
    guard record.loan.status == .applied else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireNotBefore(record, date)
    try addStep(
      record.id, isApproved ? "approved" : "rejected", on: date, note: note, by: recordedBy)
    return try loanReader().loan(id: record.id)
  }

  /// Checks an application against its product and enters it in the register.
  private func insertLoan(_ application: LoanApplication) throws -> Int64 {
    try requirePositive(application.amount)
    let product = try catalog.loanProduct(application.product)
    let version = product.version(in: application.date.month)
    var plan = version.terms.plan
    plan.count = application.count ?? plan.count
    plan.rate = application.rate ?? plan.rate
    try requireTerms(application.amount, plan, version.terms, product.product.code)
    // Whether such a plan can be is known now, not when the money is handed out.
    _ = try InstallmentPlan(plan, principal: application.amount, disbursedOn: application.date)
    guard let member = try MemberTable.member(db, number: application.member) else {
      throw LedgerError.memberUnknown(application.member)
    }
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    guard application.date >= member.joinedOn else {
      throw LedgerError.memberNotYetJoined(member.number, joined: member.joinedOn)
    }
    for text in application.guarantors + application.collaterals.map(\.description)
      + [application.purpose, application.recordedBy].compactMap(\.self)
    where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    try db.execute(
      sql: """
        INSERT INTO loan (number, member, product, termsFrom, termsVersion, principal, count,
          rateBillionths, rateBasis, purpose, appliedOn)
        VALUES (?, (SELECT id FROM member WHERE number = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try nextLoanNumber(), application.member, product.id, version.effectiveFrom,
        version.version, application.amount.sen, plan.count, plan.rate.billionths,
        plan.rate.basis.rawValue, application.purpose, application.date.dayNumber,
      ])
    let id = db.lastInsertedRowID
    for (line, collateral) in application.collaterals.enumerated() {
      guard !collateral.value.isNegative else {
        throw LedgerError.amountNotPositive(collateral.value)
      }
      try db.execute(
        sql: "INSERT INTO loanCollateral VALUES (?, ?, ?, ?, ?)",
        arguments: [
          id, line + 1, collateral.kind.rawValue, collateral.description, collateral.value.sen,
        ])
    }
    for (line, name) in application.guarantors.enumerated() {
      try db.execute(
        sql: "INSERT INTO loanGuarantor VALUES (?, ?, ?)", arguments: [id, line + 1, name])
    }
    return id
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

  /// `PJ-0001` and on, in the order in which loans were entered.
  private func nextLoanNumber() throws -> String {
    let next = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM loan") ?? 0) + 1
    let digits = String(next)
    return "PJ-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
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
    var deductions = try fees(record)
    deductions.append((record.product.accounts.unearnedInterest, plan.interestInAdvance))
    let receiver = try payer(how.receiver)
    let postings = try PostingRules.disbursement(
      loan.principal, loan: accounts.principal, deductions: deductions, paidTo: receiver)
    let entry = try JournalEntry(.disbursement, on: how.date, postings: postings, note: how.note)
    let outcome = try post(entry) { try requireAcceptable(postings, on: how.date) }
    if !outcome.isReplay {
      try addStep(
        record.id, "disbursed", on: how.date, entry: outcome.number, by: how.note.recordedBy)
      try addPlan(
        NewPlan(plan: plan, advance: plan.interestInAdvance), to: record.id, startedOn: how.date,
        entry: outcome.number)
    }
    let paid = try postings.filter { $0.account == receiver && $0.amount.isNegative }
      .reduce(Rupiah.zero) { sum, posting in try sum - posting.amount }
    let now = try self.record(record.id, after: outcome)
    return (
      now,
      Receipt(
        entry: outcome.number, kind: .disbursement, bookDate: how.date,
        account: try AccountCode(loan.number), memberName: loan.memberName, amount: paid,
        balance: now.outstanding, note: how.note, isReplay: outcome.isReplay)
    )
  }

  /// What the product cuts from the money, by account.
  private func fees(_ record: LoanRecord) throws -> [(account: AccountID, amount: Rupiah)] {
    try record.terms.fees.map { fee in
      let amount = try fee.amount(on: record.loan.principal)
      switch fee.target {
      case .account(let code): return (try account(code).id, amount)
      case .savings(let code):
        let product = try catalog.product(code)
        let holder = try holder(record.loan.memberNumber, in: product)
        return (try openAccount(holder, in: product).id, amount)
      }
    }
  }

  private func openLoanAccounts(_ record: LoanRecord) throws -> LoanRecord.Accounts {
    // A disbursement that was reversed leaves its accounts behind, empty.
    if let accounts = record.accounts { return accounts }
    let number = record.loan.number
    let product = record.product.accounts
    func open(_ part: String, _ suffix: String, _ name: Phrase, _ control: AccountID) throws
      -> AccountID
    {
      try db.execute(
        sql: """
          INSERT INTO account (code, nameIndonesian, nameEnglish, type, parent, isPostable, lowest)
          VALUES (?, ?, ?, 'asset', ?, 1, ?)
          """,
        arguments: [
          number + suffix, "\(name.indonesian) \(number)", "\(name.english) \(number)",
          control.value, part == "principal" ? 0 : nil,
        ])
      let account = AccountID(db.lastInsertedRowID)
      try db.execute(
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
