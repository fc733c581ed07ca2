/// A CSV file taken apart, with the place of every cell (RFC 4180, `,` or `;`).
public struct CSVTable: Sendable {
  /// One row of cells.
  public struct Row: Sendable {
    /// The line on which the row begins; the header is line 1.
    public let line: Int
    /// The column at which each cell begins, counted from 1.
    public let columns: [Int]
    /// The cells, without their quotes.
    public let cells: [String]

    /// The row as one line, for an excerpt under an error.
    public var excerpt: String { cells.joined(separator: " | ") }
  }

  /// The names of the columns in lower case, without spaces around them.
  public let header: [String]
  /// The rows below the header; blank lines are left out.
  public let rows: [Row]
  /// The file as the caller named it.
  public let file: String

  /// Takes a text apart.
  ///
  /// - Throws: `import.unreadable`, with its place, for an empty file, a quote that is not closed,
  ///   text after a closing quote, a column named twice, or a row with more or fewer cells than the
  ///   header.
  public init(_ text: String, file: String) throws(LedgerError) {
    var scanner = CSVScanner(text, file: file)
    guard let first = try scanner.nextRow() else {
      throw .importUnreadable(
        Phrase("berkas ini kosong", "the file is empty"),
        at: LedgerError.Place(file: file, line: 1, column: 1))
    }
    var names: [String] = []
    for (index, cell) in first.cells.enumerated() {
      let name = String(Substring(cell).trimmingSpaces()).lowercased()
      guard !names.contains(name) else {
        throw .importUnreadable(
          Phrase("kolom “\(name)” tertulis dua kali", "column “\(name)” is given twice"),
          at: LedgerError.Place(
            file: file, line: first.line, column: first.columns[index], excerpt: first.excerpt))
      }
      names.append(name)
    }
    var rows: [Row] = []
    while let row = try scanner.nextRow() {
      guard row.cells.count == names.count else {
        throw .importUnreadable(
          Phrase(
            "baris ini punya \(row.cells.count) kolom, seharusnya \(names.count)",
            "this row has \(row.cells.count) cells instead of \(names.count)"),
          at: LedgerError.Place(
            file: file, line: row.line, column: row.columns.last ?? 1, excerpt: row.excerpt))
      }
      rows.append(row)
    }
    self.file = file
    self.header = names
    self.rows = rows
  }

  /// The position of the first column that has one of the names.
  public func column(_ names: [String]) -> Int? {
    header.firstIndex { names.contains($0) }
  }

  /// The place of a cell.
  public func place(_ row: Row, _ column: Int?) -> LedgerError.Place {
    LedgerError.Place(
      file: file, line: row.line, column: column.map { row.columns[$0] } ?? 1,
      excerpt: row.excerpt)
  }
}

/// Reads rows one after the other, byte by byte.
private struct CSVScanner {
  private let bytes: [UInt8]
  private let file: String
  private let separator: UInt8
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String, file: String) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    self.file = file
    separator = CSVScanner.separator(of: bytes)
  }

  /// The separator that occurs in the header outside quotes; a comma where neither does.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted: return byte
      case UInt8(ascii: ",") where !isQuoted: return byte
      case UInt8(ascii: "\n") where !isQuoted: return UInt8(ascii: ",")
      default: break
      }
    }
    return UInt8(ascii: ",")
  }

  mutating func nextRow() throws(LedgerError) -> CSVTable.Row? {
    skipBlankLines()
    guard index < bytes.count else { return nil }
    let firstLine = line
    var cells: [String] = []
    var columns: [Int] = []
    while true {
      columns.append(index - lineStart + 1)
      cells.append(try nextCell())
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      if byte == separator { continue }
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      startLine()
      break
    }
    return CSVTable.Row(line: firstLine, columns: columns, cells: cells)
  }

  private mutating func startLine() {
    line += 1
    lineStart = index
  }

  private mutating func skipBlankLines() {
    while index < bytes.count {
      var end = index
      while end < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
      guard end < bytes.count else {
        index = end
        return
      }
      guard bytes[end] == UInt8(ascii: "\n") else { return }
      index = end + 1
      startLine()
    }
  }

  /// Reads a cell and stops at the separator or the end of the line.
  private mutating func nextCell() throws(LedgerError) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    let opening = LedgerError.Place(file: file, line: line, column: index - lineStart + 1)
    index += 1
    var content: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          try requireCellEnd()
          return String(decoding: content, as: UTF8.self)
        }
        index += 1
      } else if byte == UInt8(ascii: "\n") {
        startLine()
      }
      content.append(byte)
    }
    throw .importUnreadable(
      Phrase("tanda kutip ini tidak ditutup", "this quote is not closed"), at: opening)
  }

  private func requireCellEnd() throws(LedgerError) {
    guard index < bytes.count, !endsCell(bytes[index]) else { return }
    throw .importUnreadable(
      Phrase("ada teks setelah tanda kutip penutup", "there is text after a closing quote"),
      at: LedgerError.Place(file: file, line: line, column: index - lineStart + 1))
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
