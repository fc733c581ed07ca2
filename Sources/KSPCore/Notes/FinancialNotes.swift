/// The figures that the notes to the financial statements need (catatan atas laporan keuangan):
/// what stands behind lines of the balance sheet, beside the same a year before.
///
/// Every note that explains accounts says what the accounts hold, from their balances, so that it
/// proves itself: ``Note/agrees``.
public struct FinancialNotes: Hashable, Sendable, Codable {
  /// What a note is about.
  public enum Subject: String, CaseIterable, Sendable, Codable {
    /// Members' savings by product, as credits.
    case savings
    /// Term deposits by the time until they mature.
    case depositMaturities = "deposit-maturities"
    /// The principal of loans by product.
    case loans
    /// The same by class.
    case loanClasses = "loan-classes"
    /// The same by the time until the last installment.
    case loanMaturities = "loan-maturities"
    /// How the allowance for losses moved, as credits.
    case allowance
    /// How the cost of fixed assets moved.
    case assets
    /// How what was written off of them moved, as credits.
    case depreciation
    /// How the tax that was withheld moved, as credits.
    case tax
    /// Savings of members who are related to the cooperative, by product.
    case relatedSavings = "related-savings"
    /// Loans to them, by product.
    case relatedLoans = "related-loans"
    /// What was set right of years that a meeting had ratified: what each voucher adds to the SHU
    /// and to equity of the year in which it counts.
    case formerYears = "former-years"

    /// Whether its lines are an opening balance and what moved it, so that the sum is the closing.
    public var isMovement: Bool {
      switch self {
      case .allowance, .assets, .depreciation, .tax: true
      default: false
      }
    }
  }

  /// One line of a note.
  public struct Line: Hashable, Sendable, Codable {
    /// A product, a class, a span of time, `opening` or the kind of a voucher.
    public let code: String
    /// The name for people.
    public let label: Phrase
    /// The figure, on the natural side of the note.
    public let amount: Rupiah
    /// The same a year before.
    public let previous: Rupiah

    /// A line of a note.
    package init(code: String, label: Phrase, amount: Rupiah, previous: Rupiah) {
      self.code = code
      self.label = label
      self.amount = amount
      self.previous = previous
    }
  }

  /// What accounts of the chart hold, beside a note.
  public struct Book: Hashable, Sendable, Codable {
    /// The accounts.
    public let accounts: [AccountCode]
    /// What they hold on the last day, on the natural side of the note.
    public let amount: Rupiah
    /// The same a year before.
    public let previous: Rupiah

    /// What accounts hold.
    package init(accounts: [AccountCode], amount: Rupiah, previous: Rupiah) {
      self.accounts = accounts
      self.amount = amount
      self.previous = previous
    }
  }

  /// One note.
  public struct Note: Hashable, Sendable, Codable {
    /// What it is about.
    public let subject: Subject
    /// Its lines.
    public let lines: [Line]
    /// What they come to.
    public let total: Rupiah
    /// The same a year before.
    public let previousTotal: Rupiah
    /// What the accounts behind it hold; nil for a part of accounts.
    public let book: Book?

    /// Whether the lines come to what the accounts hold, on both days.
    public var agrees: Bool {
      book.map { $0.amount == total && $0.previous == previousTotal } ?? true
    }

    /// A note; lines of nothing in both years are left out.
    ///
    /// - Throws: `amount.overflow`.
    package init(_ subject: Subject, _ lines: [Line], book: Book?) throws(LedgerError) {
      self.subject = subject
      self.lines = lines.filter { !$0.amount.isZero || !$0.previous.isZero }
      total = try lines.map(\.amount).sum()
      previousTotal = try lines.map(\.previous).sum()
      self.book = book
    }
  }

  /// The period, usually a year.
  public let period: BookPeriod
  /// The period it is compared with.
  public let previous: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The notes that have something to say, in their order.
  public let notes: [Note]

  /// Whether every note agrees with the accounts behind it.
  public var agrees: Bool { notes.allSatisfy(\.agrees) }

  /// Gathers notes; those without lines are left out, unless the accounts hold something.
  package init(period: BookPeriod, previous: BookPeriod, known: Knowledge, notes: [Note]) {
    self.period = period
    self.previous = previous
    self.known = known
    self.notes = notes.filter { !$0.lines.isEmpty || !$0.agrees }
  }
}
