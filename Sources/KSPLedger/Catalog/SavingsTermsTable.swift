import GRDB
import KSPCore

/// Reads and writes the terms of savings products.
enum SavingsTermsTable {
  private static let columns = """
    effectiveFrom, version, isWithdrawable, minimumDeposit, minimumBalance, overdraftLimit,
    monthlyDue, interestMethod, dayCount, interestFloor, countsPostingDay, roundingMode,
    roundingStep, roundingMoment, creditingInterval, isAccrued, leastInterest, belowLeast
    """

  /// The terms of a product, oldest first; where a month's terms were given anew, the newest.
  static func terms(_ db: Database, product: Int64) throws -> [SavingsTerms] {
    try terms(
      db, product: product,
      where: """
        version = (SELECT max(version) FROM savingsTerms
          WHERE product = t.product AND effectiveFrom = t.effectiveFrom)
        """)
  }

  /// The same as they had been set at a point; none of a product that was added since.
  static func terms(
    _ db: Database, of product: Catalog.Product, at state: KnownState
  ) throws -> [SavingsTerms] {
    guard !state.isAll else { return product.terms }
    let rows = try KnownRows(
      db, table: "savingsTerms", subject: product.product.code.text, through: state.event)
    var versions: [Int64: Int64] = [:]
    for row in rows.all {
      guard let month = row["effectiveFrom"]?.integer, let version = row["version"]?.integer else {
        throw LedgerError.invariantBroken("savingsTerms \(product.product.code)")
      }
      versions[month] = max(version, versions[month] ?? version)
    }
    guard !versions.isEmpty else { return [] }
    let known = versions.map { "(\($0.key), \($0.value))" }.joined(separator: ", ")
    return try terms(
      db, product: product.id, where: "(effectiveFrom, version) IN (VALUES \(known))")
  }

