/// Something that happens to a member's savings: a deposit, a withdrawal, a fee, interest from
/// outside a month end, an opening balance.
///
/// A program that posts many of them, such as a payroll bridge, makes a list and hands it over as a
/// whole: all are posted, or none.
///
/// ```swift
/// let events = employees.map { employee in
///   SavingsEvent(
///     .deposit, 50_000, member: employee.member, product: "wajib", on: today,
///     reference: "gaji/2026-01/\(employee.id)")
/// }
/// let receipts = try ledger.post(events)
/// ```
public struct SavingsEvent: Hashable, Sendable, Codable {
  /// What happens.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Money brought by the member (setoran).
    case deposit
    /// Money taken by the member (penarikan).
    case withdrawal
    /// A charge that is income of the cooperative (biaya).
    case fee
    /// Interest from outside a month end (jasa); it enters the tax of the member's month.
    case interest
    /// A balance from before the book (saldo awal), against the clearing account.
    case opening
  }

  /// What happens.
  public var kind: Kind
  /// More than zero.
  public var amount: Rupiah
  /// The member number.
  public var member: MemberNumber
  /// The product's code; the account is opened at the first event that brings money.
  public var product: ProductCode
  /// Which of the member's accounts in the product; nil means the one that is open.
  public var account: AccountCode?
  /// The account on the other side; nil for the usual one: cash, or the income of fees.
  ///
  /// Any account of the chart that no act of its own keeps; unless it is cash or a bank, a memo has
  /// to say what the money is. Interest and opening balances have no choice of it.
  public var counterpart: AccountCode?
  /// The day on which it counts.
  public var date: BookDate
  /// Memo and author.
  public var note: EntryNote
  /// The caller's key (nomor referensi): the same key with the same content returns the first
  /// result, with other content it is refused.
  public var reference: String? {
    get { note.reference }
    set { note.reference = newValue }
  }
  /// Of interest: the months in which it was earned; nil means the month of its day.
  public var months: ClosedRange<BookMonth>?
  /// Of a deposit into a product of the kind wajib: the months that it pays; empty for the oldest
  /// open ones.
  public var dueMonths: [BookMonth] = []

  /// Describes an event; it is checked when it is posted.
  public init(
    _ kind: Kind, _ amount: Rupiah, member: MemberNumber, product: ProductCode = "sukarela",
    account: AccountCode? = nil, counterpart: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), months: ClosedRange<BookMonth>? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.member = member
    self.product = product
    self.account = account
    self.counterpart = counterpart
    self.date = date
    self.note = note.keyed(by: reference)
    self.months = months
  }

  /// The kind of the entry that records it.
  package var entryKind: EntryKind {
    switch kind {
    case .deposit: .deposit
    case .withdrawal: .withdrawal
    case .fee: .fee
    case .interest: .interest
    case .opening: .opening
    }
  }
}
