import KSPCore

extension StoredWords<TermDayCount> {
  /// How days become a fraction of a year.
  static let termDayCounts = StoredWords()
}

extension StoredWords<TermPayout> {
  /// When and where interest of term deposits is paid.
  static let termPayouts = StoredWords()
}

extension StoredWords<TermRollOver> {
  /// What becomes of term deposits at maturity.
  static let termRollOvers = StoredWords()
}

extension StoredWords<Rounding.Mode> {
  /// The ways to round.
  static let roundingModes = StoredWords()
}