  private static func terms(
    _ db: Database, product: Int64, where condition: String
  ) throws -> [SavingsTerms] {
    let sql = """
      SELECT \(columns), interestCreditedTo, leavingInterest
      FROM savingsTerms t
      WHERE product = ? AND \(condition)
      ORDER BY effectiveFrom
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [product]).map { row in
      let key: StatementArguments = try [product, row.value(0) as Int64, row.value(1) as Int64]
      return try SavingsTerms(
        effectiveFrom: BookMonth(ordinal: row.value(0)), isWithdrawable: row.value(2),
        withdrawalWindows: windows(db, key), minimumDeposit: Rupiah(sen: row.value(3) as Int64),
        minimumBalance: Rupiah(sen: row.value(4) as Int64),
        overdraftLimit: Rupiah(sen: row.value(5) as Int64),
        monthlyDue: Rupiah(sen: row.value(6) as Int64), interest: interest(db, row, key),
        interestCreditedTo: row.optional(18),
        leavingInterest: SavingsTerms.LeavingInterest(rawValue: row.value(19)) ?? .none)
    }
  }

  /// The interest that a product paid last, up to a month; nil where it never paid any.
  static func lastInterest(
    _ db: Database, product: Int64, through month: BookMonth
  ) throws -> InterestTerms? {
    let sql = """
      SELECT \(columns)
      FROM savingsTerms
      WHERE product = ? AND effectiveFrom <= ? AND interestMethod IS NOT NULL
      ORDER BY effectiveFrom DESC, version DESC LIMIT 1
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [product, month.ordinal]) else {
      return nil
    }
    return try interest(db, row, [product, row.value(0) as Int64, row.value(1) as Int64])
  }

  private static func windows(_ db: Database, _ key: StatementArguments) throws -> [BookPeriod] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT opensOn, closesOn FROM savingsWindow
          WHERE product = ? AND effectiveFrom = ? AND version = ? ORDER BY opensOn
          """), arguments: key
    ).map { row in
      try BookPeriod(
        from: BookDate(dayNumber: row.value(0)), through: BookDate(dayNumber: row.value(1)))
    }
  }

  private static func interest(
    _ db: Database, _ row: Row, _ key: StatementArguments
  ) throws -> InterestTerms? {
    guard let methodText = try row.optional(7) as String? else { return nil }
    guard let method = InterestTerms.Method(rawValue: methodText),
      let dayCount = DayCount(rawValue: try row.value(8)),
      let mode = Rounding.Mode(rawValue: try row.value(11)),
      let moment = InterestTerms.RoundingMoment(rawValue: try row.value(13))
    else { throw LedgerError.invariantBroken("savingsTerms \(methodText)") }
    let tiers = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT threshold, rateBillionths, rateBasis, standing FROM savingsTier
          WHERE product = ? AND effectiveFrom = ? AND version = ? ORDER BY threshold, standing
          """), arguments: key
    ).map { tier in
      try InterestTerms.Tier(
        from: Rupiah(sen: tier.value(0) as Int64), rate: tier.rate(1),
        for: Member.Standing(rawValue: tier.value(3)))
    }
    return try InterestTerms(
      method: method, dayCount: dayCount, tiers: tiers, floor: Rupiah(sen: row.value(9) as Int64),
      countsPostingDay: row.value(10),
      rounding: Rounding(mode, to: Rupiah(sen: row.value(12) as Int64)), roundingMoment: moment,
      crediting: crediting(row))
  }

  private static func crediting(_ row: Row) throws -> InterestCrediting {
    guard let interval = InterestCrediting.Interval(rawValue: try row.value(14)),
      let below = InterestCrediting.BelowLeast(rawValue: try row.value(17))
    else { throw LedgerError.invariantBroken("savingsTerms \(try row.value(14) as String)") }
    return try InterestCrediting(
      interval, isAccrued: row.value(15), least: Rupiah(sen: row.value(16) as Int64),
      belowLeast: below)
  }

  /// New terms; those that begin in the same month as older ones take their place.
  static func changes(
    _ db: Database, product: Int64, _ terms: SavingsTerms
  ) throws -> [RowChange] {
    let month = Int64(terms.effectiveFrom.ordinal)
    let version =
      (try Int64.fetchOne(
        db, sql: "SELECT max(version) FROM savingsTerms WHERE product = ? AND effectiveFrom = ?",
        arguments: [product, month]) ?? 0) + 1
    let key: [(String, StoredValue)] = [
      ("product", .integer(product)), ("effectiveFrom", .integer(month)),
      ("version", .integer(version)),
    ]
    let tiers = (terms.interest?.tiers ?? []).map { tier in
      RowChange.insert(
        "savingsTier",
        key + [
          ("threshold", StoredValue(tier.threshold)),
          ("rateBillionths", .integer(tier.rate.billionths)),
          ("rateBasis", .text(tier.rate.basis.rawValue)),
          ("standing", .text(tier.standing?.rawValue ?? "all")),
        ])
    }
    let windows = terms.withdrawalWindows.map { window in
      RowChange.insert(
        "savingsWindow",
        key + [("opensOn", StoredValue(window.first)), ("closesOn", StoredValue(window.last))])
    }
    return [.insert("savingsTerms", key + values(of: terms))] + tiers + windows
  }

  private static func values(of terms: SavingsTerms) -> [(String, StoredValue)] {
    let interest = terms.interest
    return [
      ("isWithdrawable", StoredValue(terms.isWithdrawable)),
      ("minimumDeposit", StoredValue(terms.minimumDeposit)),
      ("minimumBalance", StoredValue(terms.minimumBalance)),
      ("overdraftLimit", StoredValue(terms.overdraftLimit)),
      ("monthlyDue", StoredValue(terms.monthlyDue)),
      ("interestMethod", StoredValue(interest?.method.rawValue)),
      ("dayCount", StoredValue(interest?.dayCount.rawValue)),
      ("interestFloor", StoredValue(interest?.floor)),
      ("countsPostingDay", interest.map { StoredValue($0.countsPostingDay) } ?? .null),
      ("roundingMode", StoredValue(interest?.rounding.mode.rawValue)),
      ("roundingStep", StoredValue(interest?.rounding.step)),
      ("roundingMoment", StoredValue(interest?.roundingMoment.rawValue)),
      ("creditingInterval", StoredValue(interest?.crediting.interval.rawValue)),
      ("isAccrued", interest.map { StoredValue($0.crediting.isAccrued) } ?? .null),
      ("leastInterest", StoredValue(interest?.crediting.least)),
      ("belowLeast", StoredValue(interest?.crediting.belowLeast.rawValue)),
      ("interestCreditedTo", StoredValue(terms.interestCreditedTo)),
      ("leavingInterest", .text(terms.leavingInterest.rawValue)),
    ]
  }
}
