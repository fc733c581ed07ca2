import GRDB
import KSPCore

/// Writes the rules of the tax on interest.
enum TaxRuleTable {
  /// The event that sets a rule; a later version takes the place of an earlier one.
  static func setting(_ rule: InterestTaxRule, version: Int64) -> EventDraft {
    EventDraft(
      .taxRuleSet, rule.memberKind.rawValue,
      [
        .insert(
          "taxRule",
          [
            "effectiveFrom": StoredValue(rule.effectiveFrom), "version": .integer(version),
            "memberKind": .text(rule.memberKind.rawValue),
            "article": .text(rule.article.rawValue),
            "threshold": StoredValue(rule.threshold),
            "rateBillionths": .integer(rule.rate.billionths),
            "doublesWithoutNumber": StoredValue(rule.doublesWithoutNumber),
          ])
      ])
  }

  /// The version that the next rule for somebody from a month on gets.
  static func nextVersion(_ db: Database, _ rule: InterestTaxRule) throws -> Int64 {
    let last = try Int64.fetchOne(
      db, sql: "SELECT max(version) FROM taxRule WHERE memberKind = ? AND effectiveFrom = ?",
      arguments: [rule.memberKind.rawValue, rule.effectiveFrom.ordinal])
    return (last ?? 0) + 1
  }
}
