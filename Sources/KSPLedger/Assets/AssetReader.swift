import GRDB
import KSPCore

/// Reads the register of fixed assets as it stood on a day.
///
/// A cooperative has hundreds of them, not hundreds of thousands: they are read at once.
struct AssetReader {
  /// Holds the journal and the evidence.
  let book: Database
  /// Holds the register: the same book, or for a proof what the chain said when a month was closed.
  let known: Database

  init(_ book: Database, known: Database? = nil) {
    self.book = book
    self.known = known ?? book
  }

  /// The assets that had been bought by a day, whether or not they have left since, by number. A
  /// purchase or a disposal that was reversed by then is none.
  func records(on day: BookDate) throws -> [AssetRecord] {
    let disposals = try disposals(on: day)
    let statement = try known.cachedStatement(
      sql: """
        SELECT t.id, t.number, t.name, t.location, c.code, u.code, x.code, t.acquiredOn, t.cost,
          t.residual, t.months, t.takenOverOn, t.takenOver, t.entry, t.account,
          t.accumulatedAccount, t.expenseAccount
        FROM asset t JOIN account c ON c.id = t.account
        JOIN account u ON u.id = t.accumulatedAccount JOIN account x ON x.id = t.expenseAccount
        WHERE t.acquiredOn <= ? ORDER BY t.number
        """)
    return try Row.fetchAll(statement, arguments: [day.dayNumber]).compactMap { row in
      let id: Int64 = try row.value(0)
      let entry = (try row.optional(13) as Int64?).map { EntryNumber($0) }
      if let entry, try !stands(entry, on: day) { return nil }
      let takeover = try (row.optional(11) as Int64?).map { sealed in
        FixedAsset.Takeover(
          asOf: try BookDate(stored: sealed),
          accumulated: Rupiah(sen: try row.value(12) as Int64))
      }
      let asset = FixedAsset(
        number: try row.value(1), name: try row.value(2), place: try row.optional(3),
        accounts: AssetAccounts(
          cost: AccountCode(stored: try row.value(4)),
          accumulated: AccountCode(stored: try row.value(5)),
          expense: AccountCode(stored: try row.value(6))),
        acquiredOn: try BookDate(stored: row.value(7)), cost: Rupiah(sen: try row.value(8)),
        residual: Rupiah(sen: try row.value(9)), months: try row.value(10), takeover: takeover,
        entry: entry, disposal: disposals[id])
      return AssetRecord(
        id: id, asset: asset, cost: AccountID(try row.value(14)),
        accumulated: AccountID(try row.value(15)), expense: AccountID(try row.value(16)))
    }
  }

  /// The asset with a number, as it stands on a day.
  ///
  /// - Throws: `asset.unknown`.
  func record(_ number: AssetNumber, on day: BookDate) throws -> AssetRecord {
    guard let record = try records(on: day).first(where: { $0.asset.number == number }) else {
      throw LedgerError.assetUnknown(number)
    }
    return record
  }

  /// The disposals that stand on a day, by asset.
  private func disposals(on day: BookDate) throws -> [Int64: FixedAsset.Disposal] {
    var found: [Int64: FixedAsset.Disposal] = [:]
    let rows = try Row.fetchAll(
      known, sql: "SELECT asset, entry, disposedOn, proceeds FROM assetDisposal ORDER BY entry")
    for row in rows {
      let disposal = FixedAsset.Disposal(
        date: try BookDate(stored: row.value(2)), proceeds: Rupiah(sen: try row.value(3)),
        entry: EntryNumber(try row.value(1)))
      guard disposal.date <= day, try stands(disposal.entry, on: day) else { continue }
      found[try row.value(0)] = disposal
    }
    return found
  }

  /// What the voucher of a disposal brought in; nil for any other voucher.
  static func proceeds(of entry: EntryNumber, _ db: Database) throws -> Rupiah? {
    try Int64.fetchOne(
      db, sql: "SELECT proceeds FROM assetDisposal WHERE entry = ?", arguments: [entry.value]
    ).map { Rupiah(sen: $0) }
  }

  /// Whether an entry had been booked by a day, and not been taken back.
  private func stands(_ entry: EntryNumber, on day: BookDate) throws -> Bool {
    try Bool.fetchOne(
      book,
      sql: """
        SELECT EXISTS (SELECT 1 FROM entryStanding
          WHERE id = ?1 AND bookDate <= ?2 AND (reversedOn IS NULL OR reversedOn > ?2))
        """, arguments: [entry.value, day.dayNumber]) ?? false
  }

