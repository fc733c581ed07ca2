public import KSPCore

/// Writes what savings products charge every month, and when accounts are dormant (aturan biaya
/// bulanan dan rekening pasif).
public struct FeeRulesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each rule.
  public func report(of rules: [SavingsFeeRule]) -> Report {
    let words = style.words
    let table = table(rules)
    return Report(
      "ksp.fee-rules/1", title: words("BIAYA BULANAN SIMPANAN", "MONTHLY FEES OF SAVINGS"),
      data: ["rules": .rows(table)], rows: ReportRows(table),
      blocks: rules.isEmpty
        ? [.note(words("Tidak ada biaya bulanan.", "There are no monthly fees."))]
        : [.table(table)]
    ).statement(known: style.known)
  }

  private func table(_ rules: [SavingsFeeRule]) -> ReportTable {
    let words = style.words
    return ReportTable(
      rules,
      [
        .left("product", words.product, 16) { .text($0.product.text) },
        .left("from", words.from, 8) { words.cell($0.effectiveFrom) },
        .right("fee", words("Biaya", "Fee"), 11) { .amount($0.fee) },
        .right("freeFrom", words("Bebas mulai", "Free from"), 14) {
          $0.freeFrom.map { .amount($0) } ?? .blank
        },
        .data("takesRest") { .flag($0.takesRest) },
        .right("dormantMonths", words("Pasif (bulan)", "Dormant (months)"), 16) {
          $0.dormancy.map { .count($0.months) } ?? .blank
        },
        .data("dormantFee") { $0.dormancy.map { .amount($0.fee) } ?? .blank },
        .data("dormantEarns") { $0.dormancy.map { .flag($0.earnsInterest) } ?? .blank },
      ]
    ).remarks { index in remark(rules[index]) }
  }

  private func remark(_ rule: SavingsFeeRule) -> String {
    let words = style.words
    let short =
      rule.takesRest
      ? words("saldo kurang: diambil yang ada", "too little: what there is")
      : words("saldo kurang: tidak diambil", "too little: nothing")
    guard let dormancy = rule.dormancy else { return short }
    let fee = dormancy.fee.formatted
    let interest =
      dormancy.earnsInterest
      ? words("tetap diberi jasa", "with interest") : words("tanpa jasa", "no interest")
    return short + words("; pasif: biaya \(fee), \(interest)", "; dormant: fee \(fee), \(interest)")
  }
}
