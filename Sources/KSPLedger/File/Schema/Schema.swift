import KSPCore

/// The schema of a book: everything that `sqlite_master` of a new file holds.
///
/// The rules of the journal live here, in the file, so that they hold for every program that opens
/// it. Each room brings its part; `Docs/Schema.md` explains every rule, and the tests break each of
/// them on purpose.
enum Schema {
  /// Identifies a KSP book among SQLite files: "KSPL". Books of the trial versions carry another
  /// one ("KSPb") and are refused as such.
  static let applicationID: Int64 = 0x4B53_504C
  /// What the books of the trial versions carry.
  static let trialApplicationID: Int64 = 0x4B53_5062
  /// The version that this program writes, and the newest that it reads.
  static let version: Int64 = 2

  /// The parts in the order in which they are executed: what they refer to comes before.
  static let parts: [SchemaPart] = [
    chain, catalog, journal, members, savings, loans, monthEnd, tax, counter, dues, bank, till,
    assets, termDeposits, claims, year, shu, accruals, insurance, cashBook,
    holds, orders, fees, planned, corporateTax,
  ]

  /// Everything, as it is executed.
  static var sql: String {
    (parts.map(\.tables) + parts.map(\.triggers) + parts.map(\.onceTriggers))
      .joined(separator: "\n")
  }

  /// The tables alone, without the rules: for a second book that the chain is read into, which has
  /// no one to guard against.
  static var tables: String { parts.map(\.tables).joined(separator: "\n") }

  /// Every table of state, in the order in which rows of one may refer to rows of another.
  static var projections: [Projection] { parts.flatMap(\.projections) }

  /// The tables of state by name.
  static let projection: [String: Projection] = Dictionary(
    uniqueKeysWithValues: projections.map { ($0.table, $0) })
}

/// What one room brings to the schema.
struct SchemaPart: Sendable {
  let room: String
  /// What `verify` says of its tables of state.
  let meaning: Phrase
  /// Tables, indexes and views.
  let tables: String
  /// The rules that are not the same for every table.
  var triggers = ""
  /// Tables whose rows are written once: UPDATE and DELETE abort, INSERT over a row aborts.
  var once: [(table: String, key: String)] = []
  /// Tables whose rows may change: what must stay is compared, whatever name the key is given.
  var fixed: [Guarded] = []
  /// The tables of state, which the chain can make again.
  var projections: [Projection] = []

  /// A table whose rows may change in part.
  struct Guarded: Sendable {
    let table: String
    /// The condition under which an INSERT would take the place of a row.
    let key: String
    /// The columns that never change.
    let columns: [String]
    /// The word of the refusal.
    let refusal: String
    /// What else a change must not do. One rule for both: each costs every change a program of its
    /// own.
    var condition: String?
    /// Whether the rule runs only where a change names the key: for rows that every leg changes.
    var isOfKey = false
  }

  /// The rules that follow from ``once`` and ``fixed``.
  ///
  /// The key of a table answers to `rowid`, `oid` and `_rowid_` as well, so a rule that runs only
  /// where a change names the key has to list all of its names after `UPDATE OF`.
  var onceTriggers: String {
    let once = once.map { table, key in
      """
      CREATE TRIGGER \(table)OnlyOnce BEFORE INSERT ON \(table) BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly')
          WHERE EXISTS (SELECT 1 FROM \(table) WHERE \(key));
      END;
      CREATE TRIGGER \(table)NoUpdate BEFORE UPDATE ON \(table) BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER \(table)NoDelete BEFORE DELETE ON \(table) BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      """
    }
    let fixed = fixed.map { guarded in
      let changed =
        (guarded.columns.map { "NEW.\($0) IS NOT OLD.\($0)" }
        + [guarded.condition].compactMap(\.self))
        .joined(separator: "\n  OR ")
      let names = guarded.isOfKey ? guarded.columns + ["rowid", "oid", "_rowid_"] : []
      let named = names.isEmpty ? "" : " OF \(names.joined(separator: ", "))"
      return """
        CREATE TRIGGER \(guarded.table)OnlyOnce BEFORE INSERT ON \(guarded.table) BEGIN
          SELECT RAISE(ABORT, 'ksp:\(guarded.table).exists')
            WHERE EXISTS (SELECT 1 FROM \(guarded.table) WHERE \(guarded.key));
        END;
        CREATE TRIGGER \(guarded.table)Fixed BEFORE UPDATE\(named) ON \(guarded.table)
        WHEN \(changed) BEGIN
          SELECT RAISE(ABORT, 'ksp:\(guarded.refusal)');
        END;
        CREATE TRIGGER \(guarded.table)NoDelete BEFORE DELETE ON \(guarded.table) BEGIN
          SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
        END;
        """
    }
    return (once + fixed).joined(separator: "\n")
  }
}
