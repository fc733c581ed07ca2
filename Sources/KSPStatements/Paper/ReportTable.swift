/// A table that is drawn row by row, so that a long one is never held twice.
public struct ReportTable {
  let columns: [TextTable.Column]
  /// Whether the titles of the columns are written.
  var isTitled = true
  /// Columns of text to the left of it.
  var indent = 0
  /// What stands before the rows and is not part of sums: an opening balance.
  var opening: [Cell] = []
  /// What stands below the sums: a closing balance.
  var closing: [Cell] = []
  /// The label of the row of sums and the column it stands in; nil for a table without sums.
  private(set) var total: (label: String, column: Int)?
  /// The number of rows.
  let count: Int
  /// One row as people read it.
  let row: (Int) -> [Cell]
  /// A remark below a row.
  private(set) var remark: (Int) -> String? = { _ in nil }

  /// The columns as programs read them; none of a table that only people read.
  var data: [DataColumn] = []

  /// A table with a row for each element, for people only.
  init<Rows: RandomAccessCollection>(
    _ columns: [TextTable.Column], _ rows: Rows, cells: @escaping (Rows.Element) -> [Cell]
  ) {
    self.columns = columns
    count = rows.count
    row = { cells(rows[rows.index(rows.startIndex, offsetBy: $0)]) }
  }

  /// The same table with a row of sums, labelled in a column.
  public func total(_ label: String, in column: Int = 0) -> ReportTable {
    var table = self
    table.total = (label, column)
    return table
  }

  /// The same table without the titles of its columns, such as rows below another table.
  public var untitled: ReportTable {
    var table = self
    table.isTitled = false
    return table
  }

  /// The same table with remarks below some rows, which only people read.
  public func remarks(_ remark: @escaping (Int) -> String?) -> ReportTable {
    var table = self
    table.remark = remark
    return table
  }

  /// The same table between an opening and a closing balance, a cell for each column that people
  /// read; neither is part of sums.
  public func balances(opening: [Cell], closing: [Cell]) -> ReportTable {
    var table = self
    table.opening = opening
    table.closing = closing
    return table
  }

  /// What the columns hold before the first row.
  var start: ReportSums {
    var sums = ReportSums(columns)
    sums.carry(opening)
    return sums
  }
}

/// What the columns of a table add up to so far.
///
/// Sums are counted beyond the range of an amount; one that leaves it is shown as `…`.
struct ReportSums {
  private let columns: [TextTable.Column]
  private var sums: [Int128]
  private var latest: [Cell]

  fileprivate init(_ columns: [TextTable.Column]) {
    self.columns = columns
    sums = Array(repeating: 0, count: columns.count)
    latest = Array(repeating: .blank, count: columns.count)
  }

  /// Adds a row.
  mutating func add(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() where index < columns.count {
      switch cell {
      case .amount(let amount), .unlessZero(let amount): sums[index] += Int128(amount.sen)
      case .count(let count): sums[index] += Int128(count)
      default: break
      }
    }
    carry(cells)
  }

  /// Takes over the balance that a row shows.
  mutating func carry(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() where index < columns.count {
      if columns[index].carry == .balance { latest[index] = cell }
    }
  }

  /// The row of sums; with the balances reached so far when it is carried to another page.
  func cells(_ label: (label: String, column: Int), carried: Bool = false) -> [Cell] {
    columns.indices.map { index in
      switch columns[index].carry {
      case _ where index == label.column: .text(label.label)
      case .nothing: .blank
      case .sum: .total(sums[index])
      case .count: .count(Int(clamping: sums[index]))
      case .balance: carried ? latest[index] : .blank
      }
    }
  }
}
