/// What the counter hands out after a payment on a loan: the receipt, and what each rupiah settled.
public struct LoanReceipt: Hashable, Sendable, Codable {
  /// The voucher, the amount and who paid.
  public package(set) var receipt: Receipt
  /// The loan.
  public let loan: LoanNumber
  /// The parts of the payment, in the order in which they were settled.
  public let parts: [RepaymentSplit.Part]
  /// The penalty for settling early; zero otherwise.
  public let penalty: Rupiah
  /// Interest cut in advance that came back: off what was paid, or into savings.
  public let returned: Rupiah
  /// What went into the member's savings because nothing more was to be paid.
  public let intoSavings: Rupiah
  /// The principal that is owed at the end of its day; ``Receipt/laterBalance`` counts payments of
  /// later days, too.
  public let outstanding: Rupiah
  /// The next installment that is to be paid, with what is left of it; nil when there is none.
  public let next: LoanPosition.Open?
  /// The payments that settle something else because of this one, and what has been changed about
  /// this one since.
  public var reallocations: [LoanReallocation] = []

  /// Gathers a receipt.
  package init(
    receipt: Receipt, loan: LoanNumber, parts: [RepaymentSplit.Part], penalty: Rupiah = .zero,
    returned: Rupiah = .zero,
    intoSavings: Rupiah, outstanding: Rupiah, next: LoanPosition.Open?
  ) {
    self.receipt = receipt
    self.loan = loan
    self.parts = parts
    self.penalty = penalty
    self.returned = returned
    self.intoSavings = intoSavings
    self.outstanding = outstanding
    self.next = next
  }

  /// What came back as a line among the parts, which with it add up to what was paid.
  public var lessReturned: Rupiah { Rupiah(sen: -returned.sen) }
}
