import GRDB
import KSPCore

/// Reads back what earlier month ends did.
enum MonthEndHistory {
  /// The report of a month that was run; nil while it is open.
  static func report(
    _ db: Database, _ month: BookMonth, _ catalog: Catalog
  ) throws -> MonthEndReport? {
    guard
      let closedAt = try Int64.fetchOne(
        db, sql: "SELECT closedAt FROM closedMonth WHERE month = ?", arguments: [month.ordinal])
    else { return nil }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.product, count(*), sum(i.gross), sum(i.tax), min(i.entry)
        FROM savingsInterest i JOIN savingsAccount s ON s.account = i.account
        WHERE i.month = ? GROUP BY s.product
        """, arguments: [month.ordinal])
    let byProduct = Dictionary(
      // A damaged index may hand over a row twice.
      try rows.map { (try $0.value(0) as Int64, $0) }, uniquingKeysWith: { first, _ in first })
    let examined = Dictionary(
      try Row.fetchAll(
        db, sql: "SELECT product, examined FROM monthProduct WHERE month = ?",
        arguments: [month.ordinal]
      ).map { (try $0.value(0) as Int64, try $0.value(1) as Int) },
      uniquingKeysWith: { first, _ in first })
    let products = try catalog.products.compactMap { product -> MonthEndReport.Product? in
      guard let examined = examined[product.id] else { return nil }
      let row = byProduct[product.id]
      return try MonthEndReport.Product(
        code: product.product.code, name: product.product.name, accountsExamined: examined,
        accountsPaid: try row?.optional(1) as Int? ?? 0,
        gross: Rupiah(sen: (row?.optional(2) as Int64?) ?? 0),
        tax: Rupiah(sen: (row?.optional(3) as Int64?) ?? 0),
        entry: (row?.optional(4) as Int64?).map { EntryNumber($0) })
    }
    let slips = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM withholdingSlip WHERE month = ?", arguments: [month.ordinal])
    let loans = try LoanEvidenceTable.lines(db, month)
    return MonthEndReport(
      month: month, outcome: .alreadyDone, products: products,
      loanProducts: try loanProducts(db, month, catalog, loans), loans: loans,
      provisions: try provisions(db, month), slips: slips ?? 0,
      closedAt: Timestamp(seconds: closedAt))
  }

  private static func loanProducts(
    _ db: Database, _ month: BookMonth, _ catalog: Catalog, _ loans: [MonthEndReport.Loan]
  ) throws -> [MonthEndReport.LoanProduct] {
    let byProduct = Dictionary(grouping: loans, by: \.product)
    return try catalog.loanProducts.compactMap { record in
      let product = record.product
      guard let own = byProduct[product.code] else { return nil }
      let entry = try Int64.fetchOne(
        db, sql: "SELECT id FROM entry WHERE reference = ?",
        arguments: [LoanVoucher.reference(product.code, month)])
      return try MonthEndReport.LoanProduct(
        code: product.code, name: product.name, of: own, entry: entry.map { EntryNumber($0) })
    }
  }

  private static func provisions(
    _ db: Database, _ month: BookMonth
  ) throws -> [MonthEndReport.Provision] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT e.id, -p.amount FROM entry e JOIN posting p ON p.entry = e.id AND p.line = 2
        WHERE e.bookDate = ? AND e.kind = 'provision' ORDER BY e.id
        """, arguments: [month.lastDay.dayNumber]
    ).map { row in
      try MonthEndReport.Provision(
        change: Rupiah(sen: row.value(1) as Int64), entry: EntryNumber(row.value(0)))
    }
  }

  static func slips(_ db: Database, _ month: BookMonth) throws -> [WithholdingSlip] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT m.number, m.name, m.nik, m.npwp, m.kind, w.gross, w.tax
        FROM withholdingSlip w JOIN member m ON m.id = w.member
        WHERE w.month = ? ORDER BY m.number
        """, arguments: [month.ordinal]
    ).map { row in
      try WithholdingSlip(
        month: month, memberNumber: row.value(0), memberName: row.value(1),
        nik: row.optional(2), npwp: row.optional(3),
        memberKind: Member.Kind(rawValue: row.value(4)) ?? .individual,
        gross: Rupiah(sen: row.value(5) as Int64), tax: Rupiah(sen: row.value(6) as Int64))
    }
  }
}
