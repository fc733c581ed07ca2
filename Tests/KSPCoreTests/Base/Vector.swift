import Foundation
import KSPCore

/// One published or derived example, as it was collected, with the figures that it names.
struct Vector {
  let id: String
  let recomputed: Bool
  let inputs: [String: Any]
  let expected: [String: Any]

  /// Every example of a file, in its order.
  static func all(in name: String = "indonesia-savings") throws -> [Vector] {
    let data = try Data(contentsOf: vectorFile(name))
    let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    return (list ?? []).map { row in
      Vector(
        id: row["id"] as? String ?? "", recomputed: row["recomputed"] as? Bool ?? false,
        inputs: row["inputs"] as? [String: Any] ?? [:],
        expected: row["expected"] as? [String: Any] ?? [:])
    }
  }

  /// The example with an id.
  static func named(_ id: String, in name: String = "indonesia-savings") throws -> Vector {
    guard let vector = try all(in: name).first(where: { $0.id == id }) else {
      throw Missing(what: id)
    }
    return vector
  }

  struct Missing: Error {
    let what: String
  }

  func input(_ key: String) throws -> Rupiah { try Vector.amount(inputs[key], key) }
  func expected(_ key: String) throws -> Rupiah { try Vector.amount(expected[key], key) }

  func amounts(_ key: String) throws -> [Rupiah] {
    guard let list = expected[key] as? [Any] else { throw Missing(what: key) }
    return try list.map { try Vector.amount($0, key) }
  }

  func rate(_ key: String, per basis: Rate.Basis = .year) throws -> Rate {
    guard let value = inputs[key] as? NSNumber else { throw Missing(what: key) }
    return try Rate(billionths: Int64((value.doubleValue * 1e9).rounded()), per: basis)
  }

  func dayCount() throws -> DayCount {
    guard let text = inputs["dayCount"] as? String, let count = DayCount(rawValue: text) else {
      throw Missing(what: "dayCount")
    }
    return count
  }

  /// The rates by balance: one for everything, or those of the tiers.
  func tiers() throws -> [InterestTerms.Tier] {
    guard let rows = inputs["tiers"] as? [[String: Any]] else {
      return [InterestTerms.Tier(from: .zero, rate: try rate("annualRate"))]
    }
    return try rows.map { row in
      guard let rate = row["rate"] as? NSNumber else { throw Missing(what: "rate") }
      let threshold =
        row["atLeast"] == nil ? Rupiah.zero : try Vector.amount(row["atLeast"], "atLeast")
      return InterestTerms.Tier(
        from: threshold,
        rate: try Rate(billionths: Int64((rate.doubleValue * 1e9).rounded()), per: .year))
    }
  }

  /// The terms that the inputs describe; the method is named by the test that maps the example.
  func terms(
    _ method: InterestTerms.Method, dayCount: DayCount? = nil, countsPostingDay: Bool = true,
    rounding: Rounding
  ) throws -> InterestTerms {
    InterestTerms(
      method: method, dayCount: try dayCount ?? self.dayCount(), tiers: try tiers(),
      countsPostingDay: countsPostingDay, rounding: rounding)
  }

  /// The opening balance and the movements of a list of transactions.
  func transactions(year: String = "") throws -> (Rupiah, [SavingsInterest.Movement]) {
    guard let rows = inputs["transactions"] as? [[String: Any]] else {
      throw Missing(what: "transactions")
    }
    var opening = Rupiah.zero
    var movements: [SavingsInterest.Movement] = []
    for row in rows {
      let date = try BookDate(parsing: year + (row["date"] as? String ?? ""))
      if row["type"] as? String == "opening" {
        opening = try Vector.amount(row["balance"], "balance")
      } else if let deposit = row["deposit"] {
        movements.append(.init(date, try Vector.amount(deposit, "deposit")))
      } else {
        let amount = try Vector.amount(row["withdrawal"], "withdrawal")
        movements.append(.init(date, try amount.negated()))
      }
    }
    return (opening, movements)
  }

  /// The movements that give a list of balances, each standing for its days from `first` on.
  func segments(
    _ key: String = "segments", from first: BookDate
  ) throws -> [SavingsInterest.Movement] {
    guard let rows = inputs[key] as? [[String: Any]] else { throw Missing(what: key) }
    var day = first
    var before = Rupiah.zero
    var movements: [SavingsInterest.Movement] = []
    for row in rows {
      let balance = try Vector.amount(row["balance"], "balance")
      movements.append(.init(day, try balance - before))
      before = balance
      guard let days = row["days"] as? NSNumber else { throw Missing(what: "days") }
      day = try day.adding(days: days.intValue)
    }
    return movements
  }

  /// JSON numbers are read as binary fractions; a sen is far coarser than their error.
  static func amount(_ value: Any?, _ key: String) throws -> Rupiah {
    guard let number = value as? NSNumber else { throw Missing(what: key) }
    return Rupiah(sen: Int64((number.doubleValue * 100).rounded()))
  }
}
