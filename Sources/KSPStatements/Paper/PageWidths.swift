/// How wide the columns of the tables of a report are on its pages.
///
/// They are as wide as the report says where there is room for it. Where texts need more, columns
/// that hold less than they were given give that up, and what is still missing is taken from texts
/// that are longer than most. Tables that are made of columns of the same widths stand below one
/// another, and share what is found for all of them.
struct PageWidths {
  private let sheet: PageSheet
  private var known: [[TextTable.Column.Shape]: [Int]] = [:]

  init(_ report: Report, sheet: PageSheet) {
    self.sheet = sheet
    var groups: [[TextTable.Column.Shape]: [ReportTable]] = [:]
    for case .table(let table) in report.blocks {
      groups[table.columns.map(\.shape), default: []].append(table)
    }
    for (shapes, tables) in groups { known[shapes] = widths(of: tables) }
  }

  /// The widths of a table of the report, which fill the page.
  subscript(_ table: ReportTable) -> [Int] {
    known[table.columns.map(\.shape)] ?? sheet.widths(table.columns)
  }

  /// What a column holds: how wide that is in one line, at the least, and in most rows.
  private struct Need {
    var natural = 0
    var least = 0
    /// The widths of all its cells, of which blank ones have none.
    var all = 0

    mutating func hold(_ natural: Int, _ least: Int) {
      self.natural = max(self.natural, natural)
      self.least = max(self.least, least)
      all += natural
    }

    /// Adds white beside what it holds in so many rows.
    mutating func widen(_ white: Int, in rows: Int) {
      natural += white
      least += white
      all += white * rows
    }

    /// The width in which most of so many rows stand in one line.
    func typical(of rows: Int) -> Int { max(least, min(natural, all / max(1, rows) * 5 / 4)) }
  }

  private func widths(of tables: [ReportTable]) -> [Int] {
    let columns = tables[0].columns
    let declared = sheet.declared(columns)
    var needs = columns.map { _ in Need() }
    let rows = tables.reduce(0) { $0 + $1.count }
    for table in tables {
      var sums = table.start
      for index in 0..<table.count {
        let cells = table.row(index)
        if table.total != nil { sums.add(cells) }
        measure(cells, into: &needs)
      }
      measure(table.opening, into: &needs)
      measure(table.closing, into: &needs)
      if let total = table.total { measure(sums.cells(total), into: &needs) }
    }
    let white = columns.indices.map { sheet.white(columns, $0) - 2 * sheet.side }
    for index in needs.indices where needs[index].natural > 0 {
      needs[index].widen(white[index], in: rows)
    }
    // What nothing stands in is to be filled in by hand, in less room where there is little.
    for index in needs.indices where needs[index].natural == 0 {
      needs[index] = Need(
        natural: declared[index], least: declared[index] / 2, all: declared[index] * rows)
    }
    for table in tables where table.isTitled {
      for (index, column) in table.columns.enumerated() {
        // Titles are bold, and break between their words.
        let word = longestWord(of: column.title) * 11 / 10 + white[index]
        needs[index].hold(word, word)
      }
    }
    return divided(needs, declared, columns, rows) ?? sheet.widths(columns)
  }

  private func measure(_ cells: [Cell], into needs: inout [Need]) {
    for (index, cell) in cells.enumerated() where index < needs.count {
      switch cell.forPeople {
      case .blank: break
      case .text(let text):
        guard !text.isEmpty else { break }
        needs[index].hold(sheet.needed(for: text), longestWord(of: text))
      default:
        let width = sheet.needed(for: cell)
        needs[index].hold(width, width)
      }
    }
  }

  /// A long word breaks anywhere.
  private func longestWord(of text: String) -> Int {
    let longest = text.split(separator: " ").reduce(0) { max($0, sheet.needed(for: $1)) }
    return min(longest, sheet.width / 5)
  }

  /// The page divided; nil where not even the least fits.
  private func divided(
    _ needs: [Need], _ declared: [Int], _ columns: [TextTable.Column], _ rows: Int
  ) -> [Int]? {
    let natural = needs.map(\.natural)
    let preferred = zip(natural, declared).map { max($0, $1) }
    if preferred.reduce(0, +) <= sheet.width { return filled(preferred, columns) }
    if natural.reduce(0, +) <= sheet.width { return between(natural, preferred, columns) }
    let least = needs.map(\.least)
    guard least.reduce(0, +) <= sheet.width else { return nil }
    let typical = needs.map { $0.typical(of: rows) }
    if typical.reduce(0, +) <= sheet.width { return between(typical, natural, columns) }
    // No column is wider than this unless it must: the most that fits.
    func widths(_ cap: Int) -> [Int] { zip(least, typical).map { max($0, min($1, cap)) } }
    var (low, high) = (0, sheet.width)
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(0, +) <= sheet.width { low = middle } else { high = middle - 1 }
    }
    return filled(widths(low), columns)
  }

  /// Widths that fit, with what is left over in the parts that more would take.
  private func between(
    _ widths: [Int], _ wanted: [Int], _ columns: [TextTable.Column]
  ) -> [Int] {
    let room = sheet.width - widths.reduce(0, +)
    let more = zip(wanted, widths).map { max(0, $0 - $1) }
    let all = max(1, more.reduce(0, +))
    return filled(zip(widths, more).map { $0 + $1 * room / all }, columns)
  }

  /// Widths that fill the page: the widest column of texts gets what is left over, or else all get
  /// their part.
  private func filled(_ widths: [Int], _ columns: [TextTable.Column]) -> [Int] {
    var widths = widths
    let flexible = columns.indices.filter { !columns[$0].isRight && columns[$0].width >= 14 }
      .max { columns[$0].width < columns[$1].width }
    let sum = max(1, widths.reduce(0, +))
    guard let flexible else { return widths.map { $0 * sheet.width / sum } }
    widths[flexible] += sheet.width - sum
    return widths
  }
}

extension TextTable.Column {
  /// What makes columns of different tables stand below one another.
  struct Shape: Hashable {
    let width: Int
    let isRight: Bool
  }

  var shape: Shape { Shape(width: width, isRight: isRight) }
}
