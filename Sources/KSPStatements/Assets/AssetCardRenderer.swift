/// Writes what was and will be written off of a fixed asset (kartu aset tetap).
public struct AssetCardRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what the register says, and a line for each month that wrote something off.
  public func report(of card: AssetCard) -> Report {
    let words = style.words
    let (standing, asset, plan) = (card.standing, card.standing.asset, card.plan)
    let table = ReportTable(
      card.months,
      [
        .left("month", words.month, 10) { words.cell($0.month) },
        .right("amount", words.amount, 18) { .amount($0.amount) },
        .right("accumulated", words.writtenOff, 18) { .amount($0.accumulated) },
        .left("entry", words.voucher, 12) { .entry($0.entry) },
      ])
    let taken = asset.takeover
    return Report(
      "ksp.asset/1", title: words.assetCardTitle, subject: "\(asset.number) \(asset.name)",
      data: [
        "number": .text(asset.number.text), "name": .text(asset.name),
        "place": .text(asset.place), "account": .text(asset.accounts.cost.text),
        "accumulatedAccount": .text(asset.accounts.accumulated.text),
        "expenseAccount": .text(asset.accounts.expense.text),
        "acquiredOn": .date(asset.acquiredOn), "entry": .entry(asset.entry),
        "cost": .amount(asset.cost), "residual": .amount(asset.residual),
        "months": .count(asset.months), "takenOverOn": .date(taken?.asOf),
        "takenOver": .amount(taken?.accumulated), "monthly": .amount(plan.monthly),
        "accumulated": .amount(standing.accumulated), "bookValue": .amount(standing.bookValue),
        "disposedOn": .date(asset.disposal?.date), "proceeds": .amount(asset.disposal?.proceeds),
        "writtenOff": .rows(table),
      ], rows: ReportRows(table),
      blocks: [.fields(fields(card), width: 22)] + (card.months.isEmpty ? [] : [.table(table)])
    ).statement(known: style.known)
  }

  private func fields(_ card: AssetCard) -> [Report.Field] {
    let words = style.words
    let asset = card.standing.asset
    return [
      Report.Field(words.number, asset.number.text), Report.Field(words.name, asset.name),
      Report.Field(words.assetPlace, asset.place),
      Report.Field(words.acquiredOn, words(asset.acquiredOn.inWords)),
      Report.Field(words.voucher, asset.entry.map(style.voucher)),
      Report.Field(words.assetCost, asset.cost.formatted),
      Report.Field(words.residualValue, asset.residual.formatted),
      Report.Field(words.life, words.life(asset.months)),
      Report.Field(words.perMonth, asset.months == 0 ? nil : card.plan.monthly.formatted),
      Report.Field(
        words("Saldo awal", "Taken over"),
        asset.takeover.map { "\($0.accumulated.formatted) (\(words.day($0.asOf)))" }),
      Report.Field(words.writtenOff, card.standing.accumulated.formatted),
      Report.Field(words.bookValue, card.standing.bookValue.formatted, isStrong: true),
      Report.Field(words.disposedOn, asset.disposal.map { words($0.date.inWords) }),
      Report.Field(words.proceeds, asset.disposal?.proceeds.formatted),
    ].compactMap(\.self)
  }
}
