import KSPCore

/// The lines on which what a file says is met first, so that saying it twice is refused.
struct FirstLines {
  private var lines: [String: Int] = [:]

  /// Whether a row is the first with its key; a later one is refused at a column.
  ///
  /// `name` is what the refusal calls it.
  mutating func isFirst(
    _ key: String, _ name: String, _ row: CSVRow, at column: CSVColumn, _ run: inout ImportRun
  ) -> Bool {
    if let first = lines[key] {
      run.refuse(.importDuplicate(name, firstLine: first), row, at: column)
      return false
    }
    lines[key] = row.position.line
    return true
  }
}
