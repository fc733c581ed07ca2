/// How the days of a term deposit become a fraction of a year.
public enum TermDayCount: String, TermWord {
  /// Real days over 365, in leap years too.
  case actual365 = "actual/365"
  /// Real days over 360.
  case actual360 = "actual/360"
  /// From one value date to the next is one twelfth of a year, however many days lie between them.
  case twelfth = "1/12"

  /// The name for people, which is the word of the trade.
  public var name: Phrase { Phrase(id: rawValue, en: rawValue) }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "aktual/365": .actual365, "aktual/360": .actual360,
  ]
}
