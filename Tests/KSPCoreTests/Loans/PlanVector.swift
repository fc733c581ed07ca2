import Foundation
import KSPCore
import KSPTestSupport

/// A plan worked out elsewhere, in exact fractions, from the definitions alone.
struct PlanVector: Decodable, CustomStringConvertible {
  struct Rows: Decodable {
    let due: [String]
    let principal: [Int64]
    let interest: [Int64]
    let advance: Int64
  }

  let method: String
  let principal: Int64
  let rateBillionths: Int64
  let basis: String
  let count: Int
  let unit: String
  let every: Int
  let dayCount: String
  let interestDue: String
  let grace: Int
  let step: Int64
  let mode: String
  let disbursed: String
  let firstDue: String?
  /// Nil where there can be no such plan.
  let plan: Rows?

  var description: String {
    "\(method) \(principal) sen, \(count)×\(every) \(unit), \(rateBillionths)e-9/\(basis), "
      + "\(dayCount), \(disbursed)–\(firstDue ?? ""), \(step) \(mode)"
  }

  static func all() throws -> [PlanVector] {
    try JSONDecoder().decode([PlanVector].self, from: Data(contentsOf: vectorFile("loan-plans")))
  }

  func make() throws -> InstallmentPlan {
    let rounding = try Rounding(named(mode), to: Rupiah(sen: step))
    let terms = PlanTerms(
      method: try named(method), rate: try Rate(billionths: rateBillionths, per: named(basis)),
      count: count, interval: try InstallmentInterval(named(unit), count: every),
      dayCount: try named(dayCount), interestDue: try named(interestDue), principalGrace: grace,
      interestRounding: rounding, installmentRounding: rounding)
    return try InstallmentPlan(
      terms, principal: Rupiah(sen: principal), disbursedOn: day(disbursed),
      firstDue: try firstDue.map { try day($0) })
  }
}

/// The value that a word of a vector names.
func named<Value: RawRepresentable>(_ word: String) throws -> Value
where Value.RawValue == String {
  guard let value = Value(rawValue: word) else { throw Vector.Missing(what: word) }
  return value
}

/// A file of examples.
func vectorFile(_ name: String) -> URL {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Vectors/\(name).json")
}
