import GRDB
import KSPCore

/// One pass over all loans for a month: interest and late fees recognised, class, allowance.
///
/// A preview and a run are the same pass; a preview has no session and stores nothing. Loans come
/// one at a time, by product, so memory does not grow with their number.
final class LoanMonthEnd {
  /// What one product comes to.
  private struct Sum {
    var loans: [LoanClass: Int] = [:]
    var outstanding = Rupiah.zero
    var arrears = Rupiah.zero
    var interest = Rupiah.zero
    var lateFee = Rupiah.zero
    var released = Rupiah.zero
    var allowance = Rupiah.zero
    var entry: EntryNumber?
    /// Whether evidence is kept of any of its loans.
    var isConcerned = false
  }

  /// What the month end found out about one loan.
  private struct Finding {
    let record: LoanRecord
    let position: LoanPosition
    let grade: LoanGrade
    let interest: Rupiah
    let lateFee: Rupiah
    let unearned: Rupiah
    let released: Rupiah

    /// Whether the month has anything to say of the loan.
    var isEvidence: Bool {
      record.loan.status == .running
        || [interest, lateFee, unearned, released].contains { !$0.isZero }
    }

    /// What becomes income with this month end.
    func recognised() throws(LedgerError) -> Rupiah { try interest + lateFee + released }
  }

  private let db: Database
  private let month: BookMonth
  private let catalog: Catalog
  private let session: PostingSession?
  private let recordedBy: String?
  private let reader: LoanReader
  private let balance: SQLStatement
  private let before: SQLStatement
  private let advance: SQLStatement
  private let evidence: SQLStatement
  private var sums: [Sum]
  private var voucher: JournalWriter.Voucher?

