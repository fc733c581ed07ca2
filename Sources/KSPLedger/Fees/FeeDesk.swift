import GRDB
import KSPCore

/// The desk of monthly fees: what products charge, and charging it.
struct FeeDesk {
  let session: PostingSession
  private var reader: FeeReader { FeeReader(db: session.db) }

  /// Sets what a product charges from a month on.
  func set(_ rule: SavingsFeeRule, note: EntryNote) throws -> SavingsFeeRule {
    let product = try session.catalog.product(rule.product, of: .sukarela) {
      LedgerError.feeRuleUnfit(
        Phrase(
          id: "\(rule.product) bukan produk jenis sukarela",
          en: "\(rule.product) is no product of the kind sukarela"), products: $0)
    }
    for amount in [rule.fee, rule.dormancy?.fee ?? .zero] where amount.isNegative {
      throw LedgerError.amountNotPositive(amount)
    }
    if let freeFrom = rule.freeFrom { try session.requirePositive(freeFrom) }
    if let months = rule.dormancy?.months, !(1...1_200).contains(months) {
      throw LedgerError.feeRuleUnfit(
        Phrase(
          id: "pasif setelah \(months) bulan, bukan 1 sampai 1200",
          en: "dormant after \(months) months, not 1 to 1200"))
    }
    _ = try session.catalog.account(.feeIncome)
    try session.act(note) {
      let draft = EventDraft(
        .feeRuleSet, rule.product,
        [
          .insert(
            "savingsFeeRule",
            [
              "event": .integer(session.lastEvent + 1), "product": .integer(product.id),
              "effectiveFrom": StoredValue(rule.effectiveFrom), "fee": StoredValue(rule.fee),
              "freeFrom": StoredValue(rule.freeFrom), "takesRest": StoredValue(rule.takesRest),
              "dormantMonths": StoredValue(rule.dormancy?.months),
              "dormantFee": StoredValue(rule.dormancy?.fee),
              "dormantEarns": rule.dormancy.map { StoredValue($0.earnsInterest) } ?? .null,
            ])
        ])
      if let closed = session.catalog.lastClosedMonth, rule.effectiveFrom <= closed,
        try session.recordedAct(note.reference) == nil
      {
        throw LedgerError.periodClosed(
          rule.effectiveFrom.firstDay, open: try session.catalog.openMonth())
      }
      _ = try session.recordOnce(draft, ignoring: ["event"])
    }
    return rule
  }

  // MARK: - Charging

  private struct Charge {
    let account: AccountID
    let balance: Rupiah
    let free: Rupiah
    let amount: Rupiah
    let isDormant: Bool
  }

  /// How many accounts one event names at most.
  private static let most = 500

  /// Charges the accounts of every product for a month, on its last day; once.
  func charge(_ month: BookMonth, note: EntryNote) throws {
    for (product, rule) in try reader.rules(in: month).sorted(by: { $0.key < $1.key }) {
      let reference = "biaya/\(rule.product)/\(month)"
      guard try session.recordedAct(reference) == nil else { continue }
      let charges = try charges(of: product, rule, in: month)
      guard !charges.isEmpty else { continue }
      var own = note.under(reference)
      own.memo = nil
      try session.act(own) {
        let outcome = try session.post(
          JournalEntry(
            .monthlyFee, on: month.lastDay,
            postings: PostingRules.monthlyFees(
              charges.map { ($0.account, $0.amount) },
              income: session.catalog.account(.feeIncome)), note: own))
        for start in stride(from: 0, to: charges.count, by: Self.most) {
          try record(
            charges[start..<min(start + Self.most, charges.count)], rule.product, month,
            outcome.number)
        }
      }
    }
  }

  private func record(
    _ charges: ArraySlice<Charge>, _ product: ProductCode, _ month: BookMonth,
    _ entry: EntryNumber
  ) throws {
    try session.record(
      EventDraft(
        .feesCharged, product,
        [
          .insert(
            "savingsFee",
            columns: [
              "account", "feeMonth", "entry", "balance", "free", "amount", "isDormant",
            ],
            rows: charges.map {
              [
                .integer($0.account.value), StoredValue(month), .integer(entry.value),
                StoredValue($0.balance), StoredValue($0.free), StoredValue($0.amount),
                StoredValue($0.isDormant),
              ]
            })
        ]))
  }

  private func charges(
    of product: Int64, _ rule: SavingsFeeRule, in month: BookMonth
  ) throws -> [Charge] {
    let rows = try Row.fetchAll(
      session.db,
      sql: """
        SELECT s.account, a.code, b.balance FROM savingsAccount s
        JOIN account a ON a.id = s.account JOIN accountBalance b ON b.account = s.account
        WHERE s.product = ? AND a.closedOn IS NULL ORDER BY s.account
        """, arguments: [product])
    return try rows.compactMap { row in
      let account = AccountID(try row.value(0))
      let now = try Rupiah(sen: row.value(2) as Int64).negated()
      let moved = try reader.lastMoved(on: account, through: month.lastDay)
      let isDormant = rule.isDormant(lastMoved: moved, in: month)
      let funds = try HoldGuard(session: session).funds(
        of: account, AccountCode(stored: try row.value(1)), now, from: month.lastDay)
      let amount = rule.charge(
        balance: funds.balance, free: funds.free, isDormant: isDormant)
      guard amount.isPositive else { return nil }
      return Charge(
        account: account, balance: funds.balance, free: funds.free, amount: amount,
        isDormant: isDormant)
    }
  }
}
