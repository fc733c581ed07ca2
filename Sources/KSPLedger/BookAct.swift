public import KSPCore

/// Something that is done to a book, as a value: for lists of acts that belong together
/// (``Ledger/perform(_:dryRun:)``), each with its own reference, memo and payer.
///
/// ```swift
/// let payday = employees.flatMap { employee in
///   [
///     BookAct.savings(
///       SavingsEvent(
///         .deposit, 50_000, member: employee.member, product: "wajib", counterpart: payroll,
///         on: today, reference: "gaji/2026-01/\(employee.id)/wajib")),
///     BookAct.repay(
///       employee.installment, loan: employee.loan, on: today, from: payroll,
///       reference: "gaji/2026-01/\(employee.id)/angsuran"),
///   ]
/// }
/// let receipts = try ledger.perform(payday)
/// ```
public enum BookAct: Hashable, Sendable, Codable {
  /// Somebody joins, with what they bring.
  case join(NewMember)
  /// Something happens to a member's savings.
  case savings(SavingsEvent)
  /// Money moves between accounts of members.
  case transfer(
    Rupiah, from: AccountCode, to: AccountCode, on: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote())
  /// A payment on a loan; no amount means what is due.
  case repay(
    Rupiah?, loan: LoanNumber, on: BookDate, from: AccountCode? = nil,
    choices: RepaymentChoices = RepaymentChoices(), saying: LoanParts? = nil,
    reference: String? = nil, note: EntryNote = EntryNote())
  /// A loan is settled before its time; no amount means what it takes.
  case settle(
    Rupiah?, loan: LoanNumber, on: BookDate, from: AccountCode? = nil, reference: String? = nil,
    note: EntryNote = EntryNote())
  /// An entry by hand.
  case entry(ManualEntry)
  /// An entry is taken back.
  case reverse(
    EntryNumber, on: BookDate? = nil, reference: String? = nil, note: EntryNote = EntryNote())

  // What the values are called on a wire.
  private enum JoinCodingKeys: String, CodingKey { case _0 = "member" }
  private enum SavingsCodingKeys: String, CodingKey { case _0 = "event" }
  private enum TransferCodingKeys: String, CodingKey {
    case _0 = "amount"
    case from, to, on, reference, note
  }
  private enum RepayCodingKeys: String, CodingKey {
    case _0 = "amount"
    case loan, on, from, choices, saying, reference, note
  }
  private enum SettleCodingKeys: String, CodingKey {
    case _0 = "amount"
    case loan, on, from, reference, note
  }
  private enum EntryCodingKeys: String, CodingKey { case _0 = "entry" }
  private enum ReverseCodingKeys: String, CodingKey { case _0 = "entry", on, reference, note }
}

/// What one act of a list left: its receipt.
public enum BookActReceipt: Hashable, Sendable, Codable {
  /// Of a joining: the member, and the receipt of what they brought; nil for nothing.
  case joined(MembershipReceipt)
  /// Of savings, a transfer, an entry by hand, a reversal.
  case posted(Receipt)
  /// Of a payment on a loan.
  case repaid(LoanReceipt)

  // What the values are called on a wire.
  private enum JoinedCodingKeys: String, CodingKey { case _0 = "receipt" }
  private enum PostedCodingKeys: String, CodingKey { case _0 = "receipt" }
  private enum RepaidCodingKeys: String, CodingKey { case _0 = "receipt" }

  /// The voucher; nil for a joining that brought nothing.
  public var receipt: Receipt? {
    switch self {
    case .joined(let joined): joined.receipt
    case .posted(let receipt): receipt
    case .repaid(let receipt): receipt.receipt
    }
  }
}

extension BookActReceipt: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) {
    switch self {
    case .joined(var joined):
      joined.carry(warnings)
      self = .joined(joined)
    case .posted(var receipt):
      receipt.carry(warnings)
      self = .posted(receipt)
    case .repaid(var receipt):
      receipt.carry(warnings)
      self = .repaid(receipt)
    }
  }
}

extension Ledger {
  /// Does a list of acts in one transaction: all of them, or none.
  ///
  /// They are done in the order given, each as if it were done by itself, so that a later one sees
  /// what earlier ones leave; cash is judged once, after the last. An act whose reference is in the
  /// book with the same content comes back as its first receipt: the whole list may be sent again
  /// after a failure.
  ///
  /// - Parameters:
  ///   - acts: The acts; a lazy sequence is read once.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: A receipt for each act, in the same order; what is pointed out of the list as a
  ///   whole stands in the last one.
  /// - Throws: `events.refused` when any act is refused; its details are the errors that each of
  ///   them would have thrown by itself, with the place of the act in the list
  ///   (`LedgerError.event`). `cash.belowZero`, and errors of the file as they are.
  public func perform(
    _ acts: some Sequence<BookAct>, dryRun: Bool = false
  ) throws(LedgerError) -> [BookActReceipt] {
    var ofTheWhole: [LedgerWarning] = []
    do {
      var receipts = try transact(dryRun: dryRun, pointingOut: { ofTheWhole.append($0) }) { book in
        var receipts: [BookActReceipt] = []
        var refused: [LedgerError] = []
        for (index, act) in acts.enumerated() {
          do throws(LedgerError) {
            receipts.append(try book.perform(act))
          } catch {
            guard error.isRefusal else { throw error }
            refused.append(error.at(event: index))
          }
        }
        guard refused.isEmpty else { throw LedgerError.eventsRefused(refused) }
        return receipts
      }
      if !ofTheWhole.isEmpty, let last = receipts.indices.last { receipts[last].carry(ofTheWhole) }
      return receipts
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  private func perform(_ act: BookAct) throws(LedgerError) -> BookActReceipt {
    switch act {
    case .join(let new):
      return .joined(try addMember(new))
    case .savings(let event):
      return .posted(try post { try SavingsDesk(session: $0).post(event) })
    case .transfer(let amount, let source, let target, let date, let key, let note):
      return .posted(
        try transfer(amount, from: source, to: target, on: date, reference: key, note: note))
    case .repay(
      let amount, let loan, let date, let payer, let choices, let said, let key, let note):
      return .repaid(
        try repay(
          amount, loan: loan, on: date, from: payer, choices: choices, saying: said, reference: key,
          note: note))
    case .settle(let amount, let loan, let date, let payer, let key, let note):
      return .repaid(
        try settleLoan(amount, loan: loan, on: date, from: payer, reference: key, note: note))
    case .entry(let entry): return .posted(try post(entry))
    case .reverse(let number, let date, let key, let note):
      return .posted(try reverse(number, on: date, reference: key, note: note))
    }
  }
}
