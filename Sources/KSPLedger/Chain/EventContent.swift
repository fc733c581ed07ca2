/// The content of an event as it stands in the chain.
///
/// Canonical bytes, version 1, with the primitives of ``CanonicalBytes``:
///
///     version (1)
///     count of changes; for each:
///       table, operation (1 byte: 1 new rows, 2 changed columns),
///       count and names of key columns, count and names of written columns,
///       count of rows; for each: key values, for changed columns what they held before, values
///
/// A personal value stands in it as its digest.
enum EventContent {
  static let version: UInt8 = 1

  static func encode(_ changes: [RowChange]) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(byte: version)
    bytes.append(count: changes.count)
    for change in changes {
      bytes.append(change.table)
      bytes.append(byte: change.operation.rawValue)
      bytes.append(count: change.key.count)
      for name in change.key { bytes.append(name) }
      bytes.append(count: change.columns.count)
      for name in change.columns { bytes.append(name) }
      bytes.append(count: change.rows.count)
      for row in change.rows {
        for value in row.key { bytes.append(value) }
        for value in row.before { bytes.append(value) }
        for value in row.values { bytes.append(value) }
      }
    }
    return bytes.bytes
  }

  /// Whether the bytes are of a version that only a newer program can read.
  static func isNewer(_ bytes: [UInt8]) -> Bool { bytes.first ?? 0 > version }

  /// The changes that the bytes stand for; nil where they are no content of this version.
  static func decode(_ bytes: [UInt8]) -> [RowChange]? {
    var reader = CanonicalReader(bytes)
    guard reader.byte() == version, let count = reader.count() else { return nil }
    var changes: [RowChange] = []
    for _ in 0..<count {
      guard let change = change(&reader) else { return nil }
      changes.append(change)
    }
    return reader.isAtEnd ? changes : nil
  }

  private static func change(_ reader: inout CanonicalReader) -> RowChange? {
    guard let table = reader.text(),
      let operation = reader.byte().flatMap({ RowChange.Operation(rawValue: $0) }),
      let key = names(&reader), let columns = names(&reader), let count = reader.count()
    else { return nil }
    var rows: [RowChange.Row] = []
    for _ in 0..<count {
      guard let keys = values(&reader, key.count),
        let before = values(&reader, operation == .update ? columns.count : 0),
        let after = values(&reader, columns.count)
      else { return nil }
      rows.append(RowChange.Row(key: keys, before: before, values: after))
    }
    return RowChange(
      table: table, operation: operation, key: key, columns: columns, rows: rows)
  }

  private static func names(_ reader: inout CanonicalReader) -> [String]? {
    guard let count = reader.count() else { return nil }
    var names: [String] = []
    for _ in 0..<count {
      guard let name = reader.text() else { return nil }
      names.append(name)
    }
    return names
  }

  private static func values(_ reader: inout CanonicalReader, _ count: Int) -> [StoredValue]? {
    var values: [StoredValue] = []
    for _ in 0..<count {
      guard let value = reader.value() else { return nil }
      values.append(value)
    }
    return values
  }
}
