extension TextTable {
  /// The least width to which a column of texts is narrowed.
  private static let leastText = 7

  /// The same table for a terminal that is not as wide as its page.
  ///
  /// On a narrower one columns of numbers and dates get what they hold, then those of texts share
  /// what is left, the widest giving most. On a wider one columns that hold more than they have
  /// room for take some of it, those that lack least first, so that most rows fit in one line.
  ///
  /// - Parameters:
  ///   - page: The columns of the terminal.
  ///   - rows: All rows that will be written, with those of sums and balances.
  /// - Returns: The table, itself where it fits.
  func fitted(to page: Int, holding rows: some Sequence<[Cell]>) -> TextTable {
    let isNarrow = width > page
    // Titles break between their words; on a wide terminal they need not.
    var needed = columns.map { column in
      isNarrow ? column.title.split(separator: " ").map(\.count).max() ?? 0 : column.title.count
    }
    var isText = columns.map { _ in false }
    for cells in rows {
      for (index, cell) in cells.enumerated() where index < columns.count {
        switch cell {
        case .blank: break
        case .text(let text), .coded(_, let text), .flag(_, let text):
          if !columns[index].isRight { isText[index] = true }
          if !isNarrow || columns[index].isRight {
            needed[index] = max(needed[index], text.count)
          }
        case .date, .entry, .amount, .unlessZero, .count:
          needed[index] = max(needed[index], TextTable.length(of: cell))
        }
      }
    }
    let widths =
      isNarrow ? narrowed(to: page, needed, isText) : widened(to: page, needed)
    return TextTable(
      zip(columns, widths).map { column, width in
        Column(title: column.title, width: width, isRight: column.isRight, carry: column.carry)
      }, indent: indent)
  }

  private func narrowed(to page: Int, _ needed: [Int], _ isText: [Bool]) -> [Int] {
    var widths = columns.indices.map { index in
      isText[index] ? columns[index].width : min(columns[index].width, needed[index])
    }
    func missing() -> Int { widths.reduce(indent + widths.count - 1, +) - page }
    while missing() > 0 {
      let widest = widths.indices.filter { isText[$0] && widths[$0] > Self.leastText }
        .max { widths[$0] < widths[$1] }
      guard let widest else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func widened(to page: Int, _ needed: [Int]) -> [Int] {
    var widths = columns.map(\.width)
    var room = page - width
    let lacking = widths.indices.filter { needed[$0] > widths[$0] }
      .sorted { needed[$0] - widths[$0] < needed[$1] - widths[$1] }
    for index in lacking {
      let given = min(room, needed[index] - widths[index])
      widths[index] += given
      room -= given
    }
    return widths
  }
}
