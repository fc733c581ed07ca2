/// Fixed assets in plain whole numbers: months counted from January 2026, days from its first, what
/// is written off as a list of parts that month ends take from the front. It shares nothing with the
/// program.
struct AssetOracle {
  struct Asset {
    let cost, residual: Int
    /// What an earlier book had written off; nil for what this one bought.
    let taken: Int?
    /// The day of the purchase; below 1 for one before the book.
    let bought: Int
    /// The month whose end takes the first part.
    let first: Int
    /// The parts that no month end has taken, the first of them due in `next`.
    var parts: [Int]
    var next: Int
    /// What month ends took, by month.
    var written: [Int: Int] = [:]
    var disposals: [Disposal] = []
    /// The day on which its purchase was taken back.
    var undone: Int?
    /// The plan as it was agreed.
    let monthly, months: Int
  }

  struct Disposal {
    let day: Int
    var undone: Int?
  }

  static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  var assets: [String: Asset] = [:]
  /// Sums of legs by account, debits above zero.
  var totals: [String: Int] = [:]
  /// The month that is open.
  var open = 0

  static func first(of month: Int) -> Int { lengths[..<month].reduce(1, +) }
  static func last(of month: Int) -> Int { first(of: month) + lengths[month] - 1 }

  static func month(of day: Int) -> Int {
    (0..<12).first { day <= last(of: $0) } ?? 12
  }

  mutating func post(_ legs: [(String, Int)]) {
    for (account, amount) in legs { totals[account, default: 0] += amount }
  }

  /// Enters an asset with the parts of its life that this book has to write off: `boughtMonth` is
  /// below 0 before the book, `takenIn` the month that the earlier book had written off last.
  mutating func enter(
    _ number: String, cost: Int, residual: Int, life: Int, bought: Int, boughtMonth: Int,
    taken: Int? = nil, takenIn: Int = 0
  ) {
    let first = (taken == nil ? boughtMonth : takenIn) + 1
    let count = life == 0 ? 0 : max(0, boughtMonth + life - first + 1)
    let base = cost - residual - (taken ?? 0)
    var parts = Array(repeating: count == 0 ? 0 : base / count, count: count)
    let monthly = parts.first ?? 0
    if count > 0 { parts[count - 1] += base % count }
    assets[number] = Asset(
      cost: cost, residual: residual, taken: taken, bought: bought, first: first, parts: parts,
      next: first, monthly: monthly, months: count)
  }

  /// How an asset was on the evening of a day: not there, there, or gone again.
  enum Presence { case absent, held, gone }

  func presence(_ asset: Asset, on day: Int) -> Presence {
    if asset.bought > day { return .absent }
    if let undone = asset.undone, undone <= day { return .absent }
    let isGone = asset.disposals.contains { $0.day <= day && ($0.undone.map { $0 > day } ?? true) }
    return isGone ? .gone : .held
  }

  /// What had been written off of an asset by the evening of a day.
  func accumulated(_ asset: Asset, on day: Int) -> Int {
    asset.written.reduce(asset.taken ?? 0) { sum, part in
      Self.last(of: part.key) <= day ? sum + part.value : sum
    }
  }

  /// Takes what falls due of every asset that is there at the end of the open month; what it could
  /// not take while the asset was gone comes with it.
  ///
  /// - Returns: What was taken of each.
  mutating func close() -> [String: Int] {
    let end = Self.last(of: open)
    var found: [String: Int] = [:]
    for (number, var asset) in assets where presence(asset, on: end) == .held {
      var due = 0
      while asset.next <= open, !asset.parts.isEmpty {
        due += asset.parts.removeFirst()
        asset.next += 1
      }
      guard due > 0 else { continue }
      asset.written[open] = due
      found[number] = due
      assets[number] = asset
      post([("5-2200", due), ("1-2090", -due)])
    }
    open += 1
    return found
  }
}
