/// Finds the voucher of each line of a bank statement.
package enum BankMatching {
  /// A line with its voucher.
  package typealias Pair = (line: BankLine, entry: BankEntry)

  /// The lines that have one voucher alone, and those that may have several.
  ///
  /// A line and a voucher belong together when the amounts are equal and the days at most so far
  /// apart. A voucher that the line names comes first, then the nearest day; where two are as
  /// near, nothing is guessed. Lines that have found theirs leave the vouchers to the others, until
  /// nothing more is found.
  ///
  /// - Parameters:
  ///   - lines: Lines without a voucher.
  ///   - entries: Vouchers without a line.
  ///   - days: How far the days may be apart.
  /// - Returns: The pairs, and the lines that may have several vouchers.
  package static func pairs(
    _ lines: [BankLine], _ entries: [BankEntry], within days: Int
  ) -> (found: [Pair], doubtful: [BankLine]) {
    var found: [Pair] = []
    var open = lines
    var free = entries
    var doubtful: [BankLine] = []
    var isSearching = true
    while isSearching {
      isSearching = false
      doubtful = []
      for line in open {
        let best = candidates(line, free, days)
        // Two lines that are alike may take two vouchers that are alike, in their order.
        let twins = open.count { $0.amount == line.amount && $0.date == line.date }
        guard let first = best.first, best.count == 1 || best.count == twins else {
          if !best.isEmpty { doubtful.append(line) }
          continue
        }
        guard isWanted(first, by: line, open, free, days) else {
          doubtful.append(line)
          continue
        }
        found.append((line, first))
        open.removeAll { $0.number == line.number }
        free.removeAll { $0.entry == first.entry }
        isSearching = true
      }
    }
    return (found, doubtful)
  }

  /// The vouchers that fit a line best, in their order.
  private static func candidates(
    _ line: BankLine, _ entries: [BankEntry], _ days: Int
  ) -> [BankEntry] {
    let fitting = entries.filter {
      $0.amount == line.amount && abs($0.date.days(until: line.date)) <= days
    }
    let named = fitting.filter { $0.isNamed(in: line.description) }
    let those = named.isEmpty ? fitting : named
    let nearest = those.map { abs($0.date.days(until: line.date)) }.min()
    return those.filter { abs($0.date.days(until: line.date)) == nearest }
  }

  /// Whether no other line has a better claim to a voucher: one that names it, or is nearer.
  private static func isWanted(
    _ entry: BankEntry, by line: BankLine, _ lines: [BankLine], _ entries: [BankEntry],
    _ days: Int
  ) -> Bool {
    let own = rank(entry, line)
    return !lines.contains { other in
      other.number != line.number && other.amount == line.amount && rank(entry, other) < own
        && candidates(other, entries, days).contains(entry)
    }
  }

  private static func rank(_ entry: BankEntry, _ line: BankLine) -> Int {
    abs(entry.date.days(until: line.date))
      - (entry.isNamed(in: line.description) ? 1_000_000 : 0)
  }
}
