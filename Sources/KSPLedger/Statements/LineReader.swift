import GRDB
import KSPCore

/// Reads what stands behind a line of a statement in a period, seen from the period's last day.
struct LineReader {
  let reader: FinancialReader
  let period: BookPeriod
  /// When the year of the last day began.
  private let yearStart: BookDate

  init(_ reader: FinancialReader, _ period: BookPeriod) throws {
    self.reader = reader
    self.period = period
    yearStart = try reader.year(of: period.last).firstDay
  }

  /// Each source with what it held before the period and what moved it.
  func accounts(
    _ sources: [LineSource]
  ) throws -> [(source: LineSource, account: LineExplanation.Account)] {
    let moved = try Dictionary(
      uniqueKeysWithValues: shares(sources).map { ($0, try sides(of: sources, $0)) })
    let soFar = sources.contains { [.ofYear, .ofYearClosed].contains($0.share) }
    let year = soFar ? try movedBefore() : [:]
    return try sources.map { source in
      let sides = moved[source.share]?[source.account.code]
      return (
        source,
        try LineExplanation.Account(
          source, opening: opening(source, year), debits: sides?.debits ?? .zero,
          credits: sides?.credits ?? .zero)
      )
    }
  }

  /// The numbers of the entries that stand behind some sources, by book date.
  func entries(_ sources: [LineSource]) throws -> SQLStatement {
    let parts = shares(sources).map { "SELECT p.entry \(Self.legs(sources, $0, yearStart))" }
    let query = try SQLStatement(
      reader.db,
      """
      SELECT e.id FROM entry e WHERE e.id IN (\(parts.joined(separator: " UNION ")))
      ORDER BY e.bookDate, e.id
      """, isShared: false)
    query.bind(Int64(period.first.dayNumber), at: 1)
    query.bind(Int64(period.last.dayNumber), at: 2)
    query.bind(reader.state.entry, at: 3)
    return query
  }

  // MARK: - What was there before

  private var evening: BookDate { get throws { try period.first.adding(days: -1) } }

  /// What a source held before the period, debit positive; `year` is what its year had moved.
  private func opening(_ source: LineSource, _ year: StatementBalances) throws -> Rupiah {
    let (code, evening) = (source.account.code, try evening)
    switch source.share {
    case .movement, .withCash: return .zero
    case .balance: return try reader.balances(evening)[code] ?? .zero
    case .ofYear, .ofYearClosed: return year[code] ?? .zero
    case .ofEarlierYears:
      guard yearStart <= evening else { return try reader.balances(evening)[code] ?? .zero }
      return try reader.carried(
        from: yearStart, reader.balances(yearStart.adding(days: -1)), evening)
    case .unclosed:
      return try reader.balances(min(evening, yearStart.adding(days: -1)))[code] ?? .zero
    }
  }

  /// What the year had moved before the period; neither closing nor ratifying a year is a movement.
  /// A voucher that closes a year is dated its last day, so that none lies before the period in it.
  private func movedBefore() throws -> StatementBalances {
    guard try yearStart <= evening else { return [:] }
    let span = try BookPeriod(from: yearStart, through: evening)
    var moved = try reader.movements(span)
    if let current = try reader.shuCurrent() {
      moved[current] = try (moved[current] ?? .zero) - reader.ratified(span, current)
    }
    return moved
  }

  // MARK: - What moved

  private func shares(_ sources: [LineSource]) -> [LineSource.Share] {
    var shares: [LineSource.Share] = []
    for source in sources where !shares.contains(source.share) { shares.append(source.share) }
    return shares
  }

  /// What was debited and credited on the accounts of a share, and below them.
  private func sides(
    of sources: [LineSource], _ share: LineSource.Share
  ) throws -> [AccountCode: (debits: Rupiah, credits: Rupiah)] {
    let rows = try Row.fetchAll(
      reader.db,
      sql: """
        SELECT a.code, sum(max(p.amount, 0)), -sum(min(p.amount, 0))
        \(Self.legs(sources, share, yearStart)) GROUP BY a.id
        """, arguments: [period.first.dayNumber, period.last.dayNumber, reader.state.entry])
    var sides: [AccountCode: (debits: Rupiah, credits: Rupiah)] = [:]
    for row in rows {
      sides[AccountCode(stored: try row.value(0))] = (
        Rupiah(sen: try row.value(1) as Int64), Rupiah(sen: try row.value(2) as Int64)
      )
    }
    return sides
  }

  /// Legs `p` of entries `e` from ?1 to ?2, known by ?3, on the accounts `a` of a share or below.
  private static func legs(
    _ sources: [LineSource], _ share: LineSource.Share, _ yearStart: BookDate
  ) -> String {
    let codes = sources.filter { $0.share == share }.map {
      "'\($0.account.code.text.replacing("'", with: "''"))'"
    }
    return """
      FROM account a
        CROSS JOIN account b
          ON b.id = a.id OR (b.parent = a.id AND NOT (\(ChartSums.isOfChart("b"))))
        CROSS JOIN posting p ON p.account = b.id CROSS JOIN entry e ON e.id = p.entry
      WHERE a.code IN (\(codes.joined(separator: ", "))) AND p.bookDate BETWEEN ?1 AND ?2
        AND p.entry <= ?3 AND (\(condition(share, yearStart)))
      """
  }

  /// Whether a leg counts.
  private static func condition(_ share: LineSource.Share, _ year: BookDate) -> String {
    let yearStart = year.dayNumber
    let (closing, ratification) = (
      "e.kind = \(EntryKind.yearClosing.sql)", "e.kind = \(EntryKind.yearRatification.sql)"
    )
    return switch share {
    case .balance: "1"
    case .movement: "NOT \(closing)"
    case .ofYear: "p.bookDate >= \(yearStart) AND NOT \(closing) AND NOT \(ratification)"
    case .ofYearClosed: "p.bookDate >= \(yearStart) AND NOT \(ratification)"
    case .ofEarlierYears: "p.bookDate < \(yearStart) OR \(ratification)"
    case .unclosed: "p.bookDate < \(yearStart)"
    case .withCash: "p.entry IN (\(FinancialReader.entriesWithCash))"
    }
  }
}
