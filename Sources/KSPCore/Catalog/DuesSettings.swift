/// What holds where amounts are raised after months were paid ahead.
public enum DuesRaising: String, CaseIterable, Sendable, Codable {
  /// The difference is owed.
  case owed
  /// Months that were paid ahead in full stay settled.
  case settled
}

extension BookSettings {
  /// The settings of dues by the names under which a book speaks of them; nil is the default.
  package static let duesChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("duesRaised", \.duesRaisedWord)
    ]

  private var duesRaisedWord: String? {
    get { duesRaised == .owed ? nil : duesRaised.rawValue }
    set { duesRaised = newValue.flatMap { .init(rawValue: $0) } ?? .owed }
  }
}
