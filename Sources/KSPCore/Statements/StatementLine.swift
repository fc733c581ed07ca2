/// One line of a financial statement: the sum of the accounts that the chart puts there, beside
/// that of the period before.
public struct StatementLine: Hashable, Sendable, Codable {
  /// An account's part of a line.
  public struct Part: Hashable, Sendable, Codable {
    /// The code of the account.
    public let code: String
    /// Its name.
    public let name: Phrase
    /// Its amount, in the natural sign of the section.
    public let amount: Rupiah
    /// Its amount in the period before.
    public let previous: Rupiah
  }

  /// The section in which it stands.
  public let section: StatementSection.Name
  /// What the chart calls the line: mostly the code of an account.
  public let code: String
  /// The label for people.
  public let label: Phrase
  /// The sum of its accounts, in the natural sign of the section.
  public let amount: Rupiah
  /// The same in the period before.
  public let previous: Rupiah
  /// The accounts behind it, none of them zero in both periods.
  public let parts: [Part]

  /// The accounts as lines of their own, for a statement that is unfolded.
  public var unfolded: [StatementLine] {
    parts.map { part in
      StatementLine(
        section: section, code: part.code, label: part.name, amount: part.amount,
        previous: part.previous, parts: [part])
    }
  }
}

/// A part of a financial statement with its lines and sums.
public struct StatementSection: Hashable, Sendable, Codable {
  /// The parts that statements have.
  public enum Name: String, Sendable, Codable {
    /// Assets, by liquidity.
    case assets
    /// Liabilities, by maturity; also a bank account that is overdrawn.
    case liabilities
    /// Equity with the result of the running year.
    case equity
    /// All income.
    case income
    /// All expenses but the tax on income.
    case costs
    /// The tax on income.
    case tax
    /// Cash flow of members' business and the office.
    case operating
    /// Cash flow of fixed assets.
    case investing
    /// Cash flow of equity and borrowings.
    case financing
  }

  /// Which part it is.
  public let name: Name
  /// Its lines, by the codes of their first accounts.
  public let lines: [StatementLine]
  /// What they come to.
  public let total: Rupiah
  /// The same in the period before.
  public let previousTotal: Rupiah

  /// A section of the lines that belong to it.
  ///
  /// - Throws: `amount.overflow`.
  init(_ name: Name, _ all: [StatementLine]) throws(LedgerError) {
    self.name = name
    lines = all.filter { $0.section == name }
    total = try lines.map(\.amount).sum()
    previousTotal = try lines.map(\.previous).sum()
  }
}

/// Gathers the amounts of accounts into lines, in the order in which lines are first named.
struct StatementLines {
  private var order: [String] = []
  private var found: [String: (section: StatementSection.Name, code: String, label: Phrase)] = [:]
  private var parts: [String: [StatementLine.Part]] = [:]

  /// Adds an account's amounts to a line; nothing where both are zero.
  mutating func add(
    _ part: StatementLine.Part, to line: (code: String, label: Phrase),
    in section: StatementSection.Name
  ) {
    guard !part.amount.isZero || !part.previous.isZero else { return }
    let key = "\(section.rawValue) \(line.code)"
    if found[key] == nil {
      order.append(key)
      found[key] = (section, line.code, line.label)
    }
    parts[key, default: []].append(part)
  }

  /// The lines with their sums.
  ///
  /// - Throws: `amount.overflow`.
  func lines() throws(LedgerError) -> [StatementLine] {
    var lines: [StatementLine] = []
    for key in order {
      guard let line = found[key], let parts = parts[key] else { continue }
      lines.append(
        StatementLine(
          section: line.section, code: line.code, label: line.label,
          amount: try parts.map(\.amount).sum(), previous: try parts.map(\.previous).sum(),
          parts: parts))
    }
    return lines
  }
}
