extension BookSettings {
  /// The settings of the year by the names under which a book speaks of them; nil is the default.
  package static let yearChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("yearStart", \.yearStartWord)
    ]

  private var yearStartWord: String? {
    get { yearStart == .january ? nil : yearStart.rawValue }
    set { yearStart = newValue.flatMap { .init(rawValue: $0) } ?? .january }
  }
}
