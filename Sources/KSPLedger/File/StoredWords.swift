/// The words under which the cases of an enumeration stand in the file, found by their bytes: a
/// statement reads one for each line, and making a String of it costs more than the line itself.
struct StoredWords<Word: RawRepresentable & CaseIterable & Sendable>: Sendable
where Word.RawValue == String {
  private let words: [(bytes: UInt128, word: Word)]

  init() {
    words = Word.allCases.map { word in
      var text = word.rawValue
      guard let bytes = text.withUTF8({ Self.bytes($0) }) else {
        preconditionFailure("a stored word has at most sixteen bytes")
      }
      return (bytes, word)
    }
  }

  func word(_ text: UnsafeBufferPointer<UInt8>) -> Word? {
    guard let bytes = Self.bytes(text) else { return nil }
    return words.first { $0.bytes == bytes }?.word
  }

  /// Up to sixteen bytes as one number; nil for a longer text.
  private static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> UInt128? {
    guard text.count <= MemoryLayout<UInt128>.size else { return nil }
    var bytes: UInt128 = 0
    withUnsafeMutableBytes(of: &bytes) { $0.copyMemory(from: UnsafeRawBufferPointer(text)) }
    return bytes
  }
}

extension StoredWords<EntryKind> {
  /// The kinds of entries.
  static let entryKinds = StoredWords()
}

extension StoredWords<AccountType> {
  /// The types of accounts.
  static let accountTypes = StoredWords()
}

extension StoredWords<Member.Kind> {
  /// What members are.
  static let memberKinds = StoredWords()
}

extension StoredWords<Member.Standing> {
  /// How people belong.
  static let memberStandings = StoredWords()
}
