extension TextTable {
  /// The least width to which a column of texts is narrowed.
  private static let leastText = 7

  /// The same table for a terminal that is narrower than its page: columns of numbers and dates get
  /// what they hold, then those of texts share what is left, the widest giving most.
  ///
  /// - Parameters:
  ///   - page: The columns of the terminal.
  ///   - rows: All rows that will be written, with those of sums and balances.
  /// - Returns: The table, itself where it fits.
  func narrowed(to page: Int, holding rows: some Sequence<[Cell]>) -> TextTable {
    guard width > page else { return self }
    var needed = columns.map { column in
      column.title.split(separator: " ").map(\.count).max() ?? 0
    }
    var isText = columns.map { _ in false }
    for cells in rows {
      for (index, cell) in cells.enumerated() where index < columns.count {
        switch cell {
        case .blank: break
        case .text(let text), .coded(_, let text), .flag(_, let text):
          if columns[index].isRight {
            needed[index] = max(needed[index], text.count)
          } else {
            isText[index] = true
          }
        case .date, .entry, .amount, .unlessZero, .count:
          needed[index] = max(needed[index], TextTable.length(of: cell))
        }
      }
    }
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
    return TextTable(
      zip(columns, widths).map { column, width in
        Column(title: column.title, width: width, isRight: column.isRight, carry: column.carry)
      }, indent: indent)
  }

  /// How many columns a number, a date or a voucher takes.
  private static func length(of cell: Cell) -> Int {
    var output = TextOutput()
    TextTable([.right("", 0)]).row([cell], into: &output)
    return output.bytes.count - 1
  }
}
