import GRDB
import KSPCore

/// Reads all loans as they stood on a day, and what the ledger says of their control accounts.
struct LoanRegisterReader {
  private let db: Database
  private let catalog: Catalog
  private let reader: LoanReader
  private let date: BookDate

  init(_ db: Database, _ catalog: Catalog, _ memory: BookMemory, asOf date: BookDate) throws {
    self.db = db
    self.catalog = catalog
    reader = try LoanReader(db, catalog, memory)
    self.date = date
  }

  /// The loans of a selection, and perhaps a few that have ended.
  func rows(_ selection: LoanSelection) throws -> [LoanRegister.Row] {
    try selection.loans(db, asOf: date).map { id in
      let record = try reader.loan(id: id, asOf: date)
      let isOwed = record.loan.status == .running
      let position = try record.state.owedPosition(asOf: date)
      let grade = try LoanGrade(
        record.state, position, collaterals: reader.collaterals(of: id))
      return LoanRegister.Row(
        loan: record.loan, control: record.product.product.accounts.principalControl,
        outstanding: isOwed ? record.state.outstanding : .zero,
        arrears: position.dueAmounts.total,
        lateFee: position.lateFee, daysPastDue: position.daysPastDue, loanClass: grade.loanClass,
        secured: grade.counted, allowance: grade.allowance)
    }
  }

  /// Each control account once, whatever the number of products that share it.
  func controls(_ rows: [LoanRegister.Row]) throws -> [LoanRegister.Control] {
    let sums = try TrialBalanceSums.computed(db, asOf: date, through: .max)
    var known: Set<AccountCode> = []
    let accounts = catalog.loanProducts.map(\.product.accounts.principalControl)
      .filter { known.insert($0).inserted }
    return try accounts.map { account in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT c.nameIndonesian, c.nameEnglish,
            (SELECT ifnull(sum(b.balance), 0) FROM (\(sums.sql)) b
             JOIN account a ON a.id = b.account WHERE a.parent = c.id)
          FROM account c WHERE c.code = ?
          """, arguments: sums.arguments + [account.text])
      guard let row else { throw LedgerError.accountUnknown(account.text) }
      var outstanding = Rupiah.zero
      for row in rows where row.control == account { try outstanding += row.outstanding }
      return LoanRegister.Control(
        account: account, name: Phrase(try row.value(0), try row.value(1)),
        outstanding: outstanding, balance: Rupiah(sen: try row.value(2) as Int64))
    }
  }
}
