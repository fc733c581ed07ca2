import GRDB
import KSPCore

/// Works out again what every closed month wrote off of each fixed asset.
final class DepreciationRecomputation: MonthEndRecomputation {
  private let book: Database
  private var offenders = Offenders()
  private var examined = 0

  init(_ book: Database) { self.book = book }

  func compare(_ member: MemberMonth, _ month: EndingMonth) {}

  func finish(_ month: EndingMonth) throws {
    var kept: [Int64: (amount: Int64, accumulated: Int64)] = [:]
    let rows = try Row.fetchAll(
      book, sql: "SELECT asset, amount, accumulated FROM assetMonth WHERE month = ?",
      arguments: [month.month.ordinal])
    for row in rows { kept[try row.value(0)] = (try row.value(1), try row.value(2)) }
    for finding in try DepreciationPass.findings(month) {
      examined += 1
      let found = kept.removeValue(forKey: finding.record.id)
      guard found?.amount == finding.amount.sen, found?.accumulated == finding.accumulated.sen
      else {
        offenders.add("\(finding.record.asset.number) \(month.month)")
        continue
      }
    }
    for id in kept.keys.sorted() { offenders.add("asset #\(id) \(month.month)") }
  }

  func missed(_ month: BookMonth) { offenders.add("\(month)") }

  func checks() -> [VerificationReport.Check] {
    [
      offenders.check(
        "asset.depreciation",
        Phrase(
          id: "Penyusutan setiap aset sama dengan hitungan ulang",
          en: "The depreciation of every asset is what it comes to again"),
        examined: examined)
    ]
  }
}
