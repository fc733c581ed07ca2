import GRDB
import KSPCore

/// The account that stood for cash in an act at the counter: a bank, a payroll, the member's own
/// savings. The usual cash is not named.
///
/// It is read from the legs, so that a document says of old entries what it says of new ones.
struct CounterSide {
  /// The accounts that serve as cash, or did before another took their place.
  private let usual: Set<Int64>
  private let account: SQLStatement
  private let paid: SQLStatement
  private let payer: SQLStatement
  private let names: KnownNames?

  /// A reader of what was known in a state; nil for everything.
  init(
    _ db: Database, _ state: KnownState? = nil, names: KnownNames? = nil,
    prepare: (StaticString) throws -> SQLStatement
  ) throws {
    account = try prepare(
      """
      SELECT a.code, a.nameIndonesian, a.nameEnglish, s.account FROM account a
      LEFT JOIN savingsAccount s ON s.account = a.id WHERE a.id = ?
      """)
    // One step in the legs of an account, however many an entry has.
    paid = try prepare(
      """
      SELECT 1 FROM posting WHERE account = ?1 AND entry = ?2 AND amount > 0
        AND bookDate = (SELECT bookDate FROM entry WHERE id = ?2)
      """)
    // What is recognised, or comes back of interest cut in advance, is debited too.
    payer = try prepare(
      """
      SELECT p.account FROM posting p WHERE p.entry = ? AND p.amount > 0
        AND NOT EXISTS (SELECT 1 FROM loanAccount c WHERE c.account = p.account)
        AND p.account NOT IN (SELECT unearnedInterest FROM loanProduct)
      ORDER BY p.line LIMIT 1
      """)
    self.names = names
    // The roles come first: reading the accounts first would cost as much as the book has of them.
    let cash = try prepare(
      """
      SELECT r.account, a.code FROM accountRole r CROSS JOIN account a ON a.id = r.account
      WHERE r.role = ?
      """)
    cash.bind(AccountRole.cash.rawValue, at: 1)
    defer { cash.reset() }
    var usual: Set<Int64> = []
    while try cash.step() {
      if let state, !state.isAll {
        let roles = try KnownRows(
          db, table: "accountRole", subject: cash.text(1) ?? "", through: state.event)
        guard roles.all.contains(where: { $0["role"] == .text(AccountRole.cash.rawValue) }) else {
          continue
        }
      }
      usual.insert(cash.int64(0))
    }
    self.usual = usual
  }

  /// What an account is called on the other side; nil for the usual cash.
  func named(_ id: Int64) throws -> Receipt.Counterpart? {
    guard !usual.contains(id) else { return nil }
    account.bind(id, at: 1)
    defer { account.reset() }
    guard try account.step() else { return nil }
    let code = AccountCode(stored: account.text(0) ?? "")
    // The name of a member's account is that of the member.
    guard account.isNull(3) else {
      return Receipt.Counterpart(
        code: code, name: Phrase(id: "simpanan \(code)", en: "savings \(code)"))
    }
    let name = Phrase(id: account.text(1) ?? "", en: account.text(2) ?? "")
    return Receipt.Counterpart(code: code, name: try names?.account(code) ?? name)
  }

  /// Who paid what an entry brought to a loan; nil for the usual cash.
  func payer(of entry: EntryNumber) throws -> Receipt.Counterpart? {
    // A list is one entry with the legs of many loans: cash is looked for before they are read.
    for cash in usual {
      paid.bind(cash, at: 1)
      paid.bind(entry.value, at: 2)
      defer { paid.reset() }
      if try paid.step() { return nil }
    }
    payer.bind(entry.value, at: 1)
    let id = try payer.step() ? payer.int64(0) : nil
    payer.reset()
    return try id.flatMap { try named($0) }
  }

  /// The payments on a card, with who paid them.
  func named(_ history: [LoanCardPayment]) throws -> [LoanCardPayment] {
    try history.map { payment in
      guard payment.kind.is(.atCounter), let entry = payment.entry else { return payment }
      var named = payment
      named.counterpart = try payer(of: entry)
      return named
    }
  }
}
