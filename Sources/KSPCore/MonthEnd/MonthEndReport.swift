/// What a month end would post, or has posted (tutup bulan).
public struct MonthEndReport: Hashable, Sendable, Codable {
  /// The interest of one product.
  public struct Product: Hashable, Sendable, Codable {
    /// The product's code.
    public let code: ProductCode
    /// The product's name.
    public let name: Phrase
    /// The accounts that were looked at.
    public let accountsExamined: Int
    /// The accounts that earn interest.
    public let accountsPaid: Int
    /// The interest before tax.
    public let gross: Rupiah
    /// The tax withheld.
    public let tax: Rupiah
    /// The voucher; nil in a preview and where nothing was posted.
    public let entry: EntryNumber?

    /// Gathers a product's figures.
    package init(
      code: ProductCode, name: Phrase, accountsExamined: Int, accountsPaid: Int, gross: Rupiah,
      tax: Rupiah, entry: EntryNumber?
    ) {
      self.code = code
      self.name = name
      self.accountsExamined = accountsExamined
      self.accountsPaid = accountsPaid
      self.gross = gross
      self.tax = tax
      self.entry = entry
    }
  }

  /// What became of the run.
  public enum Outcome: String, Sendable, Codable {
    /// The month has not been run yet, and nothing was computed.
    case open
    /// Nothing was stored; this is what a run would do.
    case preview
    /// The month was run and closed now.
    case done
    /// The month had been run before; nothing was stored now.
    case alreadyDone = "already-done"
  }

  /// What a pass says that has no lines of its own shape above.
  public struct Section: Hashable, Sendable, Codable {
    /// A thing that was done, such as the depreciation of one class of assets.
    public struct Line: Hashable, Sendable, Codable {
      /// What it is.
      public let name: Phrase
      /// How many things it concerns.
      public let count: Int
      /// What it comes to.
      public let amount: Rupiah
      /// The voucher, or the first of several; nil in a preview and where nothing was posted.
      public let entry: EntryNumber?
      /// The last of several vouchers; nil for one.
      public let lastEntry: EntryNumber?

      /// Gathers a line.
      package init(
        name: Phrase, count: Int, amount: Rupiah, entry: EntryNumber?,
        lastEntry: EntryNumber? = nil
      ) {
        self.name = name
        self.count = count
        self.amount = amount
        self.entry = entry
        self.lastEntry = lastEntry == entry ? nil : lastEntry
      }
    }

    /// The name for programs.
    public let code: String
    /// The name for people.
    public let name: Phrase
    /// What was done.
    public let lines: [Line]

    /// Gathers a section.
    package init(code: String, name: Phrase, lines: [Line]) {
      self.code = code
      self.name = name
      self.lines = lines
    }
  }

  /// The month.
  public let month: BookMonth
  /// What became of the run.
  public let outcome: Outcome
  /// When the month was closed; nil in a preview.
  public let closedAt: Timestamp?
  /// Whether the month had not ended yet when it was computed: its last days count with the
  /// balances of that moment.
  public var isBeforeEnd = false
  /// One line per product that pays interest.
  public var products: [Product] = []
  /// The members for whom a withholding slip is kept.
  public var slips = 0
  /// Those of them at a rate of 0%.
  public var slipsAtZero = 0
  /// One line per loan product that has loans.
  public var loanProducts: [LoanProduct] = []
  /// One line per loan that evidence is kept of, by product and number.
  public var loans: [Loan] = []
  /// The changes of the allowance, one for each allowance account; empty when nothing changes.
  public var provisions: [Provision] = []
  /// What was found when it was computed, and did not stand in the way.
  public var findings: [MonthFinding] = []
  /// What further parts of a month end did, in their order.
  public var sections: [Section] = []

  /// Begins a report, which the parts of a month end fill.
  package init(month: BookMonth, outcome: Outcome, closedAt: Timestamp?) {
    self.month = month
    self.outcome = outcome
    self.closedAt = closedAt
  }

  /// What comes after it: the month end itself, where this is a look at it.
  public var nextStep: Remedy? { outcome == .preview ? .month(.end(month)) : nil }
}
