import Foundation

/// A disk under one folder that keeps what was synced and loses, or half keeps, what was not: the
/// bytes and lengths of files, and the names that lead to them.
package struct PowerCutDisk {
  /// What a power cut does to what was not synced.
  package enum Model: String, CaseIterable, Sendable {
    /// It is lost from some point on: what was done first is kept first.
    case ordered
    /// Any subset of it is kept: sectors of 512 bytes of any write, any new length, any name that
    /// was made, changed or removed. A file that was renamed may have both names.
    case torn
    /// Names and lengths are kept, bytes are not: where a file grew there may be zeros or what
    /// was on the disk before.
    case metadataFirst = "metadata first"
  }

  /// Of which syncs a disk only says that it has done them.
  package enum Ignored: Sendable {
    case none
    case files
    case folders
    case all
  }

  /// A change to a file, by its number, or to a name.
  private enum Change {
    case write(Int, offset: Int, bytes: [UInt8])
    case truncate(Int, size: Int)
    case name(String, Int)
    case rename(from: String, to: String, Int)
    case remove(String)

    var file: Int? {
      switch self {
      case .write(let file, _, _), .truncate(let file, _): file
      case .name, .rename, .remove: nil
      }
    }
  }

  private enum Opened {
    case folder
    case file(Int, position: Int, appends: Bool)
  }

  private let folder: String
  private let ignored: Ignored
  private var durable = DiskState()
  /// Not synced yet, in the order in which it was done.
  private var pending: [Change] = []
  private var names: [String: Int] = [:]
  private var sizes: [Int: Int] = [:]
  private var opened: [Int: Opened] = [:]

  /// A disk whose folder holds files, all of them safe.
  package init(
    _ contents: [String: [UInt8]], folder: String, ignoring ignored: Ignored
  ) {
    self.folder = folder
    self.ignored = ignored
    for (number, (name, bytes)) in contents.sorted(by: { $0.key < $1.key }).enumerated() {
      durable.files[number] = bytes
      durable.names[name] = number
      sizes[number] = bytes.count
    }
    names = durable.names
  }

  // MARK: - What the process does

  package mutating func apply(_ call: SystemCall) throws {
    switch call {
    case .open(let path, let descriptor, let flags): open(path, descriptor, flags)
    case .close(let descriptor): opened[descriptor] = nil
    case .write(let descriptor, let path, let offset, let bytes):
      guard case .file(let file, let position, let appends) = opened[descriptor] else {
        guard name(path) == nil else { throw SystemCallTrace.Unreadable(line: path) }
        return
      }
      let start = offset ?? (appends ? sizes[file] ?? 0 : position)
      pending.append(.write(file, offset: start, bytes: bytes))
      sizes[file] = max(sizes[file] ?? 0, start + bytes.count)
      if offset == nil {
        opened[descriptor] = .file(file, position: start + bytes.count, appends: appends)
      }
    case .seek(let descriptor, let position):
      guard case .file(let file, _, let appends) = opened[descriptor] else { return }
      opened[descriptor] = .file(file, position: position, appends: appends)
    case .truncate(let descriptor, let size):
      guard case .file(let file, _, _) = opened[descriptor] else { return }
      pending.append(.truncate(file, size: size))
      sizes[file] = size
    case .sync(let descriptor): sync(descriptor)
    case .rename(let old, let new):
      guard let old = name(old), let new = name(new), let file = names[old] else { return }
      pending.append(.rename(from: old, to: new, file))
      names[old] = nil
      names[new] = file
    case .link(let old, let new):
      guard let old = name(old), let new = name(new), let file = names[old] else { return }
      pending.append(.name(new, file))
      names[new] = file
    case .remove(let path):
      guard let name = name(path), names[name] != nil else { return }
      pending.append(.remove(name))
      names[name] = nil
    case .acknowledge: break
    }
  }

  private mutating func open(_ path: String, _ descriptor: Int, _ flags: Set<String>) {
    opened[descriptor] = nil
    if path == folder { opened[descriptor] = .folder }
    guard let name = name(path) else { return }
    let file: Int
    if let known = names[name] {
      file = known
      if flags.contains("O_TRUNC") {
        pending.append(.truncate(file, size: 0))
        sizes[file] = 0
      }
    } else {
      file = sizes.count
      sizes[file] = 0
      names[name] = file
      pending.append(.name(name, file))
    }
    opened[descriptor] = .file(file, position: 0, appends: flags.contains("O_APPEND"))
  }

  private mutating func sync(_ descriptor: Int) {
    guard let target = opened[descriptor], ignored != .all else { return }
    let number: Int? = if case .file(let file, _, _) = target { file } else { nil }
    guard ignored != (number == nil ? .folders : .files) else { return }
    for change in pending where change.file == number { Self.apply(change, to: &durable) }
    pending.removeAll { $0.file == number }
  }

  private func name(_ path: String) -> String? {
    guard path.hasPrefix(folder + "/") else { return nil }
    let name = path.dropFirst(folder.count + 1)
    return name.isEmpty || name.contains("/") ? nil : String(name)
  }

  // MARK: - What is found afterwards

  /// What is found when the power comes back.
  package func found(_ model: Model, using random: inout SplitMix64) -> DiskState {
    switch model {
    case .ordered: ordered(using: &random)
    case .torn: torn(using: &random)
    case .metadataFirst: metadataFirst(using: &random)
    }
  }

  private func ordered(using random: inout SplitMix64) -> DiskState {
    var state = durable
    // Often nothing that was not synced is there.
    let kept =
      Int.random(in: 0..<3, using: &random) == 0
      ? 0 : Int.random(in: 0...pending.count, using: &random)
    for change in pending.prefix(kept) { Self.apply(change, to: &state) }
    return state
  }

  private func torn(using random: inout SplitMix64) -> DiskState {
    var state = durable
    let chance = [10, 50, 90].randomElement(using: &random) ?? 50
    func isKept() -> Bool { Int.random(in: 0..<100, using: &random) < chance }
    for change in pending {
      switch change {
      case .write(let file, let offset, let bytes):
        for part in Self.sectors(offset, bytes.count) where isKept() {
          let bytes = Array(bytes[part.lowerBound - offset..<part.upperBound - offset])
          Self.apply(.write(file, offset: part.lowerBound, bytes: bytes), to: &state)
        }
      case .rename(_, let new, let file):
        guard isKept() else { continue }
        Self.apply(isKept() ? change : .name(new, file), to: &state)
      default: if isKept() { Self.apply(change, to: &state) }
      }
    }
    return state
  }

  private func metadataFirst(using random: inout SplitMix64) -> DiskState {
    var state = durable
    let chance = [0, 50, 90].randomElement(using: &random) ?? 0
    let garbage = Bool.random(using: &random)
    // Mostly all of it is kept, sometimes what was done first.
    let kept =
      Int.random(in: 0..<4, using: &random) > 0
      ? pending.count : Int.random(in: 0...pending.count, using: &random)
    for (number, change) in pending.enumerated() {
      guard case .write(let file, let offset, let bytes) = change else {
        if number < kept { Self.apply(change, to: &state) }
        continue
      }
      let size = state.files[file]?.count ?? 0
      guard number < kept || offset + bytes.count <= size else { continue }
      for part in Self.sectors(offset, bytes.count) {
        if Int.random(in: 0..<100, using: &random) < chance {
          let bytes = Array(bytes[part.lowerBound - offset..<part.upperBound - offset])
          Self.apply(.write(file, offset: part.lowerBound, bytes: bytes), to: &state)
        } else if part.upperBound > size {
          let grown = max(part.lowerBound, size)..<part.upperBound
          let filling = grown.map { _ in garbage ? UInt8.random(in: 0...255, using: &random) : 0 }
          Self.apply(.write(file, offset: grown.lowerBound, bytes: filling), to: &state)
        }
      }
    }
    return state
  }

  private static func sectors(_ offset: Int, _ count: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = offset
    while start < offset + count {
      let end = min(offset + count, start + 512 - start % 512)
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  private static func apply(_ change: Change, to state: inout DiskState) {
    switch change {
    case .write(let file, let offset, let bytes):
      state.files[file, default: []].write(bytes, at: offset)
    case .truncate(let file, let size): state.files[file, default: []].setLength(size)
    case .name(let name, let file): state.names[name] = file
    case .rename(let old, let new, let file):
      if state.names[old] == file { state.names[old] = nil }
      state.names[new] = file
    case .remove(let name): state.names[name] = nil
    }
  }
}

/// Files, and the names that lead to them.
package struct DiskState {
  fileprivate(set) var files: [Int: [UInt8]] = [:]
  fileprivate(set) var names: [String: Int] = [:]

  /// Says whether two states hold the same files under the same names.
  package var fingerprint: Int {
    var hasher = Hasher()
    for (name, file) in names.sorted(by: { $0.key < $1.key }) where !name.hasSuffix("-shm") {
      hasher.combine(name)
      // Two names of one file are not two files of the same bytes.
      hasher.combine(names.filter { $0.value == file }.count)
      (files[file] ?? []).withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }

  /// Writes it into an empty folder. The shared memory of SQLite does not outlast the machine.
  package func write(to folder: TestFolder) throws {
    var first: [Int: String] = [:]
    for (name, file) in names.sorted(by: { $0.key < $1.key }) where !name.hasSuffix("-shm") {
      if let other = first[file] {
        try FileManager.default.linkItem(atPath: folder.file(other), toPath: folder.file(name))
      } else {
        first[file] = name
        try Data(files[file] ?? []).write(to: URL(fileURLWithPath: folder.file(name)))
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func write(_ bytes: [UInt8], at offset: Int) {
    if count < offset + bytes.count { setLength(offset + bytes.count) }
    replaceSubrange(offset..<offset + bytes.count, with: bytes)
  }

  fileprivate mutating func setLength(_ size: Int) {
    if size <= count {
      removeLast(count - size)
    } else {
      self += [UInt8](repeating: 0, count: size - count)
    }
  }
}
