import GRDB
import KSPCore

/// Works every correction of interest out again, with what was known when it was made.
struct InterestCorrectionCheck {
  let db: Database

  func run() throws -> VerificationReport.Check {
    var offenders = Offenders()
    let catalog = try Catalog(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.account, s.product, c.month, c.entry, c.paid, c.right, p.gross
        FROM interestCorrection c LEFT JOIN savingsAccount s ON s.account = c.account
        LEFT JOIN (SELECT entry, sum(gross) AS gross FROM interestPart GROUP BY entry) p
          ON p.entry = c.entry ORDER BY c.entry
        """)
    for row in rows {
      let entry = EntryNumber(try row.value(3))
      let paid = Rupiah(sen: try row.value(4) as Int64)
      let right = Rupiah(sen: try row.value(5) as Int64)
      let isRight: Bool? = try unlessDamaged {
        let account = AccountID(try row.value(0))
        let month = try BookMonth(ordinal: row.value(2))
        let reader = ValuedInterest(
          db, catalog: catalog, through: EntryNumber(entry.value - 1))
        let working = try reader.working(
          of: account, product: catalog.product(id: row.value(1)), in: month)
        return try (working?.gross ?? .zero) == right
          && reader.paid(for: account, in: month).amount == paid
          && (right - paid).sen == (row.optional(6) as Int64?)
      }
      if isRight != true { offenders.add(entry.description) }
    }
    return offenders.check(
      "interest.corrected",
      Phrase(
        id: "Setiap koreksi jasa sama dengan hitungan ulang menurut tanggal valuta",
        en: "Every correction of interest is what it comes to again by value date"),
      examined: rows.count)
  }
}
