/// How days become a fraction of a year.
public enum DayCount: String, TermWord {
  /// Real days over 365, in leap years too.
  case actual365 = "actual/365"
  /// Real days over 360.
  case actual360 = "actual/360"
  /// Real days over the 365 or 366 days of the year they lie in.
  case actualActual = "actual/actual"
  /// Every month has 30 days, the year 365.
  case thirty365 = "30/365"
  /// Every month has 30 days, the year 360.
  case thirty360 = "30/360"
  /// Every month is one twelfth of a year.
  case twelfth = "1/12"

  /// The name for people, which is the word of the trade.
  public var name: Phrase { Phrase(id: rawValue, en: rawValue) }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "aktual/365": .actual365, "aktual/360": .actual360, "aktual/aktual": .actualActual,
  ]
}
