/// The month in which a year of the book begins: January, unless the articles of association say
/// otherwise.
public enum YearStart: String, CaseIterable, Sendable, Codable {
  /// 1 January to 31 December.
  case january = "01"
  /// 1 February to the end of January.
  case february = "02"
  /// 1 March to the end of February.
  case march = "03"
  /// 1 April to the end of March.
  case april = "04"
  /// 1 May to the end of April.
  case may = "05"
  /// 1 June to the end of May.
  case june = "06"
  /// 1 July to the end of June.
  case july = "07"
  /// 1 August to the end of July.
  case august = "08"
  /// 1 September to the end of August.
  case september = "09"
  /// 1 October to the end of September.
  case october = "10"
  /// 1 November to the end of October.
  case november = "11"
  /// 1 December to the end of November.
  case december = "12"

  /// The month of the calendar, 1 to 12.
  public var month: Int {
    switch self {
    case .january: 1
    case .february: 2
    case .march: 3
    case .april: 4
    case .may: 5
    case .june: 6
    case .july: 7
    case .august: 8
    case .september: 9
    case .october: 10
    case .november: 11
    case .december: 12
    }
  }
}
