#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that are mounted on their own, as containers do with a single file.
enum MountPoint {
  /// Whether the file at a path without symbolic links is itself a mount point. The log and the
  /// lock beside it would then lie in another folder than those of the same file elsewhere.
  static func isMounted(_ path: String) -> Bool {
    #if canImport(Darwin)
      return false
    #else
      guard let file = fopen("/proc/self/mountinfo", "re") else { return false }
      defer { fclose(file) }
      var line: UnsafeMutablePointer<CChar>?
      var room = 0
      defer { free(line) }
      while getline(&line, &room, file) > 0, let text = line {
        if place(in: String(cString: text)) == path { return true }
      }
      return false
    #endif
  }

  /// The fifth word of a line: where something is mounted. Blanks and the like are in octal.
  static func place(in line: String) -> String? {
    let words = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 5)
    guard words.count > 4 else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(words[4])[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3).map { $0 &- UInt8(ascii: "0") }
      guard byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ $0 < 8 }) else {
        bytes.append(byte)
        continue
      }
      bytes.append(digits[0] << 6 | digits[1] << 3 | digits[2])
      rest = rest.dropFirst(3)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
