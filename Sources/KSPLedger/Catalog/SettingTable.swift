import GRDB
import KSPCore

/// Reads and writes what the book says of itself, one row for each thing said.
enum SettingTable {
  /// What the settings say, name by name.
  static func values(_ settings: BookSettings) -> [(name: String, value: StoredValue)] {
    [("name", .text(settings.name))]
      + (BookSettings.texts + BookSettings.choices).map {
        ($0.name, StoredValue(settings[keyPath: $0.value]))
      }
  }

  static func settings(
    _ db: Database, firstMonth: BookMonth, utcOffsetSeconds: Int64
  ) throws -> BookSettings {
    var said: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM setting") {
      said[try row.value(0)] = try row.optional(1) as String?
    }
    return settings(said, firstMonth: firstMonth, utcOffsetSeconds: utcOffsetSeconds)
  }

  /// The settings from what is said, by the names that stand in the file.
  static func settings(
    _ said: [String: String], firstMonth: BookMonth, utcOffsetSeconds: Int64
  ) -> BookSettings {
    var settings = BookSettings(
      name: said["name"] ?? "", firstMonth: firstMonth, utcOffsetSeconds: utcOffsetSeconds)
    for setting in BookSettings.texts + BookSettings.choices {
      settings[keyPath: setting.value] = said[setting.name]
    }
    return settings
  }

  /// What is said anew or differently; `known` are the names that have a row.
  static func changes(
    from old: BookSettings?, to new: BookSettings, known: Set<String> = []
  ) -> [RowChange] {
    let before = old.map { Dictionary(uniqueKeysWithValues: values($0)) } ?? [:]
    return values(new).compactMap { name, value in
      guard known.contains(name) else {
        return value == .null
          ? nil : .insert("setting", ["name": .text(name), "value": value])
      }
      return .update(
        "setting", key: ["name": .text(name)], [("value", before[name] ?? .null, value)])
    }
  }
}
