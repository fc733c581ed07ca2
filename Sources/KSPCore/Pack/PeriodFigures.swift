/// What people would rather look at than read: how a cooperative grew month by month, and the
/// classes of its loans at the end.
public struct PeriodFigures: Hashable, Sendable, Codable {
  /// One month, on its last evening; of the running one, on the last day of the period.
  public struct Month: Hashable, Sendable, Codable {
    /// The month.
    public let month: BookMonth
    /// All assets.
    public let assets: Rupiah
    /// All savings of members, pokok and wajib too.
    public let savings: Rupiah
    /// Income less expenses of the month.
    public let shu: Rupiah

    /// What a month says.
    package init(month: BookMonth, assets: Rupiah, savings: Rupiah, shu: Rupiah) {
      self.month = month
      self.assets = assets
      self.savings = savings
      self.shu = shu
    }
  }

  /// The principal of the loans of one class.
  public struct Class: Hashable, Sendable, Codable {
    /// The class.
    public let loanClass: LoanClass
    /// What is owed.
    public let amount: Rupiah

    /// What is owed of a class.
    package init(_ loanClass: LoanClass, _ amount: Rupiah) {
      self.loanClass = loanClass
      self.amount = amount
    }
  }

  /// The period.
  public let period: BookPeriod
  /// Its months, from the first.
  public let months: [Month]
  /// The classes of loans on its last day, all of them.
  public let classes: [Class]

  /// Gathers the figures of a period.
  package init(period: BookPeriod, months: [Month], classes: [Class]) {
    self.period = period
    self.months = months
    self.classes = classes
  }
}
