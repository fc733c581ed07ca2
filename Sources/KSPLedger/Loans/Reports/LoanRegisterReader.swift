import GRDB
import KSPCore

/// Reads all loans as they stood on a day, and what the ledger says of their control accounts.
struct LoanRegisterReader {
  private let db: Database
  private let catalog: Catalog
  private let reader: LoanReader
  private let date: BookDate
  /// What of the book counts; nil for all of it.
  private let state: KnownState?

  init(
    _ db: Database, _ catalog: Catalog, _ memory: BookMemory, asOf date: BookDate,
    at state: KnownState? = nil
  ) throws {
    self.db = db
    self.catalog = catalog
    reader = try LoanReader(db, catalog, memory)
    self.date = date
    self.state = state.flatMap { $0.isAll ? nil : $0 }
  }

  /// The loans of a selection, one after the other, and beside them the control accounts where it
  /// is all loans of the book as it is now. Loans that have ended come only where they were asked
  /// for.
  func read(
    _ selection: LoanSelection, _ body: (LoanRegister.Row) throws -> Void
  ) throws -> [LoanRegister.Control] {
    var owed: [AccountCode: Rupiah] = [:]
    // What has ended by now may have run when it was known.
    var read = selection
    if state != nil { read.includesEnded = true }
    try read.forEach(db, asOf: date) { id in
      guard let known = try knowledge(of: id) else { return }
      let row = try row(id, known)
      if !row.outstanding.isZero { try owed[row.control, default: .zero] += row.outstanding }
      if row.loan.isOpen || selection.includesEnded { try body(row) }
    }
    return selection.isWhole && state == nil ? try controls(owed) : []
  }

  /// What was known of a loan; nil where there was none.
  private func knowledge(of id: Int64) throws -> LoanKnowledge? {
    guard let state else { return .all }
    let number = try String.fetchOne(
      db, sql: "SELECT number FROM loan WHERE id = ?", arguments: [id])
    return try number.flatMap { try LoanKnowledge.at(state, of: LoanNumber($0), db) }
  }

  private func row(_ id: Int64, _ known: LoanKnowledge) throws -> LoanRegister.Row {
    let record = try reader.loan(
      id: id, asOf: date, known: known, reading: .dues(through: date))
    let isOwed = record.loan.status == .running
    let dues = try record.state.owedDues(asOf: date)
    let grade = try LoanGrade(
      record.state, dues,
      collaterals: reader.collaterals(of: id, asOf: date, step: known.step))
    return LoanRegister.Row(
      loan: record.loan, control: record.product.product.accounts.principalControl,
      outstanding: isOwed ? record.state.outstanding : .zero,
      arrears: dues.arrears.total,
      lateFee: dues.lateFee, daysPastDue: dues.daysPastDue, loanClass: grade.loanClass,
      secured: grade.counted, allowance: grade.allowance)
  }

  /// Each control account once, whatever the number of products that share it.
  ///
  /// Its balance is added up from closing balances and the postings since: what triggers maintain
  /// would not show a posting that was changed in the file. Neither holds accounts of loans that
  /// ended before, whose number grows with the years.
  private func controls(_ owed: [AccountCode: Rupiah]) throws -> [LoanRegister.Control] {
    let closed = try LoanSelection.lastClosedMonth(db, before: date)
    var known: Set<AccountCode> = []
    let accounts = catalog.loanProducts.map(\.product.accounts.principalControl)
      .filter { known.insert($0).inserted }
    return try accounts.map { account in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT c.nameIndonesian, c.nameEnglish,
            ifnull((SELECT sum(b.balance) FROM closingBalance b
              CROSS JOIN account a ON a.id = b.account
              WHERE b.month = :month AND a.parent = c.id), 0)
            + ifnull((SELECT sum(p.amount) FROM entry e CROSS JOIN posting p ON p.entry = e.id
              CROSS JOIN account a ON a.id = p.account
              WHERE e.bookDate > :lastDay AND e.bookDate <= :date AND a.parent = c.id), 0)
          FROM account c WHERE c.code = :code
          """,
        arguments: [
          "month": closed?.month ?? .min, "lastDay": closed?.lastDay ?? .min,
          "date": date.dayNumber, "code": account.text,
        ])
      guard let row else { throw LedgerError.accountUnknown(account.text) }
      return LoanRegister.Control(
        account: account, name: Phrase(id: try row.value(0), en: try row.value(1)),
        outstanding: owed[account] ?? .zero, balance: Rupiah(sen: try row.value(2) as Int64))
    }
  }

  /// What is to be set aside for all loans of the book, beside what is booked by the day.
  func allowances(_ rows: [LoanRegister.Row]) throws -> [LoanRegister.Allowance] {
    var needed: [AccountCode: Rupiah] = [:]
    var accounts: [ProductCode: AccountCode] = [:]
    for product in catalog.loanProducts {
      let account = product.product.accounts.allowance
      accounts[product.product.code] = account
      needed[account] = .zero
    }
    for row in rows {
      guard let account = accounts[row.loan.product] else { continue }
      try needed[account, default: .zero] += row.allowance
    }
    return try needed.sorted { $0.key < $1.key }.map { account, needed in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT nameIndonesian, nameEnglish, (SELECT ifnull(sum(amount), 0) FROM posting
            WHERE account = account.id AND bookDate <= ?)
          FROM account WHERE code = ?
          """, arguments: [date.dayNumber, account.text])
      guard let row else { throw LedgerError.accountUnknown(account.text) }
      return try LoanRegister.Allowance(
        account: account, name: Phrase(id: try row.value(0), en: try row.value(1)),
        needed: needed, booked: Rupiah(sen: row.value(2) as Int64).negated())
    }
  }
}
