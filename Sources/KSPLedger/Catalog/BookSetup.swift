import GRDB
import KSPCore

/// Fills a new file: settings, chart of accounts, the three products and the tax rules.
struct BookSetup {
  let db: Database
  let now: Timestamp

  func install(_ settings: BookSettings, chart: ChartOfAccounts) throws {
    try db.execute(
      sql: "INSERT INTO book VALUES (1, ?, ?, ?, ?, ?, ?)",
      arguments: [
        settings.name, settings.legalNumber, settings.address, settings.firstMonth.ordinal,
        settings.utcOffsetSeconds, now.seconds,
      ])
    var ids: [AccountCode: Int64] = [:]
    for account in chart.accounts {
      try db.execute(
        sql: """
          INSERT INTO account (code, nameIndonesian, nameEnglish, type, parent, isPostable, role)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          account.code.text, account.name.indonesian, account.name.english,
          account.type.rawValue, account.parent.flatMap { ids[$0] }, account.isPostable,
          account.role?.rawValue,
        ])
      ids[account.code] = db.lastInsertedRowID
    }
    for rule in [InterestTaxRule.standardIndividual, .standardOrganization] {
      try db.execute(
        sql: "INSERT INTO taxRule VALUES (?, ?, ?, ?)",
        arguments: [
          rule.effectiveFrom.ordinal, rule.memberKind.rawValue, rule.threshold.sen,
          rule.rateBillionths,
        ])
    }
    for (product, terms) in try BookSetup.products(settings, chart) {
      let prefix = product.accountPrefix + "-"
      if let taken = chart.accounts.map(\.code.text).first(where: { $0.hasPrefix(prefix) }) {
        throw LedgerError.chartInvalid(
          Phrase(
            "kode \(taken) berawalan \(prefix), yang dipakai rekening anggota",
            "code \(taken) begins with \(prefix), which members' accounts have"))
      }
      try SavingsProductTable.insert(db, product, terms, recordedAt: now, recordedBy: nil)
    }
    try LoanSetup(db: db, now: now).install()
  }

  /// The products of a new book: pokok and wajib stay until the member leaves; sukarela is free
  /// and earns 3 % a year on its daily balance until the board says otherwise.
  private static func products(
    _ settings: BookSettings, _ chart: ChartOfAccounts
  ) throws -> [(SavingsProduct, SavingsTerms)] {
    let expense = try chart.account(.interestExpense).code
    func product(
      _ kind: SavingsKind, _ name: Phrase, _ prefix: String, _ control: AccountRole
    ) throws -> SavingsProduct {
      SavingsProduct(
        code: kind.rawValue, name: name, kind: kind, accountPrefix: prefix,
        controlAccount: try chart.account(control).code, interestExpenseAccount: expense)
    }
    let locked = SavingsTerms(effectiveFrom: settings.firstMonth, isWithdrawable: false)
    let free = SavingsTerms(
      effectiveFrom: settings.firstMonth,
      interest: InterestTerms(
        tiers: [InterestTerms.Tier(from: .zero, rate: .percentPerYear(3))]))
    return [
      (
        try product(.pokok, Phrase("Simpanan pokok", "Principal savings"), "POK", .controlPokok),
        locked
      ),
      (
        try product(.wajib, Phrase("Simpanan wajib", "Mandatory savings"), "WAJ", .controlWajib),
        locked
      ),
      (
        try product(
          .sukarela, Phrase("Simpanan sukarela", "Voluntary savings"), "SUK", .controlSukarela),
        free
      ),
    ]
  }
}
