import GRDB
import KSPCore

/// Interest that is paid in advance, with the voucher that opens a deposit (jasa di muka).
extension TermDepositDesk {
  /// What is cut from what the member hands over.
  struct InterestAhead {
    /// The interest of the whole tenor.
    let gross: Rupiah
    /// The tax that it bears at once, with all else that the member was paid in the month.
    let tax: Rupiah
    /// Where the tax is owed.
    let payable: AccountID?
    /// What settles the tax; nil where there is none, or it was settled before.
    let taken: TaxDesk.Settlement?

    var net: Rupiah {
      get throws(LedgerError) { try gross - tax }
    }

    /// What the receipt says of it.
    var told: [Receipt.Deduction] {
      get throws(LedgerError) {
        gross.isPositive ? [Self.told(try net)] : []
      }
    }

    /// The line of a receipt that says it.
    static func told(_ net: Rupiah) -> Receipt.Deduction {
      Receipt.Deduction(
        name: Phrase(id: "Jasa di muka, bersih", en: "Interest in advance, net"), amount: net)
    }
  }

  /// The interest of the whole tenor; as it was paid where the deposit is opened already.
  func ahead(
    _ terms: TermDepositTerms, _ opening: TermDepositOpening, _ known: AccountID?,
    _ holder: SavingsHolder
  ) throws -> InterestAhead? {
    let gross = try terms.interest(
      on: opening.principal, opened: opening.opened, from: 0,
      to: terms.maturity(of: opening.opened))
    guard gross.isPositive else { return nil }
    if let known {
      let paid = try Row.fetchOne(
        session.db,
        sql: """
          SELECT i.tax, (SELECT p.account FROM posting p JOIN account a ON a.id = p.account
            WHERE p.entry = i.voucher AND p.amount = -i.tax AND p.account <> i.account)
          FROM depositInterest i WHERE i.account = ? AND i.period = 1 AND i.number = 0
          """, arguments: [known.value])
      let tax = Rupiah(sen: try paid?.value(0) ?? 0)
      return InterestAhead(
        gross: gross, tax: tax, payable: (try paid?.optional(1)).map { AccountID($0) }, taken: nil)
    }
    let taken = try tax.due(
      on: gross, earnedIn: nil, of: holder.memberID, paidOn: opening.opened)
    return InterestAhead(
      gross: gross, tax: taken?.withheld ?? .zero, payable: try payable(taken), taken: taken)
  }

  /// Records the interest that the voucher of an opening paid: its tax, what it leaves as prepaid,
  /// and the value date, which is the day of opening.
  func record(
    _ ahead: InterestAhead, period: Int, _ terms: TermDepositTerms,
    on account: SavingsAccountState, _ holder: SavingsHolder, _ entry: EntryNumber,
    on day: BookDate
  ) throws {
    try remember(
      PostedInterest(
        gross: ahead.gross, months: nil, day: day, entry: entry, account: account.id,
        code: account.code, member: holder.memberID, number: holder.number), ahead.taken)
    let prepaid = Posting.debit(try session.catalog.account(.prepaidInterest), ahead.gross)
    try accruals.record([prepaid], of: account.id, account.code, entry: entry, on: day)
    try session.record(
      paid(
        Payment(gross: ahead.gross, months: nil, number: 0, day: day, isAdded: false), period,
        terms, opened: day, account.id, account.code, voucher: entry, tax: ahead.tax))
  }
}
