/// The balance sheet (neraca, laporan posisi keuangan) of a day, beside the same day a year before.
///
/// Assets stand as debits, liabilities and equity as credits, so that a sum is positive where
/// things are as usual. A bank account that is overdrawn stands under liabilities. The result of
/// the running year stands in equity before any closing, in the line of the account with the role
/// `shu-current`. The result of a year that is over stands with the SHU that was not divided, also
/// while the account still holds it because the meeting has not ratified the year; results of
/// earlier years that were not closed have a line of their own.
public struct BalanceSheet: Hashable, Sendable, Codable {
  /// The day.
  public let asOf: BookDate
  /// The day it is compared with.
  public let previous: BookDate
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// Assets, liabilities and equity.
  public let sections: [StatementSection]
  /// The control accounts of savings and loans beside their sub-ledgers on the day, by code.
  public let controls: [ControlProof]

  /// Whether every sub-ledger is what its control account holds.
  public var controlsAgree: Bool { controls.allSatisfy(\.agrees) }

  /// Whether assets are liabilities and equity, on both days.
  public var balances: Bool {
    let (assets, others) = (sections[0], sections[1...])
    func holds(_ total: KeyPath<StatementSection, Rupiah>) -> Bool {
      assets[keyPath: total].sen
        == others.reduce(Int64(0)) { $0 &+ $1[keyPath: total].sen }
    }
    return holds(\.total) && holds(\.previousTotal)
  }

  /// Puts a balance sheet together.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    asOf: BookDate, previous: BookDate, known: Knowledge, chart: StatementChart,
    now: StatementDay, before: StatementDay, controls: [ControlProof]
  ) throws(LedgerError) {
    var lines = StatementLines()
    for account in chart.accounts {
      let (amount, earlier) = (now.all[account.code] ?? .zero, before.all[account.code] ?? .zero)
      func part(_ amount: Rupiah, _ previous: Rupiah) -> StatementLine.Part {
        StatementLine.Part(
          code: account.code.text, name: account.name, amount: amount, previous: previous)
      }
      let line = chart.line(of: account)
      switch account.type {
      case .asset where account.marks.isBank:
        lines.add(part(amount.orZero, earlier.orZero), to: line, in: .assets)
        lines.add(
          part(try amount.negated().orZero, try earlier.negated().orZero),
          to: Self.overdraft(of: account), in: .liabilities)
      case .asset: lines.add(part(amount, earlier), to: line, in: .assets)
      case .liability:
        lines.add(part(try amount.negated(), try earlier.negated()), to: line, in: .liabilities)
      case .equity, .income, .expense: break
      }
    }
    for (now, before) in zip(try now.equity(chart), try before.equity(chart)) {
      lines.add(
        StatementLine.Part(
          code: now.code, name: now.name, amount: now.amount, previous: before.amount),
        to: now.line, in: .equity)
    }
    let all = try lines.lines()
    self.asOf = asOf
    self.previous = previous
    self.known = known
    self.controls = controls
    sections = [
      try StatementSection(.assets, all), try StatementSection(.liabilities, all),
      try StatementSection(.equity, all),
    ]
  }

  /// The line of a bank account that is overdrawn (cerukan).
  private static func overdraft(of account: StatementAccount) -> (code: String, label: Phrase) {
    let name = account.name
    return (
      account.code.text,
      Phrase(id: "\(name.indonesian) (cerukan)", en: "\(name.english) (overdraft)")
    )
  }
}
