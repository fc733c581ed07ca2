import GRDB
import KSPCore

/// What the receipt of a voucher of term deposits named, as what the book keeps of it says again.
struct TermDepositSlip {
  /// The account of the deposit.
  let account: AccountID
  /// What was handed over or paid.
  let amount: Rupiah
  /// What was cut from it before.
  let deductions: [Receipt.Deduction]
  /// Why no penalty was taken.
  let waivedFor: String?

  /// The slip of a voucher; nil where it is none of a term deposit.
  init?(of entry: EntryNumber, _ kind: EntryKind, _ db: Database) throws {
    switch kind {
    case .depositOpening:
      guard let paid = try Self.opening(entry, db) else { return nil }
      self = paid
    case .depositInterest:
      guard let paid = try Self.interest(entry, db) else { return nil }
      self = paid
    case .depositEnding:
      guard let paid = try Self.ending(entry, db) else { return nil }
      self = paid
    default: return nil
    }
  }

  private init(
    _ account: AccountID, _ amount: Rupiah, _ deductions: [Receipt.Deduction],
    waivedFor: String? = nil
  ) {
    self.waivedFor = waivedFor
    self.account = account
    self.amount = amount
    self.deductions = deductions
  }

  private static func opening(_ entry: EntryNumber, _ db: Database) throws -> TermDepositSlip? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT t.account, t.principal, i.gross - i.tax FROM posting p
        JOIN termDeposit t ON t.account = p.account AND t.period = 1
        LEFT JOIN depositInterest i ON i.voucher = p.entry AND i.account = t.account
        WHERE p.entry = ?
        """, arguments: [entry.value])
    return try row.map { row in
      let net = try (row.optional(2) as Int64?).map { Rupiah(sen: $0) }
      return try TermDepositSlip(
        AccountID(row.value(0)), Rupiah(sen: row.value(1) as Int64) - (net ?? .zero),
        net.map { [TermDepositDesk.InterestAhead.told($0)] } ?? [])
    }
  }

  private static func interest(_ entry: EntryNumber, _ db: Database) throws -> TermDepositSlip? {
    let row = try Row.fetchOne(
      db, sql: "SELECT account, gross - tax, tax FROM depositInterest WHERE voucher = ?",
      arguments: [entry.value])
    return try row.map { row in
      try TermDepositSlip(
        AccountID(row.value(0)), Rupiah(sen: row.value(1) as Int64),
        Receipt.Deduction.interestTax(Rupiah(sen: row.value(2) as Int64)))
    }
  }

  private static func ending(_ entry: EntryNumber, _ db: Database) throws -> TermDepositSlip? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT d.account, ifnull((SELECT sum(p.amount) FROM posting p
            WHERE p.entry = d.voucher AND p.account = d.account), 0),
          d.gross, d.tax, d.penalty, d.takenBack, d.waivingReason
        FROM depositEnd d WHERE d.voucher = ?
        """, arguments: [entry.value])
    return try row.map { row in
      let ending = try TermDepositEnding(
        balance: Rupiah(sen: row.value(1) as Int64), interest: Rupiah(sen: row.value(2) as Int64),
        tax: Rupiah(sen: row.value(3) as Int64), penalty: Rupiah(sen: row.value(4) as Int64),
        takenBack: Rupiah(sen: row.value(5) as Int64))
      return try TermDepositSlip(
        AccountID(row.value(0)), ending.paid, TermDepositDesk.deductions(of: ending),
        waivedFor: row.optional(6))
    }
  }
}
