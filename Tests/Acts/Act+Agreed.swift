import KSPCore
import KSPLedger

extension Act {
  /// What becomes of term deposits, act by act: a product, two deposits, their interest, a month
  /// that sets some aside, and one that is broken. Each may be done again once those after it are.
  static let depositSteps: [@Sendable (Ledger) throws -> Void] = [
    { try addDeposits(to: $0) },
    { ledger in
      try ledger.transact { book in
        for (number, payout) in [TermPayout.savings, .maturity].enumerated() {
          _ = try book.openTermDeposit(
            TermDepositOpening(
              member: "0001", product: "berjangka", principal: 400_000, tenor: number + 1,
              opened: BookDate(parsing: "2026-01-05"), payout: payout, rollOver: .principal,
              source: "SUK-0001"), reference: "buka-\(number)")
        }
      }
    },
    { _ = try $0.runMonthEnd(BookMonth(parsing: "2026-01")) },
    { _ = try $0.payTermInterest(through: BookDate(parsing: "2026-02-05")) },
    { ledger in
      _ = try ledger.endTermDeposit(
        "BJK-0001-02", on: BookDate(parsing: "2026-02-10"), to: "SUK-0001", reference: "cair")
    },
  ]

  private static func addDeposits(to ledger: Ledger) throws {
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: BookDate(parsing: "2026-01-01"),
        tiers: try (1...2).map { .init(tenor: $0, rate: try Rate(parsing: "6%/year")) },
        isAccrued: true), reference: "produk")
  }

  /// What becomes of fixed assets, act by act: one is bought, one taken over, two months write them
  /// off, and one is sold. Each may be done again once those after it are done.
  static let assetSteps: [@Sendable (Ledger) throws -> Void] = [
    { ledger in
      try ledger.buyAsset(
        NewAsset(
          "Laptop", cost: 900_000, months: 36, acquiredOn: BookDate(parsing: "2026-01-10"),
          place: "Kasir"), reference: "beli")
    },
    { ledger in
      try ledger.takeOverAsset(
        NewAsset(
          "Motor", cost: 8_000_000, months: 60, acquiredOn: BookDate(parsing: "2023-05-10"),
          takeover: .init(asOf: BookDate(parsing: "2025-12-31"), accumulated: 4_133_333)),
        reference: "lama")
      // What it cost and lost before the book, so that the register agrees with the ledger.
      _ = try ledger.post(
        ManualEntry(
          on: BookDate(parsing: "2026-01-02"),
          legs: [
            .init(account: AccountCode("1-2000"), amount: 8_000_000),
            .init(account: AccountCode("1-2090"), amount: -4_133_333),
            .init(account: AccountCode("3-1300"), amount: -3_866_667),
          ], note: EntryNote(reference: "saldo-lama")))
    },
    { _ = try $0.runMonthEnd(BookMonth(parsing: "2026-01")) },
    { _ = try $0.runMonthEnd(BookMonth(parsing: "2026-02")) },
    { ledger in
      try ledger.disposeOfAsset(
        "INV-0001", for: 700_000, on: BookDate(parsing: "2026-03-05"), reference: "jual",
        note: EntryNote(memo: "dijual"))
    },
  ]
}