  /// What month ends before a month wrote off, by asset, without what was taken over.
  func posted(before month: BookMonth) throws -> [Int64: Rupiah] {
    let rows = try Row.fetchAll(
      book, sql: "SELECT asset, sum(amount) FROM assetMonth WHERE month < ? GROUP BY asset",
      arguments: [month.ordinal])
    return try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0.value(0), Rupiah(sen: try $0.value(1) as Int64)) })
  }

  /// Assets as they stand on a day, each with what the book knows it by.
  private func standings(
    _ records: [AssetRecord], on day: BookDate
  ) throws -> [(record: AssetRecord, standing: AssetStanding)] {
    // A month's part counts on its last day.
    let posted = try posted(before: day.adding(days: 1).month)
    return try records.map { record in
      let taken = record.asset.takeover?.accumulated ?? .zero
      return (
        record,
        try AssetStanding(record.asset, accumulated: taken + (posted[record.id] ?? .zero))
      )
    }
  }

  /// An asset as it stands on a day.
  func standing(_ record: AssetRecord, on day: BookDate) throws -> AssetStanding {
    try standings([record], on: day)[0].standing
  }

  // MARK: - Register and card

  /// The assets that the cooperative had on a day; with what the ledger says, unless one place was
  /// asked for.
  func register(on day: BookDate, place: String?) throws -> AssetRegister {
    let held = try standings(records(on: day).filter { $0.asset.disposal == nil }, on: day)
    let assets = held.map(\.standing).filter { place == nil || $0.asset.place == place }
      .sorted { ($0.asset.place ?? "", $0.asset.number) < ($1.asset.place ?? "", $1.asset.number) }
    return try AssetRegister(
      asOf: day, assets: assets, controls: place == nil ? controls(held, on: day) : [])
  }

  private func controls(
    _ held: [(record: AssetRecord, standing: AssetStanding)], on day: BookDate
  ) throws -> [AssetRegister.Control] {
    var register: [AccountID: Rupiah] = [:]
    for (record, standing) in held {
      register[record.cost] = try register[record.cost, default: .zero] + record.asset.cost
      register[record.accumulated] =
        try register[record.accumulated, default: .zero] - standing.accumulated
    }
    // What the ledger holds as fixed assets is to be in the register, also while that is empty.
    let registered = Set(register.keys)
    let serving = try Int64.fetchAll(
      book, sql: "SELECT account FROM accountRole WHERE role IN (?, ?) AND isHeld = 1",
      arguments: [
        AccountRole.fixedAsset.rawValue, AccountRole.accumulatedDepreciation.rawValue,
      ]
    ).map { AccountID($0) }
    for account in serving where !registered.contains(account) { register[account] = .zero }
    return try register.compactMap { account, amount -> AssetRegister.Control? in
      let row = try Row.fetchOne(
        book,
        sql: """
          SELECT code, nameIndonesian, nameEnglish, isContra,
            \(HeldBalances.evening(of: "a.id", "?2"))
          FROM account a WHERE id = ?1
          """, arguments: [account.value, day.dayNumber])
      guard let row else { throw LedgerError.invariantBroken("account #\(account.value)") }
      let held = Rupiah(sen: try row.value(4) as Int64)
      guard registered.contains(account) || !held.isZero else { return nil }
      let isContra: Bool = try row.value(3)
      return try AssetRegister.Control(
        account: AccountCode(stored: row.value(0)),
        name: Phrase(id: row.value(1), en: row.value(2)),
        register: isContra ? amount.negated() : amount, ledger: isContra ? held.negated() : held)
    }.sorted { $0.account < $1.account }
  }

  /// What was and will be written off of an asset.
  func card(_ number: AssetNumber, on day: BookDate) throws -> AssetCard {
    let record = try record(number, on: day)
    let months = try Row.fetchAll(
      book,
      sql: """
        SELECT m.month, m.amount, m.accumulated, e.id FROM assetMonth m
        LEFT JOIN entry e ON e.reference = ? || printf('%04d-%02d', m.month / 12, m.month % 12 + 1)
        WHERE m.asset = ? ORDER BY m.month
        """, arguments: [DepreciationPass.reference(""), record.id]
    ).compactMap { row -> AssetCard.Month? in
      let month = try BookMonth(ordinal: Int32(row.value(0) as Int64))
      guard month.lastDay <= day else { return nil }
      guard let entry: Int64 = try row.optional(3) else {
        throw LedgerError.invariantBroken("\(number) \(month)")
      }
      return AssetCard.Month(
        month: month, amount: Rupiah(sen: try row.value(1)),
        accumulated: Rupiah(sen: try row.value(2)), entry: EntryNumber(entry))
    }
    return try AssetCard(
      standing: standing(record, on: day), plan: record.asset.plan(), months: months)
  }
}
