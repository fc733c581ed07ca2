import Foundation

/// A value on its way between two programs, as JSON.
public enum Wire {
  /// What a value looks like on the way.
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value as it comes back.
  public static func back<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  /// What is wrong about a value on its way and back: it is another one, an amount is no text, a
  /// name was made up by the compiler.
  public static func faults<Value: Codable & Equatable>(of value: Value) throws -> [String] {
    let data = try JSONEncoder().encode(value)
    let tree = try JSONDecoder().decode(Tree.self, from: data)
    let comesBack = try JSONDecoder().decode(Value.self, from: data) == value
    return tree.faults(at: ["\(Value.self)"]) + (comesBack ? [] : ["does not come back"])
  }

  /// JSON of any form.
  private enum Tree: Decodable {
    case object([String: Tree])
    case array([Tree])
    case number
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() || (try? container.decode(Bool.self)) != nil
        || (try? container.decode(String.self)) != nil
      {
        self = .other
      } else if let object = try? container.decode([String: Tree].self) {
        self = .object(object)
      } else if let array = try? container.decode([Tree].self) {
        self = .array(array)
      } else {
        self = .number
      }
    }

    func faults(at path: [String]) -> [String] {
      switch self {
      case .object(let fields):
        fields.flatMap { name, value in
          (name.hasPrefix("_") ? [(path + [name]).joined(separator: ".")] : [])
            + value.faults(at: path + [name])
        }
      case .array(let elements): elements.flatMap { $0.faults(at: path) }
      case .number: Wire.isCount(path) ? [] : [path.joined(separator: ".")]
      case .other: []
      }
    }
  }

  /// Whether the last name is that of a count; where amounts have that name too, with the name of
  /// what it stands in.
  private static func isCount(_ path: [String]) -> Bool {
    let last = path.suffix(2)
    return counts.contains(last.last ?? "") || counts.contains(last.joined(separator: "."))
  }

  /// What is counted, numbered or measured in time, and is never money.
  private static let counts: Set<String> = [
    "Bank.open", "MemberMovements.opening", "OrderRun.taken", "PlannedSavingsCard.paid",
    "StageProgress.done", "StageProgress.total", "TermDeposit.paid", "accountsExamined",
    "accountsPaid", "act", "alreadyStored", "band", "behind", "blankRows", "capital.percent",
    "cell", "claimMonths", "collateralLines", "column", "corrected", "count", "day", "days",
    "daysPastDue", "deposit.paid", "entries", "event", "events", "examined", "exceptions",
    "fallenDue", "firstRow", "fromMonths", "headingLine", "healthCell", "history.plan", "id",
    "installment", "installmentsToCure", "interestOver", "line", "loanClass", "loans.1",
    "maturing", "members", "missed", "misses", "months", "number", "number.value", "part.parts",
    "period", "planned.paid", "postings", "principalGrace", "principalOver", "recognitionStops",
    "repeats", "retryDays", "round", "rows", "running", "savingsAccounts", "securedClasses",
    "slips", "slipsAtZero", "stored", "synchronous", "tenor", "undeducted", "unnamed",
    "utcOffsetSeconds", "waiting", "width", "withoutCash", "year", "yearDays", "yes",
  ]
}
