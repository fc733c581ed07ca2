/// A paper before it is drawn: the same for 80 columns of text and for printed pages.
///
/// CSV and JSON are not drawn from it, because other programs rely on their exact fields.
struct Report {
  /// A label with its value.
  struct Field {
    let label: String
    let value: String
    /// How many steps it stands to the right of the others.
    var indent = 0
    /// Whether a printed page sets the value in bold.
    var isStrong = false

    /// Nothing when there is no value.
    init?(_ label: String, _ value: String?, indent: Int = 0, isStrong: Bool = false) {
      guard let value else { return nil }
      self.label = label
      self.value = value
      self.indent = indent
      self.isStrong = isStrong
    }
  }

  /// A place to sign.
  struct Signature {
    let role: String
    var name: String?
  }

  /// One piece of a paper, in the order from top to bottom.
  enum Block {
    /// The title of a part.
    case heading(String)
    /// Labels and values; `width` is the room for labels in text.
    case fields([Field], width: Int)
    /// A sentence.
    case note(String)
    /// The sentence that says how it turned out.
    case verdict(String)
    /// An empty line of text; printed pages have their own distances.
    case gap
    /// A table.
    case table(ReportTable)
    /// Places to sign. Statements and lists have them on printed pages only.
    case signatures([Signature], printedOnly: Bool)

    /// Fields without those that have no value.
    static func fields(_ fields: Field?..., width: Int = 16) -> Block {
      .fields(fields.compactMap(\.self), width: width)
    }
  }

  let title: String
  /// What the foot of every printed page says, so that loose sheets find together.
  var subject = ""
  /// Whether the cooperative stands at the head.
  var hasLetterhead = true
  /// What each printed copy is marked with; empty for a paper that is printed once.
  var copies: [String] = []
  var blocks: [Block]
}

/// A table that is drawn row by row, so that a long one is never held twice.
struct ReportTable {
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
  /// One row.
  let row: (Int) -> [Cell]
  /// A remark below a row.
  private(set) var remark: (Int) -> String? = { _ in nil }

  /// A table with a row for each element.
  init<Rows: RandomAccessCollection>(
    _ columns: [TextTable.Column], _ rows: Rows, cells: @escaping (Rows.Element) -> [Cell]
  ) {
    self.columns = columns
    count = rows.count
    row = { cells(rows[rows.index(rows.startIndex, offsetBy: $0)]) }
  }

  /// The same table with a row of sums.
  func total(_ label: String, in column: Int = 0) -> ReportTable {
    var table = self
    table.total = (label, column)
    return table
  }

  /// The same table with remarks below some rows.
  func remarks(_ remark: @escaping (Int) -> String?) -> ReportTable {
    var table = self
    table.remark = remark
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
      case .amount(let amount): sums[index] += Int128(amount.sen)
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
