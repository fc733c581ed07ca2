import Foundation

/// What a process did to files, in its order, as `strace -f -y -xx` wrote it down.
enum SystemCall {
  case write(path: String, offset: Int, bytes: [UInt8])
  case truncate(path: String, size: Int)
  case sync(path: String)
  case remove(path: String)
  /// The process said that so many entries are stored.
  case acknowledge(Int)
}

/// Reads the lines of a trace. All texts in it are hexadecimal, so that nothing needs escaping.
struct SystemCallTrace {
  private let bytes: [UInt8]
  private var index = 0

  struct Unreadable: Error {
    let line: String
  }

  static func calls(_ file: String) throws -> [SystemCall] {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    return try data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      var trace = SystemCallTrace(bytes: Array(line))
      return try trace.call()
    }
  }

  private mutating func call() throws -> SystemCall? {
    // "1234 name(arguments) = result"; signals and exits begin with "---" and "+++".
    let name = takeName()
    guard !name.isEmpty else { return nil }
    let isDone = bytes.suffix(12).contains(UInt8(ascii: "="))
    guard isDone, !String(decoding: bytes, as: UTF8.self).contains("<unfinished") else {
      throw Unreadable(line: String(decoding: bytes.prefix(80), as: UTF8.self))
    }
    switch name {
    case "pwrite64":
      let path = descriptor()
      let content = text()
      let numbers = numbers()
      return .write(path: path, offset: numbers[1], bytes: Array(content.prefix(numbers[2])))
    case "write":
      _ = descriptor()
      let said = String(decoding: text(), as: UTF8.self)
      guard said.hasPrefix("ACK ") else { return nil }
      return Int(said.dropFirst(4).dropLast()).map { .acknowledge($0) }
    case "ftruncate":
      let path = descriptor()
      return .truncate(path: path, size: numbers()[0])
    case "fsync", "fdatasync": return .sync(path: descriptor())
    case "unlink":
      let path = String(decoding: text(), as: UTF8.self)
      return numbers().last == 0 ? .remove(path: path) : nil
    default: return nil
    }
  }

  private mutating func takeName() -> String {
    while index < bytes.count, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) {
      guard bytes[index] == 0x20 || (0x30...0x39).contains(bytes[index]) else { return "" }
      index += 1
    }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "(") { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// The path of `3<\x2f…>`.
  private mutating func descriptor() -> String {
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    index += 1
    return String(decoding: hexadecimal(until: UInt8(ascii: ">")), as: UTF8.self)
  }

  /// The bytes of the next `"\x…"`.
  private mutating func text() -> [UInt8] {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    index += 1
    return hexadecimal(until: UInt8(ascii: "\""))
  }

  private mutating func hexadecimal(until end: UInt8) -> [UInt8] {
    var found: [UInt8] = []
    while index + 3 < bytes.count, bytes[index] != end {
      found.append(Self.digit(bytes[index + 2]) << 4 | Self.digit(bytes[index + 3]))
      index += 4
    }
    index += 1
    return found
  }

  private static func digit(_ byte: UInt8) -> UInt8 {
    byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "a") + 10
  }

  /// The numbers in the rest of the line; the last is the result of the call.
  private func numbers() -> [Int] {
    String(decoding: bytes[index...], as: UTF8.self)
      .split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
  }
}
