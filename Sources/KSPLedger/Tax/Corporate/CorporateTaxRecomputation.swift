import GRDB
import KSPCore

/// Works out again the corporate tax of every closed month, by the rules known when it was closed.
final class CorporateTaxRecomputation: MonthEndRecomputation {
  private let book: Database
  private var offenders = Offenders()
  private var examined = 0

  init(_ book: Database) { self.book = book }

  func compare(_ member: MemberMonth, _ month: EndingMonth) {}

  func finish(_ month: EndingMonth) throws {
    let found = try CorporateTaxReader(month).working(month.month)
    let rows = try Row.fetchAll(
      book,
      sql: """
        SELECT a.code, m.rule, m.amount, m.brought, m.base, m.tax, m.carried, m.account
        FROM corporateTaxMonth m LEFT JOIN account a ON a.id = m.account WHERE m.month = ?
        """, arguments: [month.month.ordinal])
    var isKept = false
    for row in rows {
      let kept = try (1...6).map { try row.value($0) as Int64 }
      let right = found.map { stored, tax in
        [stored.event, tax.amount.sen, tax.brought.sen, tax.base.sen, tax.tax.sen, tax.carried.sen]
      }
      let account = AccountID(try row.value(7))
      if kept == right, month.catalog.roles[.taxCorporate] == account {
        isKept = true
      } else {
        let code: String? = try row.optional(0)
        offenders.add("\(code ?? "#\(account.value)") \(month.month)")
      }
    }
    if found != nil { examined += 1 }
    if found != nil, !isKept, rows.isEmpty { offenders.add("PPh badan \(month.month)") }
  }

  func missed(_ month: BookMonth) { offenders.add("\(month)") }

  func checks() -> [VerificationReport.Check] {
    [
      offenders.check(
        "corporateTax.working",
        Phrase(
          id: "PPh badan setiap bulan sama dengan hitungan ulang",
          en: "The corporate tax of every month is what it comes to again"),
        examined: examined)
    ]
  }
}
