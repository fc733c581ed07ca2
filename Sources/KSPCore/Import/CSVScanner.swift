/// Finds the rows and cells of a CSV file, byte by byte.
struct CSVScanner: Sendable {
  /// What stands at a position: a row, or something that cannot be one.
  enum Element {
    case row(CSVRow)
    case fault(Fault)
  }

  /// Why a row cannot be taken apart.
  struct Fault {
    let reason: Phrase
    let line: Int
    let column: Int

    func error(in file: String) -> LedgerError {
      .importUnreadable(
        reason, at: LedgerError.Place(file: file, line: line, column: column))
    }
  }

  /// Where the next row begins.
  var position = CSVPosition()
  private let bytes: [UInt8]
  private let separator: UInt8
  /// How many cells the row before had: the next one has as many. The first has at least a few.
  private var width = 8

  init(_ bytes: [UInt8], separator: UInt8? = nil) {
    self.bytes = bytes
    self.separator = separator ?? CSVScanner.separator(of: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position.offset = 3 }
  }

  /// The separator that occurs in the first line outside quotes; a comma where none does.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"):
        if !isQuoted { return byte }
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
        return UInt8(ascii: ",")
      default: break
      }
    }
    return UInt8(ascii: ",")
  }

  /// The next row that is not blank; nil at the end. After a fault, reading goes on in the next
  /// line.
  mutating func next() -> Element? {
    skipBlankLines()
    guard position.offset < bytes.count else { return nil }
    let start = position
    var reader = CellReader(bytes: bytes, separator: separator, position: start)
    var cells: [CSVRow.Cell] = []
    cells.reserveCapacity(width)
    repeat {
      guard let cell = reader.cell() else { break }
      cells.append(cell)
    } while reader.takeSeparator()
    reader.skipLine()
    position = reader.position
    width = cells.count
    if let fault = reader.fault { return .fault(fault) }
    return .row(CSVRow(position: start, cells: cells, bytes: bytes))
  }

  private mutating func skipBlankLines() {
    while true {
      var end = position.offset
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      guard end < bytes.count else {
        position.offset = end
        return
      }
      let lineEnd = bytes.lineEnd(at: end)
      guard lineEnd > 0 else { return }
      position = CSVPosition(offset: end + lineEnd, line: position.line + 1)
    }
  }
}

/// Reads the cells of one row.
private struct CellReader {
  let bytes: [UInt8]
  let separator: UInt8
  private(set) var position: CSVPosition
  private let start: CSVPosition
  private(set) var fault: CSVScanner.Fault?

  init(bytes: [UInt8], separator: UInt8, position: CSVPosition) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    start = position
  }

  /// Reads a cell and stops at the separator or the end of the line; nil for one that is broken.
  mutating func cell() -> CSVRow.Cell? {
    let start = position.offset
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
      var index = start
      while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
      position.offset = index
      return CSVRow.Cell(start: start, end: index, opening: start)
    }
    return quotedCell()
  }

  private mutating func quotedCell() -> CSVRow.Cell? {
    let opening = position.offset
    position.offset += 1
    var cell = CSVRow.Cell(start: position.offset, end: position.offset, opening: opening)
    while position.offset < bytes.count {
      guard bytes[position.offset] == UInt8(ascii: "\"") else {
        advance()
        continue
      }
      cell.end = position.offset
      position.offset += 1
      guard position.offset < bytes.count else { return cell }
      if bytes[position.offset] == UInt8(ascii: "\"") {
        cell.isEscaped = true
        position.offset += 1
      } else if endsCell(bytes[position.offset]) {
        return cell
      } else {
        note(
          Phrase(
            id: "ada teks setelah tanda kutip penutup", en: "there is text after a closing quote"),
          at: position.offset)
        return nil
      }
    }
    note(Phrase(id: "tanda kutip ini tidak ditutup", en: "this quote is not closed"), at: opening)
    return nil
  }

  /// Moves past a separator, if the cell ended at one.
  mutating func takeSeparator() -> Bool {
    guard position.offset < bytes.count, bytes[position.offset] == separator else { return false }
    position.offset += 1
    return true
  }

  /// Moves to the start of the next line.
  mutating func skipLine() {
    let line = position.line
    while position.offset < bytes.count, position.line == line { advance() }
  }

  /// Moves past a byte, or past a line end.
  private mutating func advance() {
    let lineEnd = bytes.lineEnd(at: position.offset)
    position.offset += max(lineEnd, 1)
    if lineEnd > 0 { position.line += 1 }
  }

  private mutating func note(_ reason: Phrase, at offset: Int) {
    let (line, column) = start.place(of: offset, in: bytes)
    fault = CSVScanner.Fault(reason: reason, line: line, column: column)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
