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

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    separator = CSVScanner.separator(of: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position.offset = 3 }
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

  /// The next row that is not blank; nil at the end. After a fault, reading goes on in the next
  /// line.
  mutating func next() -> Element? {
    skipBlankLines()
    guard position.offset < bytes.count else { return nil }
    let start = position
    var reader = CellReader(bytes: bytes, separator: separator, position: start)
    var cells: [CSVRow.Cell] = []
    repeat {
      guard let cell = reader.cell() else { break }
      cells.append(cell)
    } while reader.takeSeparator()
    reader.skipLine()
    position = reader.position
    if let fault = reader.fault { return .fault(fault) }
    return .row(CSVRow(position: start, cells: cells, bytes: bytes))
  }

  private mutating func skipBlankLines() {
    while true {
      var end = position.offset
      while end < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
      guard end < bytes.count else {
        position.offset = end
        return
      }
      guard bytes[end] == UInt8(ascii: "\n") else { return }
      position = CSVPosition(offset: end + 1, line: position.line + 1)
    }
  }
}

/// Reads the cells of one row.
private struct CellReader {
  let bytes: [UInt8]
  let separator: UInt8
  var position: CSVPosition
  private var lineStart: Int
  private(set) var fault: CSVScanner.Fault?

  init(bytes: [UInt8], separator: UInt8, position: CSVPosition) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    lineStart = position.offset
  }

  private var column: Int { position.offset - lineStart + 1 }

  /// Reads a cell and stops at the separator or the end of the line; nil for one that is broken.
  mutating func cell() -> CSVRow.Cell? {
    var index = position.offset
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
      defer { position.offset = index }
      return CSVRow.Cell(start: start, end: index, column: column)
    }
    return quotedCell()
  }

  private mutating func quotedCell() -> CSVRow.Cell? {
    let opening = (line: position.line, column: column)
    position.offset += 1
    var cell = CSVRow.Cell(
      start: position.offset, end: position.offset, column: opening.column)
    while position.offset < bytes.count {
      let byte = bytes[position.offset]
      position.offset += 1
      if byte == UInt8(ascii: "\n") {
        startLine()
      } else if byte == UInt8(ascii: "\"") {
        cell.end = position.offset - 1
        guard position.offset < bytes.count else { return cell }
        if bytes[position.offset] == UInt8(ascii: "\"") {
          cell.isEscaped = true
          position.offset += 1
        } else if endsCell(bytes[position.offset]) {
          return cell
        } else {
          fault = CSVScanner.Fault(
            reason: Phrase(
              "ada teks setelah tanda kutip penutup", "there is text after a closing quote"),
            line: position.line, column: column)
          return nil
        }
      }
    }
    fault = CSVScanner.Fault(
      reason: Phrase("tanda kutip ini tidak ditutup", "this quote is not closed"),
      line: opening.line, column: opening.column)
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
    while position.offset < bytes.count {
      position.offset += 1
      guard bytes[position.offset - 1] != UInt8(ascii: "\n") else { return startLine() }
    }
  }

  private mutating func startLine() {
    position.line += 1
    lineStart = position.offset
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
