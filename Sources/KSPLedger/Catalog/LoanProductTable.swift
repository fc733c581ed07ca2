import GRDB
import KSPCore

/// A loan product as postings need it: its accounts by identity, and every version of its terms.
struct LoanProductRecord: Sendable {
  /// The identities of the accounts in ``LoanProduct/Accounts``.
  struct AccountIDs: Sendable {
    let principalControl, interestControl, lateFeeControl: AccountID
    let interestIncome, lateFeeIncome, unearnedInterest: AccountID
    let allowance, allowanceExpense, recoveryIncome: AccountID
  }

  /// One version of the terms; loans point at it.
  struct Version: Sendable {
    let effectiveFrom: Int64
    let version: Int64
    let terms: LoanTerms
    /// Where administration becomes income; nil where the book has no account for fees.
    var administrationIncome: AccountID?
  }

  let id: Int64
  let product: LoanProduct
  let accounts: AccountIDs
  /// Oldest first, superseded versions included.
  let versions: [Version]

  /// The terms in force in a month: of the latest month that has begun, the newest version; before
  /// the first month, the newest of that one.
  func version(in month: BookMonth) -> Version {
    let ordinal = max(Int64(month.ordinal), versions[0].effectiveFrom)
    return versions.last { $0.effectiveFrom <= ordinal } ?? versions[0]
  }

  func version(from month: Int64, _ version: Int64) throws(LedgerError) -> Version {
    guard let found = versions.first(where: { $0.effectiveFrom == month && $0.version == version })
    else { throw .invariantBroken("\(product.code): terms") }
    return found
  }
}

/// Reads and writes loan products.
enum LoanProductTable {
  private static let accountColumns = [
    "principalControl", "interestControl", "lateFeeControl", "interestIncome", "lateFeeIncome",
    "unearnedInterest", "allowance", "allowanceExpense", "recoveryIncome",
  ]

  static func all(_ db: Database) throws -> [LoanProductRecord] {
    let codes = accountColumns.map { "(SELECT code FROM account WHERE id = p.\($0))" }
    let ids = accountColumns.map { "p.\($0)" }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.code, p.nameIndonesian, p.nameEnglish,
          \((codes + ids).joined(separator: ", "))
        FROM loanProduct p ORDER BY p.id
        """)
    return try rows.map { row in
      func code(_ index: Int) throws -> AccountCode {
        AccountCode(stored: try row.value(4 + index))
      }
      func id(_ index: Int) throws -> AccountID {
        AccountID(try row.value(4 + accountColumns.count + index))
      }
      let accounts = try LoanProduct.Accounts(
        principalControl: code(0), interestControl: code(1), lateFeeControl: code(2),
        interestIncome: code(3), lateFeeIncome: code(4), unearnedInterest: code(5),
        allowance: code(6), allowanceExpense: code(7), recoveryIncome: code(8))
      let product = try LoanProduct(
        code: row.value(1), name: Phrase(id: row.value(2), en: row.value(3)), accounts: accounts)
      let versions = try LoanTermsTable.versions(db, product: row.value(0))
      guard !versions.isEmpty else {
        throw LedgerError.invariantBroken("\(product.code): no terms")
      }
      return LoanProductRecord(
        id: try row.value(0), product: product,
        accounts: try LoanProductRecord.AccountIDs(
          principalControl: id(0), interestControl: id(1), lateFeeControl: id(2),
          interestIncome: id(3), lateFeeIncome: id(4), unearnedInterest: id(5), allowance: id(6),
          allowanceExpense: id(7), recoveryIncome: id(8)),
        versions: versions)
    }
  }

  /// A new product with its first terms.
  static func adding(
    _ db: Database, _ product: LoanProduct, _ terms: LoanTerms
  ) throws -> EventDraft {
    let accounts = product.accounts
    let controls = [accounts.principalControl, accounts.interestControl, accounts.lateFeeControl]
    guard Set(controls).count == controls.count else {
      throw LedgerError.productInvalid(
        Phrase(
          id: "akun induk pokok, jasa dan denda harus tiga akun yang berbeda",
          en: "the control accounts of principal, interest and late fees must be three accounts"))
    }
    let ids = try [
      account(db, accounts.principalControl, [.asset], isPostable: false),
      account(db, accounts.interestControl, [.asset], isPostable: false),
      account(db, accounts.lateFeeControl, [.asset], isPostable: false),
      account(db, accounts.interestIncome, [.income], isPostable: true),
      account(db, accounts.lateFeeIncome, [.income], isPostable: true),
      account(
        db, accounts.unearnedInterest, [.liability], isPostable: true,
        only: .unearnedInterest),
      account(db, accounts.allowance, [.asset], isPostable: true, only: .loanAllowance),
      account(db, accounts.allowanceExpense, [.expense], isPostable: true),
      // What comes in on loans written off is income, or fills the allowance again.
      account(
        db, accounts.recoveryIncome,
        accounts.recoveryIncome == accounts.allowance ? [.asset] : [.income], isPostable: true),
    ]
    let id = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM loanProduct") ?? 0) + 1
    let named: [(String, StoredValue)] = [
      ("id", .integer(id)), ("code", StoredValue(product.code)),
      ("nameIndonesian", .text(product.name.indonesian)),
      ("nameEnglish", .text(product.name.english)),
    ]
    let row = RowChange.insert(
      "loanProduct", named + zip(accountColumns, ids).map { ($0, .integer($1)) })
    return EventDraft(
      .loanProductAdded, product.code,
      [row] + (try LoanTermsTable.changes(db, product: id, terms)))
  }

  /// Whether an account is one member's: their savings, or a part of their loan.
  static func isOfMember(_ db: Database, _ code: AccountCode) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM account a WHERE a.code = ?
          AND (a.id IN (SELECT account FROM savingsAccount)
            OR a.id IN (SELECT account FROM loanAccount)))
        """, arguments: [code.text]) ?? false
  }

  private static func account(
    _ db: Database, _ code: AccountCode, _ types: [AccountType], isPostable: Bool,
    only role: AccountRole? = nil
  ) throws -> Int64 {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, type, isPostable, EXISTS (SELECT 1 FROM accountRole
          WHERE account = a.id AND isHeld = 1 AND role IS NOT ?)
        FROM account a WHERE code = ?
        """,
      arguments: [role?.rawValue, code.text])
    guard let row, let type = AccountType(rawValue: try row.value(1)) else {
      throw LedgerError.accountUnknown(code.text)
    }
    guard types.contains(type), try row.value(2) == isPostable else {
      let wanted = types.map(\.rawValue).joined(separator: "/")
      throw LedgerError.productInvalid(
        Phrase(
          id:
            "akun \(code) harus segolongan \(wanted) dan \(isPostable ? "bisa" : "tidak") dibukukan",
          en: "account \(code) must be \(wanted) and \(isPostable ? "" : "not ")take entries itself"
        ))
    }
    let servesOther: Bool = try row.value(3)
    guard try (role == nil || !servesOther) && !isOfMember(db, code) else {
      throw LedgerError.productInvalid(
        Phrase(
          id: "akun \(code) sudah dipakai untuk hal lain; pilih akun tersendiri",
          en: "account \(code) serves something else already; use an account of its own"))
    }
    return try row.value(0)
  }
}
