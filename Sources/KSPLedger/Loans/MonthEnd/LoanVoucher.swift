import KSPCore

/// The voucher that makes interest and late fees of one product's loans income.
struct LoanVoucher {
  private let session: PostingSession
  private let month: BookMonth
  private var voucher: JournalWriter.Voucher?
  private var released = Rupiah.zero

  init(_ session: PostingSession, _ month: BookMonth) {
    self.session = session
    self.month = month
  }

  static func reference(_ product: String, _ month: BookMonth) -> String {
    "jasa-pinjaman/\(product)/\(month)"
  }

  /// Brings a loan's receivables to what they should hold.
  mutating func add(_ finding: LoanFinding) throws {
    guard let accounts = finding.state.accounts else { return }
    try add(Posting(account: accounts.interest, amount: finding.income.interest.amount))
    try add(Posting(account: accounts.lateFee, amount: finding.income.lateFee.amount))
    released = try released - finding.income.advance.amount
  }

  /// The other side: income, and what was unearned. Nothing where nothing was recognised.
  mutating func seal(
    _ product: LoanProductRecord, _ loans: [MonthEndReport.Loan], by recordedBy: String?
  ) throws -> EntryNumber? {
    let sum = try MonthEndReport.LoanProduct(
      code: product.product.code, name: product.product.name, of: loans, entry: nil)
    let accounts = product.accounts
    try add(Posting(account: accounts.unearnedInterest, amount: released))
    try add(.credit(accounts.interestIncome, sum.interest))
    try add(.credit(accounts.lateFeeIncome, sum.lateFee))
    guard let voucher else { return nil }
    return try session.journal.seal(
      voucher, kind: .loanInterest,
      note: EntryNote(
        reference: LoanVoucher.reference(product.product.code, month), recordedBy: recordedBy))
  }

  private mutating func add(_ posting: Posting) throws {
    guard !posting.amount.isZero else { return }
    // Taken out while it grows: a copy of its hash would be copied with every leg.
    var open = voucher ?? session.journal.beginVoucher(on: month.lastDay)
    voucher = nil
    try session.journal.add(posting, to: &open)
    voucher = open
  }
}
