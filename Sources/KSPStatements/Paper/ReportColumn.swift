/// Who reads a column of a table.
public struct ReportReaders: OptionSet, Sendable {
  /// Which forms.
  public let rawValue: Int

  /// Some of the forms.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Text and printed pages.
  public static let people = ReportReaders(rawValue: 1)
  /// Comma-separated values.
  public static let csv = ReportReaders(rawValue: 2)
  /// JSON.
  public static let json = ReportReaders(rawValue: 4)
  /// All forms.
  public static let all: ReportReaders = [.people, .csv, .json]
}

/// A column of a table, said once for all forms: what programs call it, what people read above it,
/// how wide it is for them, and the cell of a row.
///
/// JSON takes the name as it stands (`memberNumber`), CSV in its own spelling (`member_number`).
///
/// ```swift
/// let column = ReportColumn<Loan>.left("member", "Anggota", 20) { .text($0.memberName) }
/// ```
public struct ReportColumn<Row> {
  let name: String
  let column: TextTable.Column?
  var readers: ReportReaders
  let value: (Row) -> ReportValue
  /// What also stands beside an opening and a closing balance in CSV.
  var constant: Cell?

  private init(_ name: String, _ column: TextTable.Column?, cell: @escaping (Row) -> Cell) {
    self.name = name
    self.column = column
    readers = column == nil ? [.csv, .json] : .all
    value = { .cell(cell($0)) }
  }

  private init(_ name: String, value: @escaping (Row) -> ReportValue) {
    self.name = name
    column = nil
    readers = .json
    self.value = value
  }

  /// A column of texts.
  public static func left(
    _ name: String, _ heading: String, _ width: Int, _ cell: @escaping (Row) -> Cell
  ) -> ReportColumn {
    ReportColumn(name, .left(heading, width), cell: cell)
  }

  /// A column of numbers that are not added up.
  public static func right(
    _ name: String, _ heading: String, _ width: Int, _ cell: @escaping (Row) -> Cell
  ) -> ReportColumn {
    ReportColumn(name, .right(heading, width), cell: cell)
  }

  /// A column of amounts that are added up where the table has a row of sums.
  public static func sum(
    _ name: String, _ heading: String, _ width: Int, _ cell: @escaping (Row) -> Cell
  ) -> ReportColumn {
    ReportColumn(name, .sum(heading, width), cell: cell)
  }

  /// A column of counts that are added up where the table has a row of sums.
  public static func count(
    _ name: String, _ heading: String, _ width: Int, _ cell: @escaping (Row) -> Cell
  ) -> ReportColumn {
    ReportColumn(name, .count(heading, width), cell: cell)
  }

  /// A column of running balances, the last of which goes over to the next page.
  public static func balance(
    _ name: String, _ heading: String, _ width: Int, _ cell: @escaping (Row) -> Cell
  ) -> ReportColumn {
    ReportColumn(name, .balance(heading, width), cell: cell)
  }

  /// A column that only programs read.
  public static func data(_ name: String, _ cell: @escaping (Row) -> Cell) -> ReportColumn {
    ReportColumn(name, nil, cell: cell)
  }

  /// A column that only programs read, with the same in every row.
  public static func constant(_ name: String, _ cell: Cell) -> ReportColumn {
    var column = ReportColumn(name, nil) { _ in cell }
    column.constant = cell
    return column
  }

  /// What JSON nests in the object of a row.
  public static func nested(
    _ name: String, _ value: @escaping (Row) -> ReportValue
  ) -> ReportColumn {
    ReportColumn(name, value: value)
  }

  /// The same column for some readers only.
  public func only(_ readers: ReportReaders) -> ReportColumn {
    var column = self
    column.readers = readers
    return column
  }
}

extension ReportTable {
  /// A table with a row for each element, in all forms.
  ///
  /// `printed` names the columns that people read where they stand in another order than programs
  /// have them.
  public init<Rows: RandomAccessCollection>(
    _ rows: Rows, _ columns: [ReportColumn<Rows.Element>], printed: [String]? = nil
  ) {
    let people = columns.filter { $0.column != nil && $0.readers.contains(.people) }
    let shown =
      printed.map { $0.compactMap { name in people.first { $0.name == name } } } ?? people
    func element(_ index: Int) -> Rows.Element {
      rows[rows.index(rows.startIndex, offsetBy: index)]
    }
    self.init(shown.compactMap(\.column), rows) { row in
      shown.map { column in
        if case .cell(let cell) = column.value(row) { cell } else { .blank }
      }
    }
    data = columns.map { column in
      DataColumn(
        name: column.name, isCSV: column.readers.contains(.csv),
        isJSON: column.readers.contains(.json), constant: column.constant,
        printed: shown.firstIndex { $0.name == column.name }
      ) { column.value(element($0)) }
    }
  }

  /// A column as programs read it.
  struct DataColumn {
    let name: String
    let isCSV: Bool
    let isJSON: Bool
    let constant: Cell?
    /// Where it stands for people, so that it has a cell in the rows of balances.
    let printed: Int?
    let value: (Int) -> ReportValue
  }

  /// Writes one row as an object that was begun.
  func write(_ index: Int, into json: inout JSONWriter) {
    for column in data where column.isJSON { column.value(index).write(column.name, into: &json) }
  }
}
