/// Where a year of the book stands on its way to the members' meeting (tutup tahun).
///
/// While months are open, business is entered in them. Once all twelve are closed it is in its
/// closing period (periode penyesuaian): adjustments count on its last day, although that month is
/// closed, until the meeting has ratified the year.
public struct YearEnd: Hashable, Sendable, Codable {
  /// The three states of a year.
  public enum State: String, CaseIterable, Sendable, Codable {
    /// Some of its months are open.
    case open
    /// Its months are closed, and it may be adjusted.
    case closing
    /// The meeting has ratified it: nothing in it changes any more.
    case ratified
  }

  /// What must hold before the closing voucher.
  public enum Requirement: String, CaseIterable, Sendable, Codable {
    /// All its months are closed.
    case monthsClosed = "months-closed"
    /// The clearing account of the opening balances is at zero.
    case openingComplete = "opening-complete"
    /// The year before had its closing voucher, where the book has that year.
    case earlierYearClosed = "earlier-year-closed"
    /// The chart has accounts for the SHU of the year and for the SHU that was not divided.
    case rolesHeld = "roles-held"
    /// All debits of the book are all its credits.
    case balanced
  }

  /// An adjustment of the closing period.
  public struct Adjustment: Hashable, Sendable, Codable {
    /// Its voucher.
    public let entry: EntryNumber
    /// When it was recorded.
    public let recordedAt: Timestamp
    /// What it adds to the SHU; negative where it lowers it.
    public let effect: Rupiah
    /// The paper that it stands on.
    public let document: String
    /// Why.
    public let reason: String?
    /// Who recorded it.
    public let recordedBy: String?

    /// Gathers an adjustment.
    package init(
      entry: EntryNumber, recordedAt: Timestamp, effect: Rupiah, document: String, reason: String?,
      recordedBy: String?
    ) {
      self.entry = entry
      self.recordedAt = recordedAt
      self.effect = effect
      self.document = document
      self.reason = reason
      self.recordedBy = recordedBy
    }
  }

  /// What the meeting decided about the year.
  public struct Ratification: Hashable, Sendable, Codable {
    /// The day of the meeting.
    public let date: BookDate
    /// The number of its decision.
    public let decision: String
    /// The SHU after tax that it ratified; negative for a loss.
    public let shu: Rupiah
    /// The voucher that moved it; nil for an SHU of zero.
    public let entry: EntryNumber?

    /// Gathers a ratification.
    package init(date: BookDate, decision: String, shu: Rupiah, entry: EntryNumber?) {
      self.date = date
      self.decision = decision
      self.shu = shu
      self.entry = entry
    }
  }

  /// A part of a loss that reserves cover.
  public struct Cover: Hashable, Sendable, Codable {
    /// Its voucher.
    public let entry: EntryNumber
    /// How much it covers.
    public let amount: Rupiah
    /// The number of the decision.
    public let decision: String

    /// Gathers a cover.
    package init(entry: EntryNumber, amount: Rupiah, decision: String) {
      self.entry = entry
      self.amount = amount
      self.decision = decision
    }
  }

  /// What the open year set right of a year that the meeting had ratified.
  public struct Correction: Hashable, Sendable, Codable {
    /// Its voucher.
    public let entry: EntryNumber
    /// The day on which it counts.
    public let bookDate: BookDate
    /// The sum of its debits.
    public let amount: Rupiah
    /// What it adds to the SHU of the year in which it counts; negative where it lowers it.
    public let effect: Rupiah
    /// What it adds to equity at once, without the SHU; negative where it lowers it.
    public let equity: Rupiah
    /// The paper that it stands on.
    public let document: String
    /// Why.
    public let reason: String?
    /// Who recorded it.
    public let recordedBy: String?

    /// Gathers a correction.
    package init(
      entry: EntryNumber, bookDate: BookDate, amount: Rupiah, effect: Rupiah, equity: Rupiah,
      document: String, reason: String?, recordedBy: String?
    ) {
      self.entry = entry
      self.bookDate = bookDate
      self.amount = amount
      self.effect = effect
      self.equity = equity
      self.document = document
      self.reason = reason
      self.recordedBy = recordedBy
    }
  }

  /// The year.
  public let year: BookYear
  /// Its months that are open, in their order; those before the book do not count.
  public let openMonths: [BookMonth]
  /// The SHU after tax, as income and expenses say it with all adjustments.
  public let shu: Rupiah
  /// What must hold before the closing voucher, and does not.
  public let missing: [Requirement]
  /// The adjustments, in the order in which they were recorded.
  public let adjustments: [Adjustment]
  /// When the closing voucher was posted; nil until then.
  public let closedAt: Timestamp?
  /// The closing vouchers: that of the run, and those of adjustments after it.
  public let closings: [EntryNumber]
  /// What the meeting decided; nil until then.
  public let ratification: Ratification?
  /// What reserves covered of a loss.
  public let covers: [Cover]
  /// What open years set right of it since it was ratified, in the order of the vouchers.
  public let corrections: [Correction]
  /// The cooperative's own tax with all adjustments, beside what is booked; nil where none fell due
  /// by rule with the last month, and while that is open.
  public let corporateTax: AdjustedCorporateTax?

  /// Which of the three states the year is in.
  public var state: State {
    ratification != nil ? .ratified : openMonths.isEmpty ? .closing : .open
  }
  /// Whether the closing voucher was posted.
  public var isClosed: Bool { closedAt != nil }
  /// The day of the meeting that ratified the year; nil until then.
  public var ratifiedOn: BookDate? { ratification?.date }
  /// The number of the meeting's decision; nil until then.
  public var decision: String? { ratification?.decision }

  /// What the SHU was before any adjustment.
  ///
  /// - Throws: `amount.overflow`.
  public func shuBeforeAdjustments() throws(LedgerError) -> Rupiah {
    try shu - adjustments.map(\.effect).sum()
  }

  /// What is left of a loss to be covered; zero for a year without a loss.
  ///
  /// - Throws: `amount.overflow`.
  public func lossLeft() throws(LedgerError) -> Rupiah {
    try shu.negated().orZero - covers.map(\.amount).sum()
  }

  /// Gathers where a year stands.
  package init(
    year: BookYear, openMonths: [BookMonth], shu: Rupiah, missing: [Requirement],
    adjustments: [Adjustment], closedAt: Timestamp?, closings: [EntryNumber],
    ratification: Ratification?, covers: [Cover], corrections: [Correction],
    corporateTax: AdjustedCorporateTax?
  ) {
    self.year = year
    self.openMonths = openMonths
    self.shu = shu
    self.missing = missing
    self.adjustments = adjustments
    self.closedAt = closedAt
    self.closings = closings
    self.ratification = ratification
    self.covers = covers
    self.corrections = corrections
    self.corporateTax = corporateTax
  }
}

extension YearEnd {
  /// What should be looked at before the meeting ratifies the year; nothing afterwards, when it
  /// stays.
  public var warnings: [LedgerWarning] {
    state == .closing ? [corporateTax?.warning].compactMap(\.self) : []
  }

  /// What to do next in the closing period: book the tax that the adjustments bring, close the
  /// year, and record what the meeting ratified; nil where months are waited for, or something else
  /// is missing.
  ///
  /// - Throws: `amount.overflow`.
  public func nextStep() throws(LedgerError) -> Remedy? {
    guard state == .closing else { return nil }
    if let remedy = try corporateTax?.remedy(of: year) { return remedy }
    guard missing.isEmpty else { return nil }
    return .month(isClosed ? .ratifyYear(year.number) : .endYear(year.number))
  }
}
