import GRDB
import KSPCore

/// Reads and writes the terms of loan products.
enum LoanTermsTable {
  /// Every column read, by name: a schema whose text was damaged then fails as SQL, with an error,
  /// and not as a missing column of a row, which would end the program.
  private static let columns = ["effectiveFrom", "version"] + LoanTerm.columns.map(\.name)

  static func versions(
    _ db: Database, product: Int64
  ) throws -> [LoanProductRecord.Version] {
    let holidays = Set(
      try Int32.fetchAll(db.cachedStatement(sql: "SELECT day FROM holiday"))
        .map { try BookDate(dayNumber: $0) })
    let stored = try db.cachedStatement(
      sql: """
        SELECT \(columns.joined(separator: ", ")),
          ifnull((SELECT id FROM account WHERE code = administrationIncome), (SELECT min(account)
            FROM accountRole WHERE role = ?2 AND isHeld = 1)) AS administrationAccount
        FROM loanTerms WHERE product = ?1 ORDER BY effectiveFrom, version
        """)
    return try Row.fetchAll(
      stored, arguments: [product, AccountRole.feeIncome.rawValue]
    ).map { row in
      let key: (Int64, Int64) = (try row.value("effectiveFrom"), try row.value("version"))
      return LoanProductRecord.Version(
        effectiveFrom: key.0, version: key.1,
        terms: try terms(row, holidays, fees: try fees(db, product, key)),
        administrationIncome: (try row.optional("administrationAccount") as Int64?)
          .map { AccountID($0) })
    }
  }

  private static func terms(
    _ row: Row, _ holidays: Set<BookDate>, fees: [LoanFee]
  ) throws -> LoanTerms {
    let values = try LoanTerm.columns.map { column in
      (column.name, try termValue(row[column.name] as DatabaseValue, column.name))
    }
    var terms = try LoanTerms(
      effectiveFrom: BookMonth(ordinal: row.value("effectiveFrom")),
      restoring: TermRow(Dictionary(values, uniquingKeysWith: { first, _ in first })))
    terms.fees = fees
    terms.plan.shift = DueDateShift(terms.plan.shift.rule, holidays: holidays)
    return terms
  }

  private static func termValue(
    _ stored: DatabaseValue, _ column: String
  ) throws -> TermRow.Value {
    switch stored.storage {
    case .null: return .null
    case .int64(let number): return .number(number)
    case .string(let text): return .text(text)
    case .double, .blob: throw LedgerError.invariantBroken("loanTerms \(column)")
    }
  }

  private static func fees(
    _ db: Database, _ product: Int64, _ key: (Int64, Int64)
  ) throws -> [LoanFee] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT code, share, minimum, maximum, amount, account, savingsProduct, feeRecognition
          FROM loanFee WHERE product = ? AND effectiveFrom = ? AND version = ? ORDER BY line
          """), arguments: [product, key.0, key.1]
    ).map { row in
      func money(_ index: Int) throws -> Rupiah? {
        try (row.optional(index) as Int64?).map { Rupiah(sen: $0) }
      }
      let charge: LoanFee.Charge =
        try (row.optional(1) as Int64?).map {
          .share(try Share(billionths: $0), minimum: try money(2), maximum: try money(3))
        } ?? .fixed(money(4) ?? .zero)
      if let account = try row.optional(5) as String? {
        return LoanFee(
          code: try row.value(0), charge: charge, target: .account(AccountCode(stored: account)),
          earning: try stored(LoanFee.Earning.self, row.value(7)))
      }
      guard let savings = try row.optional(6) as ProductCode? else {
        throw LedgerError.invariantBroken("loanFee \(product): no account")
      }
      return LoanFee(code: try row.value(0), charge: charge, target: .savings(product: savings))
    }
  }

  // MARK: - Writing

  /// New terms; those that begin in the same month as older ones take their place for new loans.
  static func changes(
    _ db: Database, product: Int64, _ terms: LoanTerms
  ) throws -> [RowChange] {
    let month = Int64(terms.effectiveFrom.ordinal)
    let version =
      (try Int64.fetchOne(
        db, sql: "SELECT max(version) FROM loanTerms WHERE product = ? AND effectiveFrom = ?",
        arguments: [product, month]) ?? 0) + 1
    let key: [(String, StoredValue)] = [
      ("product", .integer(product)), ("effectiveFrom", .integer(month)),
      ("version", .integer(version)),
    ]
    return [.insert("loanTerms", key + values(of: terms))]
      + terms.fees.enumerated().map { line, fee in
        .insert("loanFee", key + [("line", StoredValue(line + 1))] + values(of: fee))
      }
  }

  private static func values(of terms: LoanTerms) -> [(String, StoredValue)] {
    LoanTerm.columns.compactMap { column in
      column.stored(terms).map { value in
        switch value {
        case .null: (column.name, .null)
        case .number(let number): (column.name, .integer(number))
        case .text(let text): (column.name, .text(text))
        }
      }
    }
  }

  private static func values(of fee: LoanFee) -> [(String, StoredValue)] {
    var values: [(String, StoredValue)] = [("code", .text(fee.code))]
    switch fee.charge {
    case .fixed(let fixed): values.append(("amount", StoredValue(fixed)))
    case .share(let share, let minimum, let maximum):
      values += [
        ("share", .integer(share.billionths)), ("minimum", StoredValue(minimum)),
        ("maximum", StoredValue(maximum)),
      ]
    }
    switch fee.target {
    case .account(let code): values.append(("account", .text(code.text)))
    case .savings(let product): values.append(("savingsProduct", StoredValue(product)))
    }
    return values + [("feeRecognition", .text(fee.earning.rawValue))]
  }
}

/// The value that a word of the file stands for.
func stored<Value: RawRepresentable>(
  _ type: Value.Type, _ word: String
) throws(LedgerError) -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: word) else { throw .invariantBroken("\(word)") }
  return value
}
