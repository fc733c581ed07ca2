import Foundation

/// What a process did to files, in its order.
package enum SystemCall {
  case open(path: String, descriptor: Int, flags: Set<String>)
  case close(descriptor: Int)
  /// Without an offset it goes to where the last one ended.
  case write(descriptor: Int, path: String, offset: Int?, bytes: [UInt8])
  case seek(descriptor: Int, position: Int)
  case truncate(descriptor: Int, size: Int)
  case sync(descriptor: Int)
  case rename(from: String, to: String)
  case link(from: String, to: String)
  case remove(path: String)
  /// The process said that something is stored: its number, and what came of it.
  case acknowledge(Int, word: String)
}

/// Reads what `strace -f -y -xx` wrote down. All texts in it are hexadecimal, so that nothing needs
/// escaping.
package struct SystemCallTrace {
  /// The calls that a trace must hold. Those of the last line are refused, should they touch the folder.
  package static let traced =
    "openat,open,close,pwrite64,write,lseek,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,"
    + "renameat,renameat2,link,linkat,writev,pwritev,truncate,fallocate,copy_file_range,sendfile"

  private let bytes: [UInt8]
  private var index = 0

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package struct Unreadable: Error {
    let line: String
  }

  /// The calls of a trace that touch a folder, and what the process said.
  package static func calls(_ file: String, in folder: String) throws -> [SystemCall] {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    var begun: [String: [UInt8]] = [:]
    return try data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let whole = joined(Array(line), &begun) else { return nil }
      var trace = SystemCallTrace(bytes: whole)
      return try trace.call(in: folder)
    }
  }

  /// A call during which another thread came is written down in two parts.
  private static func joined(_ line: [UInt8], _ begun: inout [String: [UInt8]]) -> [UInt8]? {
    let thread = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
    let unfinished = Array("<unfinished ...>".utf8)
    if line.suffix(unfinished.count) == unfinished[...] {
      begun[thread] = line.dropLast(unfinished.count)
      return nil
    }
    let resumed = Array(" resumed>".utf8)
    guard line.dropFirst(thread.utf8.count).drop(while: { $0 == 0x20 }).starts(with: "<... ".utf8),
      let end = line.indices.first(where: { line[$0...].starts(with: resumed) })
    else { return line }
    return (begun.removeValue(forKey: thread) ?? []) + line[(end + resumed.count)...]
  }

  private mutating func call(in folder: String) throws -> SystemCall? {
    // "1234 name(arguments) = result"; signals and exits begin with "---" and "+++".
    let name = takeName()
    guard !name.isEmpty else { return nil }
    switch name {
    case "openat", "open": return openCall()
    case "close": return .close(descriptor: descriptor().number)
    case "pwrite64", "write": return writeCall(name)
    case "lseek":
      let file = descriptor()
      return .seek(descriptor: file.number, position: result)
    case "ftruncate":
      let file = descriptor()
      return result == 0 ? .truncate(descriptor: file.number, size: numbers()[0]) : nil
    case "fsync", "fdatasync":
      let file = descriptor()
      return result == 0 ? .sync(descriptor: file.number) : nil
    case "unlink", "unlinkat":
      let path = path()
      return result == 0 ? .remove(path: path) : nil
    case "rename", "renameat", "renameat2", "link", "linkat":
      let (old, new) = (path(), path())
      guard result == 0 else { return nil }
      return name.hasPrefix("rename") ? .rename(from: old, to: new) : .link(from: old, to: new)
    default:
      let text = String(decoding: bytes, as: UTF8.self)
      let hexadecimal = folder.utf8.map { "\\x" + String($0, radix: 16) }.joined()
      guard !text.contains(hexadecimal) else { throw Unreadable(line: name) }
      return nil
    }
  }

  private mutating func openCall() -> SystemCall? {
    let path = path()
    let rest = String(decoding: bytes[index...], as: UTF8.self)
    let flags = rest.prefix { $0 != ")" }.split { !$0.isLetter && $0 != "_" }.map(String.init)
    return result < 0 ? nil : .open(path: path, descriptor: result, flags: Set(flags))
  }

  private mutating func writeCall(_ name: String) -> SystemCall? {
    let file = descriptor()
    let content = text()
    guard result >= 0 else { return nil }
    if file.number == 1 {
      let said =
        String(decoding: content, as: UTF8.self)
        .split(separator: "\n").first?.split(separator: " ") ?? []
      guard said.first == "ACK", said.count > 1, let number = Int(said[1]) else { return nil }
      return .acknowledge(number, word: said.count > 2 ? String(said[2]) : "")
    }
    return .write(
      descriptor: file.number, path: file.path, offset: name == "pwrite64" ? numbers()[1] : nil,
      bytes: Array(content.prefix(result)))
  }

  // MARK: - Parts of a line

  private mutating func takeName() -> String {
    while index < bytes.count, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) {
      guard bytes[index] == 0x20 || (0x30...0x39).contains(bytes[index]) else { return "" }
      index += 1
    }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "(") { index += 1 }
    index += 1
    return String(decoding: bytes[start..<min(index - 1, bytes.count)], as: UTF8.self)
  }

  /// Number and path of `3<\x2f…>`.
  private mutating func descriptor() -> (number: Int, path: String) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) ?? -1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "<") else { return (number, "") }
    index += 1
    return (number, String(decoding: hexadecimal(until: UInt8(ascii: ">")), as: UTF8.self))
  }

  private mutating func path() -> String {
    String(decoding: text(), as: UTF8.self)
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

  /// The numbers in the rest of the line.
  private func numbers() -> [Int] {
    String(decoding: bytes[index...], as: UTF8.self)
      .split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
  }

  /// What the call returned: the number behind the last `=`.
  private var result: Int {
    guard let sign = bytes.lastIndex(of: UInt8(ascii: "=")) else { return -1 }
    let text = String(decoding: bytes[(sign + 1)...], as: UTF8.self)
    return Int(text.drop { $0 == " " }.prefix { $0 == "-" || $0.isNumber }) ?? -1
  }
}