  init(
    _ db: Database, month: BookMonth, catalog: Catalog, session: PostingSession?,
    recordedBy: String?
  ) throws {
    self.db = db
    self.month = month
    self.catalog = catalog
    self.session = session
    self.recordedBy = recordedBy
    reader = try LoanReader(db, catalog)
    sums = Array(repeating: Sum(), count: catalog.loanProducts.count)
    // What is dated after the month is taken off the balance that triggers maintain.
    balance = try SQLStatement(
      db,
      """
      SELECT balance - ifnull((SELECT sum(amount) FROM posting
        WHERE account = ?1 AND bookDate > ?2), 0) FROM account WHERE id = ?1
      """)
    before = try SQLStatement(db, "SELECT unearned FROM loanMonth WHERE month = ? AND loan = ?")
    advance = try SQLStatement(
      db,
      """
      SELECT n.advance, e.bookDate, r.bookDate FROM loanPlan n
      JOIN entry e ON e.id = n.entry AND e.kind = 'disbursement'
      LEFT JOIN entry r ON r.reverses = e.id WHERE n.loan = ?
      """)
    evidence = try SQLStatement(
      db, "INSERT INTO loanMonth VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Runs the pass.
  func run() throws -> (
    products: [MonthEndReport.LoanProduct], provisions: [MonthEndReport.Provision]
  ) {
    let loans = try loans()
    for (index, product) in catalog.loanProducts.enumerated() {
      for id in loans[product.id] ?? [] { try settle(id, index) }
      try sealVoucher(index)
    }
    let provisions = try postProvisions()
    return (try report(), provisions)
  }

  /// The loans to look at, by product: those that the month before kept evidence of, and those that
  /// moved in the month. What ended earlier costs nothing.
  private func loans() throws -> [Int64: [Int64]] {
    let query = try SQLStatement(
      db,
      """
      SELECT product, id FROM loan WHERE id IN (
        SELECT loan FROM loanMonth WHERE month = ?1
        UNION
        SELECT c.loan FROM entry e JOIN posting p ON p.entry = e.id
        JOIN loanAccount c ON c.account = p.account
        WHERE e.bookDate BETWEEN ?2 AND ?3
          AND e.kind IN ('disbursement', 'repayment', 'writeOff', 'recovery', 'reversal'))
      ORDER BY product, id
      """)
    query.bind(Int64(month.ordinal) - 1, at: 1)
    query.bind(Int64(month.firstDay.dayNumber), at: 2)
    query.bind(Int64(month.lastDay.dayNumber), at: 3)
    defer { query.reset() }
    var found: [Int64: [Int64]] = [:]
    while try query.step() { found[query.int64(0), default: []].append(query.int64(1)) }
    return found
  }

  // MARK: - One loan

  private func settle(_ id: Int64, _ index: Int) throws {
    let record = try reader.loan(id: id, asOf: month.lastDay)
    guard let accounts = record.postingAccounts else { return }
    let position = try record.owedPosition(asOf: month.lastDay)
    let grade = try LoanGrade(
      record, position, collaterals: try LoanReader.collaterals(db, id), asOf: month.lastDay)
    let targets = try receivable(record, position)
    let unearned = try unearned(record)
    let finding = Finding(
      record: record, position: position, grade: grade,
      interest: try targets.interest - balance(of: accounts.interest),
      lateFee: try targets.lateFee - balance(of: accounts.lateFee),
      unearned: unearned.now, released: unearned.released)
    guard finding.isEvidence else { return }
    try add(finding, to: index)
    guard let session else { return }
    try post(finding, accounts, session)
    try keep(finding)
  }

  /// What the loan's receivables should hold at the end of the month; nothing once it has ended, so
  /// that what was received and not yet income becomes it.
  private func receivable(
    _ record: LoanRecord, _ position: LoanPosition
  ) throws -> (interest: Rupiah, lateFee: Rupiah) {
    guard record.terms.recognition != .onReceipt, record.loan.status == .running,
      let progress = try record.progress(atEndOf: month)
    else { return (.zero, .zero) }
    var interest = try record.interestOwed(progress)
    // What was cut in advance is no receivable: as long as it is not earned it is a liability.
    if progress.plan.terms.interestDue != .inAdvance { try interest += progress.advanceLeft() }
    return (interest, position.lateFee)
  }

  /// Interest cut in advance: what is not earned at the end of the month, and what has been since
  /// the month before.
  private func unearned(_ record: LoanRecord) throws -> (now: Rupiah, released: Rupiah) {
    guard record.agreed.interestDue == .inAdvance else { return (.zero, .zero) }
    before.bind(Int64(month.ordinal) - 1, at: 1)
    before.bind(record.id, at: 2)
    var held = try before.step() ? Rupiah(sen: before.int64(0)) : .zero
    before.reset()
    let days = Int64(month.firstDay.dayNumber)...Int64(month.lastDay.dayNumber)
    advance.bind(record.id, at: 1)
    defer { advance.reset() }
    while try advance.step() {
      let cut = Rupiah(sen: advance.int64(0))
      if days.contains(advance.int64(1)) { held = try held + cut }
      if let day = advance.optionalInt64(2), days.contains(day) { held = try held - cut }
    }
    let now = try record.unearned(atEndOf: month)
    return (now, try held - now)
  }

  private func balance(of account: AccountID) throws -> Rupiah {
    balance.bind(account.value, at: 1)
    balance.bind(Int64(month.lastDay.dayNumber), at: 2)
    defer { balance.reset() }
    return try balance.step() ? Rupiah(sen: balance.int64(0)) : .zero
  }

  private func add(_ finding: Finding, to index: Int) throws {
    sums[index].isConcerned = true
    if finding.record.loan.status == .running {
      sums[index].loans[finding.grade.loanClass, default: 0] += 1
    }
    let due = try finding.position.dueAmounts()
    try sums[index].outstanding += finding.position.outstanding()
    try sums[index].arrears += try due.principal + due.interest
    try sums[index].interest += finding.interest
    try sums[index].lateFee += finding.lateFee
    try sums[index].released += finding.released
    try sums[index].allowance += finding.grade.allowance
  }

  private func keep(_ finding: Finding) throws {
    let due = try finding.position.dueAmounts()
    evidence.bind(Int64(month.ordinal), at: 1)
    evidence.bind(finding.record.id, at: 2)
    evidence.bind(try finding.position.outstanding().sen, at: 3)
    evidence.bind(due.principal.sen, at: 4)
    evidence.bind(due.interest.sen, at: 5)
    evidence.bind(finding.position.lateFeeCharged.sen, at: 6)
    evidence.bind(try finding.recognised().sen, at: 7)
    evidence.bind(finding.unearned.sen, at: 8)
    evidence.bind(
      finding.position.late.first.map { Int64($0.installment.due.dayNumber) }, at: 9)
    evidence.bind(Int64(finding.grade.loanClass.rawValue), at: 10)
    evidence.bind(finding.grade.counted.sen, at: 11)
    evidence.bind(finding.grade.allowance.sen, at: 12)
    evidence.bind(finding.record.loan.status == .running ? 1 : 0, at: 13)
    try evidence.run()
  }

  // MARK: - Vouchers

  private func post(
    _ finding: Finding, _ accounts: PostingRules.LoanAccounts, _ session: PostingSession
  ) throws {
    for (account, amount) in [
      (accounts.interest, finding.interest), (accounts.lateFee, finding.lateFee),
    ] where !amount.isZero {
      if voucher == nil { voucher = session.journal.beginVoucher(on: month.lastDay) }
      guard var open = voucher else { return }
      voucher = nil
      try session.journal.add(Posting(account: account, amount: amount), to: &open)
      voucher = open
    }
  }

  /// The other side of a product's interest: income, and what was unearned.
  private func sealVoucher(_ index: Int) throws {
    guard let session else { return }
    let accounts = catalog.loanProducts[index].accounts
    let sum = sums[index]
    var open =
      voucher ?? (sum.released.isZero ? nil : session.journal.beginVoucher(on: month.lastDay))
    voucher = nil
    guard open != nil else { return }
    let legs = [
      Posting(account: accounts.unearnedInterest, amount: sum.released),
      try .credit(accounts.interestIncome, try sum.interest + sum.released),
      try .credit(accounts.lateFeeIncome, sum.lateFee),
    ]
    for leg in legs where !leg.amount.isZero {
      guard var voucher = open else { return }
      open = nil
      try session.journal.add(leg, to: &voucher)
      open = voucher
    }
    guard let open else { return }
    let code = catalog.loanProducts[index].product.code
    sums[index].entry = try session.journal.seal(
      open, kind: .loanInterest,
      note: EntryNote(reference: "jasa-pinjaman/\(code)/\(month)", recordedBy: recordedBy))
  }

  /// Brings what the month ends have set aside to what is required, for every allowance account.
  private func postProvisions() throws -> [MonthEndReport.Provision] {
    var required: [AccountID: (amount: Rupiah, expense: AccountID)] = [:]
    for (index, product) in catalog.loanProducts.enumerated() {
      let account = product.accounts.allowance
      let before = required[account]?.amount ?? .zero
      required[account] = (
        try before + sums[index].allowance, product.accounts.allowanceExpense
      )
    }
    var changes: [MonthEndReport.Provision] = []
    for (account, wanted) in required.sorted(by: { $0.key < $1.key }) {
      let change = try wanted.amount - tracked(account)
      guard !change.isZero else { continue }
      var entry: EntryNumber?
      if let session {
        let postings = try PostingRules.provision(
          change, allowance: account, expense: wanted.expense)
        let note = EntryNote(
          reference: "penyisihan/\(account.value)/\(month)", recordedBy: recordedBy)
        entry = try session.journal.append(
          JournalEntry(.provision, on: month.lastDay, postings: postings, note: note))
      }
      changes.append(MonthEndReport.Provision(change: change, entry: entry))
    }
    return changes
  }

  /// What month ends and write-offs have left in an allowance account; what was booked there by
  /// hand, for loans that the book does not know one by one, is not touched.
  private func tracked(_ account: AccountID) throws -> Rupiah {
    let sum = try Int64.fetchOne(
      db,
      sql: """
        SELECT ifnull(sum(p.amount), 0) FROM posting p JOIN entry e ON e.id = p.entry
        LEFT JOIN entry o ON o.id = e.reverses
        WHERE p.account = ? AND p.bookDate <= ?
          AND ifnull(o.kind, e.kind) IN ('provision', 'writeOff')
        """, arguments: [account.value, month.lastDay.dayNumber])
    return try Rupiah(sen: sum ?? 0).negated()
  }

  private func report() throws -> [MonthEndReport.LoanProduct] {
    try zip(catalog.loanProducts, sums).compactMap { product, sum in
      guard sum.isConcerned else { return nil }
      return MonthEndReport.LoanProduct(
        code: product.product.code, name: product.product.name, loans: sum.loans,
        outstanding: sum.outstanding, arrears: sum.arrears,
        recognised: try sum.interest + sum.lateFee + sum.released, allowance: sum.allowance,
        entry: sum.entry)
    }
  }
}
