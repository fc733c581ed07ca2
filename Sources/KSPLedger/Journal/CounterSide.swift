import GRDB
import KSPCore

/// The account that stood for cash in an act at the counter: a bank, a payroll, the member's own
/// savings. The usual cash is not named.
///
/// It is read from the legs, so that a document says of old entries what it says of new ones.
struct CounterSide {
  /// An account that serves as the usual cash, or did before another took its place.
  typealias Cash = (id: AccountID, code: AccountCode)

  private let usual: [AccountID]
  private let queries: CounterQueries
  private let names: KnownNames?

  /// A reader of what was known in a state; nil for everything. `cash` is all that the catalog has.
  init(
    _ db: Database, cash: [Cash], _ queries: CounterQueries, _ state: KnownState? = nil,
    names: KnownNames? = nil
  ) throws {
    self.queries = queries
    self.names = names
    guard let state, !state.isAll else {
      usual = cash.map(\.id)
      return
    }
    usual = try cash.filter { account in
      let roles = try KnownRows(
        db, table: "accountRole", subject: account.code.text, through: state.event)
      return roles.all.contains { $0["role"] == .text(AccountRole.cash.rawValue) }
    }.map(\.id)
  }

  /// What an account is called on the other side; nil for the usual cash.
  func named(_ id: AccountID) throws -> Receipt.Counterpart? {
    guard !usual.contains(id) else { return nil }
    let account = queries.account
    account.bind(id.value, at: 1)
    defer { account.reset() }
    guard try account.step() else { return nil }
    let code = AccountCode(stored: account.text(0) ?? "")
    // The name of a member's account is that of the member.
    guard account.isNull(3) else {
      return Receipt.Counterpart(
        code: code, name: Phrase(id: "simpanan \(code)", en: "savings \(code)"))
    }
    let name = Phrase(id: account.text(1) ?? "", en: account.text(2) ?? "")
    return Receipt.Counterpart(
      code: code, name: try names?.account(code) ?? name, isBank: account.int64(4) == 1)
  }

  /// Who paid what an entry of a day brought to a loan; nil for the usual cash.
  func payer(of entry: EntryNumber, on date: BookDate) throws -> Receipt.Counterpart? {
    // A list is one entry with the legs of many loans: cash is looked for before they are read.
    let paid = queries.paid
    for cash in usual {
      paid.bind(cash.value, at: 1)
      paid.bind(Int64(date.dayNumber), at: 2)
      paid.bind(entry.value, at: 3)
      defer { paid.reset() }
      if try paid.step() { return nil }
    }
    let payer = queries.payer
    payer.bind(entry.value, at: 1)
    let id = try payer.step() ? AccountID(payer.int64(0)) : nil
    payer.reset()
    return try id.flatMap { try named($0) }
  }

  /// The payments on a card, with who paid them.
  func named(_ history: [LoanCardPayment]) throws -> [LoanCardPayment] {
    var named = history
    for (index, payment) in history.enumerated() where payment.kind.is(.atCounter) {
      guard let entry = payment.entry, let payer = try payer(of: entry, on: payment.date)
      else { continue }
      named[index].counterpart = payer
    }
    return named
  }
}
