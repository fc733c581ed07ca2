/// The first page of the papers that are handed over together: whose they are, of what period, who
/// answers for them, and what is there.
public struct PackCover: Hashable, Sendable, Codable {
  /// What the papers are for.
  public enum Occasion: Hashable, Sendable, Codable {
    /// The members' meeting about a year of the book (rapat anggota tahunan).
    case meeting(BookYear)
    /// The report of a quarter to the Dinas (laporan triwulan): the year and 1 to 4.
    case quarter(year: Int, number: Int)

    // What the values are called on a wire.
    private enum MeetingCodingKeys: String, CodingKey { case _0 = "year" }
  }

  /// One paper.
  public struct Paper: Hashable, Sendable, Codable {
    /// The name of its file.
    public let file: String
    /// What it is called.
    public let title: Phrase

    /// Names a paper.
    package init(file: String, title: Phrase) {
      self.file = file
      self.title = title
    }
  }

  /// What the papers are for.
  public let occasion: Occasion
  /// The days that they are about.
  public let period: BookPeriod
  /// Up to which event of the chain they were known.
  public let known: Knowledge
  /// What the book says of the cooperative.
  public let settings: BookSettings
  /// What there is to look at.
  public let figures: PeriodFigures
  /// The papers, in their order.
  public let papers: [Paper]

  /// Gathers a first page.
  package init(
    _ occasion: Occasion, of period: BookPeriod, known: Knowledge, settings: BookSettings,
    figures: PeriodFigures, papers: [Paper]
  ) {
    self.occasion = occasion
    self.period = period
    self.known = known
    self.settings = settings
    self.figures = figures
    self.papers = papers
  }
}
