import GRDB
import KSPCore

/// Fills a new file: settings, chart of accounts, tax rules, and the products that a book begins
/// with.
struct BookSetup {
  let db: Database
  let chain: ChainWriter

  func install(_ settings: BookSettings, chart: ChartOfAccounts) throws {
    try chain.append(
      EventDraft(
        .bookCreated, "book",
        [
          .insert(
            "book",
            [
              "id": .integer(1), "firstMonth": StoredValue(settings.firstMonth),
              "utcOffsetSeconds": .integer(settings.utcOffsetSeconds),
              "createdAt": .integer(chain.recordedAt.seconds),
            ])
        ] + SettingTable.changes(from: nil, to: settings)))
    try install(chart)
    let rules: [InterestTaxRule] = [
      .standardIndividual, .standardOrganization, .standardProspective,
    ]
    for rule in rules { try chain.append(TaxRuleTable.setting(rule, version: 1)) }
    let products = try BookSetup.products(settings, chart)
    try settings.payrollOrder?.requireKnown(among: products.map(\.0.code))
    for (product, terms) in products {
      let prefix = product.accountPrefix + "-"
      if let taken = chart.accounts.map(\.code.text).first(where: { $0.hasPrefix(prefix) }) {
        throw LedgerError.chartInvalid(
          Phrase(
            id: "kode \(taken) berawalan \(prefix), yang dipakai rekening anggota",
            en: "code \(taken) begins with \(prefix), which members' accounts have"))
      }
      try chain.append(try SavingsProductTable.adding(db, product, terms))
    }
    for (product, terms) in try BookSetup.loanProducts(settings, chart) {
      try chain.append(try LoanProductTable.adding(db, product, terms))
    }
  }

  /// The accounts with what the program uses them for.
  private func install(_ chart: ChartOfAccounts) throws {
    var ids: [AccountCode: Int64] = [:]
    for account in chart.accounts {
      let id = Int64(ids.count) + 1
      ids[account.code] = id
      try chain.append(
        ChartDesk.adding(account, id: id, parent: account.parent.flatMap { ids[$0] }))
    }
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
        code: ProductCode(kind.rawValue), name: name, kind: kind, accountPrefix: prefix,
        controlAccount: try chart.account(control).code, interestExpenseAccount: expense)
    }
    let locked = SavingsTerms(effectiveFrom: settings.firstMonth, isWithdrawable: false)
    let free = SavingsTerms(
      effectiveFrom: settings.firstMonth,
      interest: InterestTerms(
        tiers: [InterestTerms.Tier(from: .zero, rate: .percent("3", per: .year))]))
    return [
      (
        try product(
          .pokok, Phrase(id: "Simpanan pokok", en: "Principal savings"), "POK", .controlPokok),
        locked
      ),
      (
        try product(
          .wajib, Phrase(id: "Simpanan wajib", en: "Mandatory savings"), "WAJ", .controlWajib),
        locked
      ),
      (
        try product(
          .sukarela, Phrase(id: "Simpanan sukarela", en: "Voluntary savings"), "SUK",
          .controlSukarela),
        free
      ),
    ]
  }

  /// Flat, declining and annuity at 1.5 % a month over twelve months, until the board says
  /// otherwise.
  private static func loanProducts(
    _ settings: BookSettings, _ chart: ChartOfAccounts
  ) throws -> [(LoanProduct, LoanTerms)] {
    let accounts = try LoanProduct.Accounts { role throws(LedgerError) in
      try chart.account(role).code
    }
    let rate = try Rate(billionths: 15_000_000, per: .month)
    let products: [(ProductCode, Phrase, LoanMethod)] = [
      ("flat", Phrase(id: "Pinjaman flat", en: "Flat loan"), .flat),
      ("menurun", Phrase(id: "Pinjaman menurun", en: "Declining loan"), .declining),
      ("anuitas", Phrase(id: "Pinjaman anuitas", en: "Annuity loan"), .annuity),
    ]
    return products.map { code, name, method in
      (
        LoanProduct(code: code, name: name, accounts: accounts),
        LoanTerms(
          effectiveFrom: settings.firstMonth,
          plan: PlanTerms(method: method, rate: rate, count: 12))
      )
    }
  }
}
