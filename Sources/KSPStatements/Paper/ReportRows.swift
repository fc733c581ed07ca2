/// The rows of a document in CSV: the names of their columns and a cell for each.
public struct ReportRows {
  let names: [String]
  let count: Int
  let row: (Int) -> [Cell]

  /// The rows of a table, with its opening and closing balances.
  public init(_ table: ReportTable) {
    let columns = table.data.filter(\.isCSV)
    func balances(_ cells: [Cell]) -> [[Cell]] {
      guard !cells.isEmpty else { return [] }
      return [
        columns.map { column in
          column.constant ?? column.printed.flatMap { $0 < cells.count ? cells[$0] : nil } ?? .blank
        }
      ]
    }
    let before = balances(table.opening)
    let after = balances(table.closing)
    self.init(columns.map(\.name), count: before.count + table.count + after.count) { index in
      if index < before.count { return before[index] }
      guard index - before.count < table.count else { return after[0] }
      return columns.map { column in
        guard case .cell(let cell) = column.value(index - before.count) else { return .blank }
        return cell
      }
    }
  }

  /// One row: the cells of a record that are named, in this order.
  public init(_ record: ReportRecord, _ names: [String]) {
    let cells = names.map { name -> Cell in
      guard case .cell(let cell) = record.items.first(where: { $0.name == name })?.value else {
        return .blank
      }
      return cell
    }
    self.init(names, [cells])
  }

  /// Rows of cells under names.
  public init(_ names: [String], _ rows: [[Cell]]) {
    self.init(names, count: rows.count) { rows[$0] }
  }

  init(_ names: [String], count: Int, _ row: @escaping (Int) -> [Cell]) {
    self.names = names.map(Self.columnName)
    self.count = count
    self.row = row
  }

  /// The name of a column in CSV: `dayCount` is `day_count`.
  static func columnName(_ name: String) -> String {
    name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }

  /// Writes the names of the columns, as they are called in files of a schema.
  func header(of schema: String? = nil, into output: inout TextOutput) {
    CSVWriter.header(names, of: schema, into: &output)
  }

  /// Writes the rows below them.
  func write(into output: inout TextOutput) {
    for index in 0..<count { CSVWriter.row(row(index), into: &output) }
  }
}
