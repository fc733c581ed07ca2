/// What programs read of a document: names with their values, in this order.
///
/// ```swift
/// let record: ReportRecord = ["account": .text("SUK-0001"), "balance": .amount(500_000)]
/// // {"account":"SUK-0001","balance":"500000"}
/// ```
public struct ReportRecord: ExpressibleByDictionaryLiteral {
  /// One name with its value.
  struct Item {
    let name: String
    let value: ReportValue
  }

  private(set) var items: [Item]

  /// Names with their values, in the order in which they are written.
  public init(dictionaryLiteral elements: (String, ReportValue)...) {
    items = elements.map { Item(name: $0.0, value: $0.1) }
  }

  /// Names with their values.
  public init(_ elements: some Sequence<(String, ReportValue)>) {
    items = elements.map { Item(name: $0.0, value: $0.1) }
  }

  /// One record after another.
  public static func + (first: ReportRecord, second: ReportRecord) -> ReportRecord {
    var record = first
    record.items += second.items
    return record
  }

  /// The record with what another one says besides; a name that stands there stays what it is.
  func gaining(_ more: ReportRecord) -> ReportRecord {
    let names = Set(items.map(\.name))
    var record = self
    record.items += more.items.filter { !names.contains($0.name) }
    return record
  }

  /// The names, in their order.
  var names: [String] { items.map(\.name) }

  /// The cells, without what is nested.
  var cells: [Cell] {
    items.compactMap { if case .cell(let cell) = $0.value { cell } else { nil } }
  }

  func write(into json: inout JSONWriter) {
    for item in items { item.value.write(item.name, into: &json) }
  }
}

/// A value of a record: one cell, or what JSON nests.
public enum ReportValue {
  /// A value as a table has them.
  case cell(Cell)
  /// An array of texts.
  case texts([String])
  /// An object.
  case record(ReportRecord)
  /// An array of objects, made one by one when they are written.
  case records(count: Int, (Int) -> ReportRecord)
  /// The rows of a table as an array of objects.
  case rows(ReportTable)
  /// Nothing, not even the name.
  case absent

  /// A text, or `null`.
  public static func text(_ text: String?) -> ReportValue { .cell(.optional(text)) }
  /// An amount as a decimal string, or `null`.
  public static func amount(_ amount: Rupiah?) -> ReportValue { .cell(.optional(amount)) }
  /// A day as ISO text, or `null`.
  public static func date(_ date: BookDate?) -> ReportValue { .cell(.optional(date)) }
  /// A voucher number, or `null`.
  public static func entry(_ entry: EntryNumber?) -> ReportValue { .cell(.optional(entry)) }
  /// A number, or `null`.
  public static func count(_ count: Int?) -> ReportValue { .cell(.optional(count)) }
  /// `true` or `false`.
  public static func flag(_ flag: Bool) -> ReportValue { .cell(.flag(flag)) }
  /// Up to which event something is known.
  public static func known(_ known: Knowledge?) -> ReportValue {
    known.map { .count(Int($0.event)) } ?? .absent
  }

  /// An array with an object for each element.
  public static func list<Elements: RandomAccessCollection>(
    _ elements: Elements, _ record: @escaping (Elements.Element) -> ReportRecord
  ) -> ReportValue {
    .records(count: elements.count) { index in
      record(elements[elements.index(elements.startIndex, offsetBy: index)])
    }
  }

  /// The value of something that may be missing, name and all.
  public static func present<Value>(
    _ value: Value?, _ body: (Value) -> ReportValue
  ) -> ReportValue {
    value.map(body) ?? .absent
  }

  func write(_ name: String, into json: inout JSONWriter) {
    switch self {
    case .cell(let cell): json.field(name, cell)
    case .texts(let texts): json.array(name) { json in for text in texts { json.element(text) } }
    case .record(let record): json.object(name) { record.write(into: &$0) }
    case .records(let count, let record):
      json.array(name) { json in
        for index in 0..<count { json.object { record(index).write(into: &$0) } }
      }
    case .rows(let table):
      json.array(name) { json in
        for index in 0..<table.count { json.object { table.write(index, into: &$0) } }
      }
    case .absent: break
    }
  }
}
