import GRDB
import KSPCore

extension PostingSession {
  func loanReader() throws -> LoanReader { try LoanReader(db, catalog) }

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
    let record = try loanReader().loan(number)
    if let reference = how.note.reference, let known = try entryNumber(reference: reference) {
      guard let accounts = record.accounts, let stored = try JournalReader(db).entry(known) else {
        throw LedgerError.referenceReused(reference, by: known)
      }
      let advance = try advance(of: record, known)
      _ = try post(disbursement(record, accounts, advance: advance, how))
      return (record, try receipt(record, known, how.date, stored.note, isReplay: true))
    }
    let needed: [Loan.Status] = record.terms.needsApproval ? [.approved] : [.approved, .applied]
    guard needed.contains(record.loan.status) else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireLast(record, how.date)
    if let left = try MemberTable.member(db, number: record.loan.memberNumber)?.leftOn {
      throw LedgerError.memberLeft(record.loan.memberNumber, on: left)
    }
    let loan = record.loan
    let plan = try InstallmentPlan(
      loan.terms.plan, principal: loan.principal, disbursedOn: how.date, firstDue: how.firstDue)
    let accounts = try openLoanAccounts(record)
    let entry = try disbursement(record, accounts, advance: plan.interestInAdvance, how)
    let outcome = try post(entry) { try requireAcceptable(entry.postings, on: how.date) }
    try addStep(
      record.id, "disbursed", on: how.date, entry: outcome.number, by: how.note.recordedBy)
    try addPlan(
      plan.installments, to: record.id, startedOn: how.date, periodStart: how.date,
      firstDue: plan.firstRowDue, principal: loan.principal, after: outcome.number.value,
      entry: outcome.number,
      advance: plan.interestInAdvance)
    let now = try loanReader().loan(id: record.id)
    return (now, try receipt(now, outcome.number, how.date, how.note, isReplay: false))
  }

  private func disbursement(
    _ record: LoanRecord, _ accounts: LoanRecord.Accounts, advance: Rupiah, _ how: Disbursement
  ) throws -> JournalEntry {
    let deductions =
      try fees(record) + [(account: record.product.accounts.unearnedInterest, amount: advance)]
    let postings = try PostingRules.disbursement(
      record.loan.principal, loan: accounts.principal, deductions: deductions,
      paidTo: payer(how.receiver))
    return try JournalEntry(.disbursement, on: how.date, postings: postings, note: how.note)
  }

  /// The interest that an entry cut in advance.
  private func advance(of record: LoanRecord, _ entry: EntryNumber) throws -> Rupiah {
    let sen = try Int64.fetchOne(
      db, sql: "SELECT advance FROM loanPlan WHERE loan = ? AND entry = ?",
      arguments: [record.id, entry.value])
    return Rupiah(sen: sen ?? 0)
  }

  /// What the member takes home, and what was cut from it.
  private func receipt(
    _ record: LoanRecord, _ entry: EntryNumber, _ date: BookDate, _ note: EntryNote, isReplay: Bool
  ) throws -> Receipt {
    var deductions = try record.terms.fees.map { fee in
      Receipt.Deduction(
        name: Phrase(fee.code, fee.code), amount: try fee.amount(on: record.loan.principal))
    }
    deductions.append(
      Receipt.Deduction(
        name: Phrase("jasa di muka", "interest in advance"), amount: try advance(of: record, entry))
    )
    return Receipt(
      entry: entry, kind: .disbursement, bookDate: date,
      account: try AccountCode(record.loan.number), memberName: record.loan.memberName,
      amount: try deductions.reduce(record.loan.principal) { left, cut in try left - cut.amount },
      deductions: deductions.filter { !$0.amount.isZero }, balance: record.outstanding, note: note,
      isReplay: isReplay)
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

  /// The loan that an entry belongs to, if it belongs to one.
  func loanOfEntry(_ entry: EntryNumber) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT l.number FROM loanStep s JOIN loan l ON l.id = s.loan WHERE s.entry = ?
        UNION ALL
        SELECT l.number FROM posting p JOIN loanAccount c ON c.account = p.account
        JOIN loan l ON l.id = c.loan WHERE p.entry = ? LIMIT 1
        """, arguments: [entry.value, entry.value])
  }

  // MARK: - Steps and plans

  func requireNotBefore(_ record: LoanRecord, _ date: BookDate) throws {
    guard date >= record.lastDate else {
      throw LedgerError.loanDateTooEarly(record.loan.number, date, since: record.lastDate)
    }
  }

  func addStep(
    _ loan: Int64, _ kind: String, on date: BookDate, entry: EntryNumber? = nil,
    loanClass: LoanClass? = nil, note: String? = nil, by recordedBy: String?
  ) throws {
    for text in [note, recordedBy].compactMap(\.self) where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    try db.executePrepared(
      sql: """
        INSERT INTO loanStep (loan, kind, bookDate, entry, class, note, recordedAt, recordedBy)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        loan, kind, date.dayNumber, entry?.value, loanClass?.rawValue, note, recordedAt.seconds,
        recordedBy,
      ])
  }

  /// Writes a plan: its rows, then its header, which seals them.
  func addPlan(
    _ installments: [Installment], to loan: Int64, startedOn: BookDate, periodStart: BookDate,
    firstDue: BookDate, principal: Rupiah, after entry: Int64, entry source: EntryNumber?,
    carried: (fee: Rupiah, interest: Rupiah) = (.zero, .zero), advance: Rupiah = .zero,
    paid: (principal: Rupiah, interest: Rupiah) = (.zero, .zero)
  ) throws {
    let version =
      (try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(version) FROM loanPlan WHERE loan = ?"),
        arguments: [loan]) ?? 0) + 1
    let insert = try SQLStatement(db, "INSERT INTO loanInstallment VALUES (?, ?, ?, ?, ?, ?)")
    for row in installments {
      insert.bind(loan, at: 1)
      insert.bind(version, at: 2)
      insert.bind(Int64(row.number), at: 3)
      insert.bind(Int64(row.due.dayNumber), at: 4)
      insert.bind(row.principal.sen, at: 5)
      insert.bind(row.interest.sen, at: 6)
      try insert.run()
    }
    try db.executePrepared(
      sql: "INSERT INTO loanPlan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        loan, version, startedOn.dayNumber, entry, source?.value, periodStart.dayNumber,
        firstDue.dayNumber, principal.sen, carried.fee.sen, carried.interest.sen, advance.sen,
        paid.principal.sen, paid.interest.sen,
      ])
  }
}
