/// A table of state: what the chain says, laid out for fast reading.
///
/// Every row of it was written by an event; `verify` writes them again from the chain and compares.
struct Projection: Sendable {
  /// What a column holds, which decides how people see it.
  enum Meaning: Sendable {
    /// Sen of the rupiah.
    case amount
    /// A day, counted.
    case day
    /// A month, counted.
    case month
    /// Seconds since 1970.
    case moment
    /// Billionths of a whole.
    case share
    /// A voucher, by its number.
    case entry
    /// Yes or no.
    case flag
    /// A row of another table, which people know by a column of its own.
    case row(of: String, as: String)
  }

  let table: String
  /// The columns that name a row.
  let key: [String]
  /// The columns that are more than a word or a count.
  var meanings: [String: Meaning] = [:]
  /// Columns that hold personal data: the chain holds a salted digest of each.
  var personal: Set<String> = []
}
