public import KSPCore
public import KSPLedger
import Testing

/// Proves lines of statements: each is explained by what its statement prints, and by the entries
/// behind it, which are added up here from their legs alone.
public struct LineProof {
  private let ledger: Ledger
  private let owners: [String: String]

  /// A proof for a book.
  ///
  /// - Parameters:
  ///   - ledger: The book.
  ///   - owners: For the codes of accounts that are not of the chart the code of the one they
  ///     belong to.
  public init(_ ledger: Ledger, owners: [String: String] = [:]) {
    self.ledger = ledger
    self.owners = owners
  }

  /// Proves the lines of all statements of a period; returns their codes.
  public func prove(_ period: BookPeriod, _ moment: KnowledgePoint?) throws -> Set<String> {
    let sheet = try ledger.balanceSheet(asOf: period.last, asRecordedThrough: moment)
    let income = try ledger.incomeStatement(period, asRecordedThrough: moment)
    let lines = (sheet.sections + income.sections).flatMap(\.lines)
    for line in lines {
      try prove(
        ledger.explainLine(line.code, period, asRecordedThrough: moment), line.section,
        line.amount, moment)
    }
    for line in try ledger.equityChanges(period, asRecordedThrough: moment).lines {
      try prove(
        ledger.explainLine(line.code, period, asRecordedThrough: moment), .equity, line.closing,
        moment)
    }
    let flow = try ledger.cashFlow(period, asRecordedThrough: moment)
    for line in flow.sections.flatMap(\.lines) {
      try prove(
        ledger.explainCashFlow(line.code, period, asRecordedThrough: moment), line.section,
        line.amount, moment)
    }
    return Set(lines.map(\.code))
  }

  private func prove(
    _ explained: LineExplanation, _ section: StatementSection.Name, _ amount: Rupiah,
    _ moment: KnowledgePoint?
  ) throws {
    let place = "\(explained.code) \(section) of \(explained.period), cash \(explained.isCashFlow)"
    let figure = explained.figures.first { $0.section == section }
    #expect((figure?.amount ?? .zero) == amount, "\(place), \(String(describing: moment))")
    let own = Set(explained.accounts.map(\.code.text))
    var (debits, credits) = (Int64(0), Int64(0))
    try ledger.entries(behind: explained, asRecordedThrough: moment) { entry in
      #expect(entry.bookDate >= explained.period.first && entry.bookDate <= explained.period.last)
      for leg in entry.legs where own.contains(owners[leg.account.text] ?? leg.account.text) {
        debits += max(leg.amount.sen, 0)
        credits -= min(leg.amount.sen, 0)
      }
    }
    #expect(try explained.accounts.map(\.debits).sum().sen == debits, "\(place)")
    #expect(try explained.accounts.map(\.credits).sum().sen == credits, "\(place)")
  }
}
