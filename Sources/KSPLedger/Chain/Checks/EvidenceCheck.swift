import GRDB
import KSPCore

/// Compares the evidence of every closed month with the digests that closed it.
struct EvidenceCheck {
  let db: Database

  func run() throws -> VerificationReport.Check {
    let kept = try SQLStatement(
      db, "SELECT month, part, rows, digest FROM monthEvidence ORDER BY month, part",
      isShared: false)
    var offenders = Offenders()
    var examined = 0
    while try kept.step() {
      let month = try BookMonth(ordinal: Int32(clamping: kept.int64(0)))
      let name = kept.text(1) ?? ""
      examined += Int(clamping: kept.int64(2))
      guard let part = Schema.evidence.first(where: { $0.table == name }),
        case let now = try EvidenceDigest(db, month, part),
        now.rows == kept.int64(2), now.digest == kept.bytes(3)
      else {
        offenders.add("\(name) \(month)")
        continue
      }
    }
    // Evidence of a month that is not closed was never sealed.
    for part in Schema.evidence {
      let stray = try Int32.fetchOne(
        db,
        sql: """
          SELECT month FROM \(part.table)
          WHERE month NOT IN (SELECT month FROM monthEvidence) LIMIT 1
          """)
      if let stray { offenders.add("\(part.table) #\(stray)") }
    }
    return offenders.check(
      "month.evidence",
      Phrase(
        id: "Bukti setiap tutup bulan sama dengan yang disegel waktu bulan ditutup",
        en: "The evidence of every month end is what was sealed when the month was closed"),
      examined: examined)
  }
}
