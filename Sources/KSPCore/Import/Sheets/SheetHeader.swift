/// The headings of a sheet, found among its first lines whatever its cells are parted by.
///
/// Sheets begin with the name of the cooperative and of the list. The headings are the row in which
/// most columns of the list are recognised; a second row of headings below belongs to it where it
/// names more of them.
struct SheetHeader {
  /// How many rows are looked at.
  private static let depth = 30
  private static let separators = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]

  /// A heading and where it stands.
  struct Heading {
    let text: String
    let readings: [String]
    let place: LedgerError.Place
  }

  let separator: UInt8
  let headings: [Heading]
  let line: Int
  /// The rows above.
  let titles: [SheetUnderstanding.Example]
  /// How many columns of the list are recognised.
  let score: Int
  /// The rows below.
  let rowsBelow: CSVScanner

  /// Finds the headings of a list.
  ///
  /// - Throws: `import.unreadable` for a file in which no row can be taken apart.
  static func find(_ text: SheetText, for kind: SheetKind) throws(LedgerError) -> SheetHeader {
    let (given, start) = announced(text.bytes)
    var best: SheetHeader?
    var fault: LedgerError?
    for separator in given.map({ [$0] }) ?? separators {
      var scanner = CSVScanner(text.bytes, separator: separator)
      if let start { scanner.position = start }
      let (found, problem) = try located(in: scanner, separator, text.file, kind)
      fault = fault ?? problem
      guard let found else { continue }
      // Of equals the one with more columns: a list with none of its columns has them all the same.
      let isBetter = best.map {
        (found.score, found.headings.count) > ($0.score, $0.headings.count)
      }
      if isBetter ?? true { best = found }
    }
    if let best { return best }
    throw fault
      ?? .importUnreadable(
        Phrase(id: "berkas ini kosong", en: "the file is empty"),
        at: LedgerError.Place(file: text.file, line: 1, column: 1))
  }

  /// What `sep=;` in the first line says, and where the line after it begins.
  private static func announced(_ bytes: [UInt8]) -> (separator: UInt8?, start: CSVPosition?) {
    let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var end = first
    while end < bytes.count, bytes.lineEnd(at: end) == 0 { end += 1 }
    let line = bytes[first..<end].filter { $0 != UInt8(ascii: "\"") && $0 != 0x20 }
    guard line.count >= 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      line.dropFirst(5).allSatisfy({ separators.contains($0) })
    else { return (nil, nil) }
    var position = CSVPosition()
    position.offset = end < bytes.count ? end + bytes.lineEnd(at: end) : end
    position.line = 2
    return (line[4], position)
  }

  /// The best header under one separator.
  private static func located(
    in start: CSVScanner, _ separator: UInt8, _ file: String, _ kind: SheetKind
  ) throws(LedgerError) -> (SheetHeader?, LedgerError?) {
    var scanner = start
    var rows: [(row: CSVRow, after: CSVScanner)] = []
    var fault: LedgerError?
    reading: while rows.count < depth, let next = scanner.next() {
      switch next {
      case .row(let row): rows.append((row, scanner))
      case .fault(let found):
        fault = found.error(in: file)
        break reading
      }
    }
    var best: SheetHeader?
    func consider(_ headings: [Heading], _ index: Int, _ after: CSVScanner) {
      let score = kind.recognised(headings.map(\.readings))
      guard score > best?.score ?? -1 else { return }
      best = SheetHeader(
        separator: separator, headings: headings, line: rows[index].row.position.line,
        titles: rows[..<index].compactMap {
          let text = text(of: $0.row)
          return text.isEmpty ? nil : .init(text: text, line: $0.row.position.line)
        }, score: score, rowsBelow: after)
    }
    let singles = rows.map { row, _ in row.cells.indices.map { heading(row, $0, file) } }
    for index in rows.indices { consider(singles[index], index, rows[index].after) }
    // Two rows together only where they name more than any row alone.
    for index in rows.indices.dropLast() {
      guard let both = joined(singles[index], rows[index + 1].row, file, kind) else { continue }
      consider(both, index, rows[index + 1].after)
    }
    return (best, fault)
  }

  private static func heading(_ row: CSVRow, _ index: Int, _ file: String) -> Heading {
    let text = String(
      row.textIfAny(index).split(whereSeparator: { $0.isNewline || $0 == " " }).joined(
        separator: " "))
    return Heading(
      text: text, readings: SheetName.readings(text),
      place: row.place(min(index, row.cells.count - 1), in: file))
  }

  /// Two rows of headings, where the lower one only names columns.
  private static func joined(
    _ upper: [Heading], _ lower: CSVRow, _ file: String, _ kind: SheetKind
  ) -> [Heading]? {
    var headings: [Heading] = []
    for index in 0..<max(upper.count, lower.cells.count) {
      let below = heading(lower, index, file)
      if below.text.isEmpty {
        headings.append(index < upper.count ? upper[index] : below)
      } else {
        guard !below.text.contains(where: \.isNumber), kind.recognised([below.readings]) == 1 else {
          return nil
        }
        headings.append(below)
      }
    }
    return headings
  }

  /// What stands in a row, its cells parted by blanks.
  static func text(of row: CSVRow) -> String {
    row.cells.indices.map { row.text($0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SheetKind {
  /// How many of the columns are named by headings.
  func recognised(_ headings: [[String]]) -> Int {
    columns.count { column in
      !column.isRemark && headings.contains { column.match($0) != nil }
    }
  }
}
