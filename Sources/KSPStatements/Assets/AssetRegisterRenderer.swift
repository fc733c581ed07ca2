/// Writes the register of fixed assets (daftar inventaris), by place, beside the ledger.
public struct AssetRegisterRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each asset, and one for each of their accounts.
  public func report(of register: AssetRegister) -> Report {
    let words = style.words
    let assets = table(register)
    let controls = self.controls(register)
    var blocks: [Report.Block] = [
      .fields(Report.Field(words.asOfDay, words(register.asOf.inWords)))
    ]
    blocks += register.assets.isEmpty ? [.note(words.noAssets)] : [.table(assets)]
    if !register.controls.isEmpty {
      blocks.append(.table(controls))
      if register.controls.contains(where: { !$0.difference.isZero }) {
        blocks.append(.note(words.registerDiffers))
      }
    }
    blocks.append(.signatures(words.preparedAndChecked, printedOnly: true))
    return Report(
      "ksp.assets/1", title: words.assetsTitle, subject: words(register.asOf.inWords),
      data: [
        "asOf": .date(register.asOf), "assets": .rows(assets),
        "cost": .amount(register.cost), "accumulated": .amount(register.accumulated),
        "bookValue": .amount(register.bookValue), "accounts": .rows(controls),
      ], rows: ReportRows(assets), blocks: blocks
    ).statement(known: style.known)
  }

  private func table(_ register: AssetRegister) -> ReportTable {
    let words = style.words
    return ReportTable(
      register.assets,
      [
        .left("number", words.number, 9) { .text($0.asset.number.text) },
        .left("name", words.name, 16) { .text($0.asset.name) },
        .left("place", words.assetPlace, 10) { .optional($0.asset.place) },
        .data("acquiredOn") { .date($0.asset.acquiredOn) },
        .data("account") { .text($0.asset.accounts.cost.text) },
        .data("months") { .count($0.asset.months) },
        .data("residual") { .amount($0.asset.residual) },
        .sum("cost", words.assetCost, 13) { .amount($0.asset.cost) },
        .sum("accumulated", words.writtenOff, 13) { .amount($0.accumulated) },
        .sum("bookValue", words.bookValue, 13) { .amount($0.bookValue) },
      ]
    ).total("\(words.total): \(register.assets.count)", in: 1)
  }

  private func controls(_ register: AssetRegister) -> ReportTable {
    let words = style.words
    return ReportTable(
      register.controls,
      [
        .left("account", words("Akun", "Account"), 10) { .text($0.account.text) },
        .left("name", words.name, 22) { .text(words($0.name)) },
        .right("register", words.inRegister, 14) { .amount($0.register) },
        .right("ledger", words.inLedger, 14) { .amount($0.ledger) },
        .right("difference", words.difference, 13) { .amount($0.difference) },
      ])
  }
}
