import GRDB
import KSPCore

extension CorporateTaxReader {
  /// The tax that fell due with the last month of a year, once what its closing period adjusted
  /// counts as well; nil while that month is open, and where no rule taxed it.
  func adjusted(_ year: BookYear) throws -> AdjustedCorporateTax? {
    let month = year.lastMonth
    guard catalog.hasClosed(month), let expense = catalog.roles[.incomeTax],
      let payable = catalog.roles[.taxCorporate],
      let tax = try working(month, countsAdjustments: true)?.tax
    else { return nil }
    let booked = try Int64.fetchOne(
      book,
      sql: """
        SELECT ifnull((SELECT sum(tax) FROM corporateTaxMonth WHERE month = ?1), 0)
          + ifnull((SELECT sum(p.amount) FROM yearEntry y JOIN entry e ON e.id = y.entry
            JOIN posting p ON p.entry = e.id WHERE y.year = ?2
              AND e.kind = \(EntryKind.yearAdjustment.sql)
              AND p.account IN (SELECT account FROM accountRole WHERE role = ?3)), 0)
        """, arguments: [month.ordinal, year.number, AccountRole.incomeTax.rawValue])
    return try AdjustedCorporateTax(
      tax, booked: Rupiah(sen: booked ?? 0), expense: code(of: expense), payable: code(of: payable),
      unpaid: TaxDueReader(db: book, catalog: catalog).left(month, under: [.corporate]),
      overpaid: catalog.roles[.taxOverpaid].map(code))
  }

  private func code(of account: AccountID) throws -> AccountCode {
    try AccountCode(known.code(of: account) ?? "")
  }
}
