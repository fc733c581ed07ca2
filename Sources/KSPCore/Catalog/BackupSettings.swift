/// What a cooperative decides about copies of its book.
public struct BackupSettings: Hashable, Sendable, Codable {
  /// How many copies named by their day are kept in each place; nil for all.
  public var keep: Int?
  /// A second place, such as a stick or a shared folder; nil for none.
  public var folder: String?
  /// Whether a copy is made after each month end.
  public var afterMonthEnd = false

  /// No settings: copies are made when somebody asks, and all are kept.
  public init() {}

  /// After how many days without a copy a book that has changed should have one.
  public static let longestAge = 7
}

extension BookSettings {
  /// The settings of copies by the names under which a book speaks of them; nil is the default.
  package static let backupChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("backupKeep", \.backupKeepWord), ("backupFolder", \.backups.folder),
      ("backupAfterMonthEnd", \.backupAfterMonthEndWord),
    ]

  private var backupKeepWord: String? {
    get { backups.keep.map { "\($0)" } }
    set { backups.keep = newValue.flatMap { Int($0) } }
  }

  private var backupAfterMonthEndWord: String? {
    get { backups.afterMonthEnd ? "yes" : nil }
    set { backups.afterMonthEnd = newValue != nil }
  }
}
