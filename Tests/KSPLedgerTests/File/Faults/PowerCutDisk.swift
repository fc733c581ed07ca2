import Foundation
import KSPTestSupport

/// A disk that keeps what was synced and loses, or half keeps, what was only written.
///
/// It knows files, not folders: a file that was made or removed is so at once.
struct PowerCutDisk {
  private enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(Int)
  }

  private struct File {
    var durable: [UInt8] = []
    var pending: [Change] = []
  }

  /// What is there after the power comes back.
  enum Survival: CaseIterable {
    /// Only what was synced.
    case synced
    /// That, and every sector of 512 bytes of the rest with one chance in two.
    case torn
    /// Everything: the process was killed, the machine went on.
    case written
  }

  private var files: [String: File] = [:]

  init(_ contents: [String: [UInt8]]) {
    files = contents.mapValues { File(durable: $0) }
  }

  mutating func apply(_ call: SystemCall) {
    switch call {
    case .write(let path, let offset, let bytes):
      files[name(path), default: File()].pending.append(.write(offset: offset, bytes: bytes))
    case .truncate(let path, let size):
      files[name(path), default: File()].pending.append(.truncate(size))
    case .sync(let path):
      guard var file = files[name(path)] else { return }
      for change in file.pending { Self.apply(change, to: &file.durable) }
      file.pending = []
      files[name(path)] = file
    case .remove(let path): files[name(path)] = nil
    case .acknowledge: break
    }
  }

  /// Writes the files of the book as they would be found, into a folder.
  func write(
    _ survival: Survival, to folder: TestFolder, using random: inout SplitMix64
  ) throws {
    for (name, file) in files.sorted(by: { $0.key < $1.key }) where !name.hasSuffix("-shm") {
      var bytes = file.durable
      for change in file.pending where survival != .synced {
        for part in survival == .torn ? Self.sectors(of: change) : [change] {
          if survival == .torn, Bool.random(using: &random) { continue }
          Self.apply(part, to: &bytes)
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
    }
  }

  private func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private static func sectors(of change: Change) -> [Change] {
    guard case .write(let offset, let bytes) = change else { return [change] }
    var parts: [Change] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 512 - (offset + start) % 512)
      parts.append(.write(offset: offset + start, bytes: Array(bytes[start..<end])))
      start = end
    }
    return parts
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .write(let offset, let new):
      if bytes.count < offset + new.count {
        bytes += [UInt8](repeating: 0, count: offset + new.count - bytes.count)
      }
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    case .truncate(let size):
      bytes =
        size <= bytes.count
        ? Array(bytes.prefix(size)) : bytes + [UInt8](repeating: 0, count: size - bytes.count)
    }
  }
}
