/// How well a loan is being paid (kolektibilitas), from best to worst.
public enum LoanClass: Int, CaseIterable, Comparable, Sendable, Codable, CodingKeyRepresentable {
  /// Paid as agreed.
  case lancar = 1
  /// Under special attention (dalam perhatian khusus).
  case dalamPerhatianKhusus = 2
  /// Substandard.
  case kurangLancar = 3
  /// Doubtful.
  case diragukan = 4
  /// Lost, unless its collateral says otherwise.
  case macet = 5

  /// Orders from best to worst.
  public static func < (left: LoanClass, right: LoanClass) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The word for programs and options: `kurang-lancar`.
  public var code: String {
    switch self {
    case .lancar: "lancar"
    case .dalamPerhatianKhusus: "dpk"
    case .kurangLancar: "kurang-lancar"
    case .diragukan: "diragukan"
    case .macet: "macet"
    }
  }

  /// Reads the word of a class in either language: `kurang-lancar`, `substandard`.
  ///
  /// - Throws: `term.unreadable`, which lists the words.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let word = text.lowercased()
    let found = LoanClass.allCases.first { loanClass in
      let english = String(loanClass.name.english.lowercased().map { $0 == " " ? "-" : $0 })
      return loanClass.code == word || english == word
    }
    guard let found else {
      throw .termUnreadable(String(text), oneOf: LoanClass.allCases.map(\.code))
    }
    self = found
  }

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .lancar: Phrase(id: "Lancar", en: "Current")
    case .dalamPerhatianKhusus: Phrase(id: "Dalam perhatian khusus", en: "Special attention")
    case .kurangLancar: Phrase(id: "Kurang lancar", en: "Substandard")
    case .diragukan: Phrase(id: "Diragukan", en: "Doubtful")
    case .macet: Phrase(id: "Macet", en: "Lost")
    }
  }
}

/// When a loan falls into which class: data, because several official scales are in use.
///
/// A profile is never changed once books have used it: `verify` classes old months by it again. A
/// scale that differs is another profile, with a code of its own.
public struct CollectibilityProfile: Hashable, Sendable, Codable {
  /// What arrears are counted in.
  public enum Measure: String, Sendable, Codable {
    /// Days past due.
    case days
    /// Calendar months since the due date.
    case months
  }

  /// One threshold: arrears of more than so many days or months.
  public struct Step: Hashable, Sendable, Codable {
    /// The class it leads to.
    public let loanClass: LoanClass
    /// Arrears of principal above this; nil when principal does not lead here.
    public let principalOver: Int?
    /// Arrears of interest above this; nil when interest does not lead here.
    public let interestOver: Int?
    /// Collateral of at least this share of the debt keeps the loan out; nil for none that does.
    public let unlessCollateral: Share?

    /// A threshold for principal and interest alike, unless one is given apart.
    package init(
      _ loanClass: LoanClass, over principal: Int?, interestOver: Int? = nil,
      unlessCollateral: Share? = nil
    ) {
      self.loanClass = loanClass
      self.principalOver = principal
      self.interestOver = interestOver ?? principal
      self.unlessCollateral = unlessCollateral
    }
  }

  /// The steps for loans whose installments are so many months apart or more, or for those without
  /// installments.
  public struct Scale: Hashable, Sendable, Codable {
    /// The shortest distance of installments in months; weeks and days are counted in months of
    /// 30 days, so 0 is anything shorter. Nil for loans whose principal is due in one sum.
    public let fromMonths: Int?
    /// The steps, from best to worst.
    public let steps: [Step]

    /// A scale.
    package init(fromMonths: Int?, steps: [Step]) {
      self.fromMonths = fromMonths
      self.steps = steps
    }
  }

  /// The code that a product names.
  public let code: String
  /// Its name.
  public let name: Phrase
  /// What arrears are counted in.
  public let measure: Measure
  /// Scales by the distance of installments, the shortest first. Loans without installments fall
  /// under the first where none is for them.
  public let scales: [Scale]
  /// How many installments in a row must be paid on time and in full after a new plan, until the
  /// class that the loan had before it no longer counts.
  public let installmentsToCure: Int

  /// Describes a profile; three installments cure a loan where nothing else is said.
  package init(
    code: String, name: Phrase, measure: Measure, scales: [Scale], installmentsToCure: Int = 3
  ) {
    self.installmentsToCure = installmentsToCure
    self.code = code
    self.name = name
    self.measure = measure
    self.scales = scales
  }

  /// The class of a loan.
  ///
  /// - Parameters:
  ///   - arrears: Since when principal and interest have been in arrears.
  ///   - date: The day.
  ///   - interval: The distance of the installments; nil when the principal is due in one sum.
  ///   - coverage: The collateral as a share of the debt.
  /// - Returns: The worst class whose threshold is passed; otherwise the best.
  /// - Throws: `date.unreadable` beyond the calendar.
  package func loanClass(
    arrears: (principal: BookDate?, interest: BookDate?), asOf date: BookDate,
    interval: InstallmentInterval?, coverage: Share
  ) throws(LedgerError) -> LoanClass {
    try decidingStep(arrears: arrears, asOf: date, interval: interval, coverage: coverage)?
      .loanClass ?? .lancar
  }

  /// The step that decides the class of a loan; nil where no threshold is passed, which is the best
  /// class.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  func decidingStep(
    arrears: (principal: BookDate?, interest: BookDate?), asOf date: BookDate,
    interval: InstallmentInterval?, coverage: Share
  ) throws(LedgerError) -> Step? {
    guard let scale = scale(for: interval) else { return nil }
    for step in scale.steps.reversed() {
      let isPrincipalLate = try isOver(step.principalOver, since: arrears.principal, date)
      let isInterestLate = try isOver(step.interestOver, since: arrears.interest, date)
      guard isPrincipalLate || isInterestLate else { continue }
      if let enough = step.unlessCollateral, coverage >= enough { continue }
      return step
    }
    return nil
  }

  private func scale(for interval: InstallmentInterval?) -> Scale? {
    guard let interval else { return scales.first { $0.fromMonths == nil } ?? scales.first }
    let months =
      switch interval.unit {
      case .month: interval.count
      case .week: interval.count * 7 / 30
      case .day: interval.count / 30
      }
    return scales.last { scale in scale.fromMonths.map { $0 <= months } ?? false } ?? scales.first
  }

  private func isOver(
    _ limit: Int?, since due: BookDate?, _ date: BookDate
  ) throws(LedgerError) -> Bool {
    guard let limit, let due else { return false }
    switch measure {
    case .days: return due.days(until: date) > limit
    case .months:
      let end = try InstallmentInterval.monthly.date(
        after: due, steps: limit, seedDay: due.components.day)
      return date > end
    }
  }
}
