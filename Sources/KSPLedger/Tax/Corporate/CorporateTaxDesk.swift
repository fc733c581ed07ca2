import GRDB
import KSPCore

/// The desk of the cooperative's own tax: by which rule its income is taxed.
struct CorporateTaxDesk {
  let session: PostingSession

  private var reader: CorporateTaxReader {
    CorporateTaxReader(book: session.db, known: session.db, catalog: session.catalog)
  }

  /// Sets a rule from a month on that is not closed.
  func set(_ rule: CorporateTaxRule, note: EntryNote) throws -> CorporateTaxRule {
    try requireFit(rule)
    let codes = try rule.exempt ?? reader.usuallyExempt(by: rule.basis)
    let accounts = try codes.map { try exempt($0, from: rule) }
    if rule.basis != .off {
      for role in [AccountRole.incomeTax, .taxCorporate] {
        _ = try session.catalog.account(role)
      }
    }
    try session.act(note) {
      let event = session.lastEvent + 1
      let draft = EventDraft(
        .corporateTaxRuleSet, rule.basis.rawValue,
        [
          .insert(
            "corporateTaxRule",
            [
              "event": .integer(event), "effectiveFrom": StoredValue(rule.effectiveFrom),
              "until": rule.until.map { StoredValue($0) } ?? .null,
              "basis": .text(rule.basis.rawValue), "rateBillionths": .integer(rule.rate.billionths),
            ]),
          accounts.isEmpty
            ? nil
            : .insert(
              "corporateTaxExempt", columns: ["event", "account"],
              rows: accounts.map { [.integer(event), .integer($0.id.value)] }),
        ])
      if let closed = session.catalog.lastClosedMonth, rule.effectiveFrom <= closed,
        try session.recordedAct(note.reference) == nil
      {
        throw LedgerError.taxRuleTooEarly(rule.effectiveFrom, open: try closed.next())
      }
      _ = try session.recordOnce(draft, ignoring: ["event"])
    }
    return CorporateTaxRule(
      rule.basis, rule.rate, from: rule.effectiveFrom, until: rule.until,
      exempt: accounts.map(\.code))
  }

  private func requireFit(_ rule: CorporateTaxRule) throws(LedgerError) {
    guard (rule.basis == .off) == rule.rate.isZero, rule.rate <= .whole else {
      throw .corporateTaxRuleUnfit(
        Phrase(
          id: "tarifnya \(rule.rate.inWords.indonesian)",
          en: "its rate is \(rule.rate.inWords.english)"))
    }
    if let until = rule.until, until < rule.effectiveFrom {
      throw .corporateTaxRuleUnfit(
        Phrase(
          id: "berakhir \(until), sebelum mulai \(rule.effectiveFrom)",
          en: "it ends in \(until), before it begins in \(rule.effectiveFrom)"))
    }
  }

  /// An account that does not count: of income, or of expenses where the result is taxed.
  private func exempt(
    _ code: AccountCode, from rule: CorporateTaxRule
  ) throws -> (id: AccountID, code: AccountCode) {
    let account = try session.account(code)
    let types: [AccountType] = rule.basis == .result ? [.income, .expense] : [.income]
    guard types.contains(account.type), account.isPostable else {
      throw LedgerError.corporateTaxRuleUnfit(
        Phrase(
          id: "akun \(code) bukan akun pendapatan atau beban yang dihitung",
          en: "account \(code) is none of the income or expenses that count"))
    }
    return (account.id, code)
  }
}
