import GRDB
import KSPCore

/// Gives a book the accounts and products that loans begin with.
///
/// A new book gets them when it is made, an older one when it is migrated. A chart of accounts of
/// the cooperative's own may lack an account that they need; it then gets no products, and the
/// cooperative adds its own.
struct LoanSetup {
  let db: Database
  let now: Timestamp

  private static let controls: [(code: String, name: Phrase)] = [
    ("1-1220", Phrase("Pinjaman anggota per rekening", "Loans to members by account")),
    ("1-1310", Phrase("Jasa pinjaman yang akan diterima", "Loan interest receivable")),
    ("1-1320", Phrase("Denda yang akan diterima", "Late fees receivable")),
  ]

  func install() throws {
    let header = try Int64.fetchOne(
      db, sql: "SELECT parent FROM account WHERE role = 'cash' AND parent IS NOT NULL")
    for control in Self.controls where try !exists(control.code) {
      try db.execute(
        sql: """
          INSERT INTO account (code, nameIndonesian, nameEnglish, type, parent, isPostable)
          VALUES (?, ?, ?, 'asset', ?, 0)
          """,
        arguments: [control.code, control.name.indonesian, control.name.english, header])
    }
    let accounts = try LoanProduct.Accounts.standard()
    for (product, terms) in try standardProducts(accounts) {
      do {
        try LoanProductTable.insert(db, product, terms, recordedAt: now, recordedBy: nil)
      } catch let error as LedgerError
        where [.accountUnknown, .productInvalid].contains(error.code)
      {
        return
      }
    }
  }

  private func exists(_ code: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE code = ?)", arguments: [code]) ?? false
  }

  /// Flat, declining and annuity at 1.5 % a month over twelve months, until the board says
  /// otherwise.
  private func standardProducts(
    _ accounts: LoanProduct.Accounts
  ) throws -> [(LoanProduct, LoanTerms)] {
    let first = try BookMonth(
      ordinal: try Int32.fetchOne(db, sql: "SELECT firstMonth FROM book") ?? 12)
    let rate = try Rate(billionths: 15_000_000, per: .month)
    func entry(
      _ code: String, _ name: Phrase, _ method: LoanMethod
    ) -> (LoanProduct, LoanTerms) {
      (
        LoanProduct(code: code, name: name, accounts: accounts),
        LoanTerms(
          effectiveFrom: first, plan: PlanTerms(method: method, rate: rate, count: 12))
      )
    }
    return [
      entry("flat", Phrase("Pinjaman flat", "Flat loan"), .flat),
      entry("menurun", Phrase("Pinjaman menurun", "Declining loan"), .declining),
      entry("anuitas", Phrase("Pinjaman anuitas", "Annuity loan"), .annuity),
    ]
  }
}

extension LoanProduct.Accounts {
  /// The accounts of the standard chart.
  static func standard() throws(LedgerError) -> LoanProduct.Accounts {
    LoanProduct.Accounts(
      principalControl: try AccountCode("1-1220"), interestControl: try AccountCode("1-1310"),
      lateFeeControl: try AccountCode("1-1320"), interestIncome: try AccountCode("4-1000"),
      lateFeeIncome: try AccountCode("4-1100"), unearnedInterest: try AccountCode("2-1700"),
      allowance: try AccountCode("1-1290"), allowanceExpense: try AccountCode("5-2900"),
      recoveryIncome: try AccountCode("4-1310"))
  }
}
