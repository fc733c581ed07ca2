/// Where a row begins.
package struct CSVPosition: Hashable, Comparable, Sendable {
  /// The byte of the file, counted from 0.
  var offset = 0
  /// The line, counted from 1.
  package internal(set) var line = 1

  /// Orders places as they come in the file.
  package static func < (left: CSVPosition, right: CSVPosition) -> Bool {
    left.offset < right.offset
  }

  /// The line and the column of a byte at or after this place; columns count characters from 1.
  func place(of target: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (index, line, column) = (offset, line, 1)
    while index < target {
      let lineEnd = bytes.lineEnd(at: index)
      if lineEnd > 0 {
        (index, line, column) = (index + lineEnd, line + 1, 1)
      } else {
        index += 1
        // Bytes 10xxxxxx continue a character of UTF-8.
        let isInside = index < target && bytes[index] & 0xC0 == 0x80
        if !isInside { column += 1 }
      }
    }
    return (line, column)
  }
}

extension [UInt8] {
  /// The length of a line end (LF, CR LF, or CR alone) at an index; 0 where there is none.
  func lineEnd(at index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: "\n"): 1
    case UInt8(ascii: "\r"): index + 1 < count && self[index + 1] == UInt8(ascii: "\n") ? 2 : 1
    default: 0
    }
  }
}

/// One row of a table, its cells still as they stand in the file.
package struct CSVRow: Sendable {
  /// One cell: its bytes without quotes around them.
  struct Cell: Sendable {
    var start: Int
    var end: Int
    /// Where it begins, with its quote if it has one.
    var opening: Int
    /// Whether it holds doubled quotes that stand for one.
    var isEscaped = false
  }

  /// Where the row begins; the header is line 1.
  package let position: CSVPosition
  let cells: [Cell]
  let bytes: [UInt8]

  /// The text of a cell, without spaces around it.
  func text(_ index: Int) -> String {
    let cell = cells[index]
    let isPlain = beginsPlainly(index) && CSVRow.isPlain(bytes[cell.end - 1])
    var rest = bytes[cell.start..<cell.end]
    // Nearly every cell begins and ends with a letter or a digit.
    if isPlain, !cell.isEscaped { return String(decoding: rest, as: UTF8.self) }
    while let count = CSVRow.spaceCount(rest.first, rest.dropFirst().first) {
      rest = rest.dropFirst(count)
    }
    while let last = rest.last {
      let isWide = last == 0xA0
      guard CSVRow.spaceCount(isWide ? rest.dropLast().last : last, last) != nil else { break }
      rest = rest.dropLast(isWide ? 2 : 1)
    }
    let text = String(decoding: rest, as: UTF8.self)
    return cell.isEscaped ? CSVRow.unescaped(text) : text
  }

  /// The text of a cell; empty where the row has no such cell.
  func textIfAny(_ index: Int) -> String { index < cells.count ? text(index) : "" }

  /// Whether a cell holds nothing but spaces, or the row has no such cell.
  func isBlank(_ index: Int) -> Bool {
    guard index < cells.count else { return true }
    var rest = bytes[cells[index].start..<cells[index].end]
    while let count = CSVRow.spaceCount(rest.first, rest.dropFirst().first) {
      rest = rest.dropFirst(count)
    }
    return rest.isEmpty
  }

  /// Whether a cell holds digits and nothing else, so that it reads alike everywhere.
  func isDigits(_ index: Int) -> Bool {
    guard index < cells.count else { return false }
    let cell = cells[index]
    return cell.start < cell.end && bytes[cell.start..<cell.end].allSatisfy(\.isDigit)
  }

  /// Whether a cell begins with a zero.
  func beginsWithZero(_ index: Int) -> Bool {
    index < cells.count && cells[index].start < cells[index].end
      && bytes[cells[index].start] == UInt8(ascii: "0")
  }

  /// Whether a cell begins with a letter or a digit of ASCII: it is neither blank nor a dash.
  func beginsPlainly(_ index: Int) -> Bool {
    guard index < cells.count, cells[index].start < cells[index].end else { return false }
    return CSVRow.isPlain(bytes[cells[index].start])
  }

  /// Whether a byte is a letter or a digit of ASCII.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The bytes of a cell as they stand in the file; none where the row has no such cell.
  func raw(_ index: Int) -> ArraySlice<UInt8> {
    index < cells.count ? bytes[cells[index].start..<cells[index].end] : []
  }

  /// Whether the first byte of a cell may belong to a letter; false for a digit or a mark.
  func beginsWithLetter(_ index: Int) -> Bool {
    guard index < cells.count else { return false }
    let first = bytes[cells[index].start..<cells[index].end].first { $0 != 0x20 && $0 != 0x09 }
    guard let first else { return false }
    return first >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
  }

  /// The bytes of a space, a tab, or a no-break space (C2 A0); nil for anything else.
  private static func spaceCount(_ first: UInt8?, _ second: UInt8?) -> Int? {
    switch first {
    case 0x20, 0x09: 1
    case 0xC2 where second == 0xA0: 2
    default: nil
    }
  }

  /// The line of the file on which the row begins, as it stands there.
  package var excerpt: String { excerpt(of: nil) }

  /// The line of the file on which a cell begins, as it stands there, for an excerpt under an
  /// error.
  private func excerpt(of index: Int?) -> String {
    let place = index.map { cells[$0].opening } ?? position.offset
    var start = place
    while start > position.offset, bytes.lineEnd(at: start - 1) == 0 { start -= 1 }
    var end = place
    while end < bytes.count, bytes.lineEnd(at: end) == 0 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The place of a cell, or of the row where there is none.
  func place(_ index: Int?, in file: String) -> LedgerError.Place {
    let (line, column) = position.place(
      of: index.map { cells[$0].opening } ?? position.offset, in: bytes)
    return LedgerError.Place(file: file, line: line, column: column, excerpt: excerpt(of: index))
  }

  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isSecond = false
    for byte in text.utf8 {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond || byte != UInt8(ascii: "\"") { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
