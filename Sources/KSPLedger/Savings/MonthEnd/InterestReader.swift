import GRDB
import KSPCore

/// Computes the interest of accounts for one month from the journal.
///
/// The month end and the explanation both stand on it, so that what is explained is what was run.
struct InterestReader {
  /// The interest of one account.
  struct AccountInterest {
    let account: AccountID
    let product: Int
    let opening: Rupiah
    let closing: Rupiah
    let working: InterestWorking
    /// What becomes of it at the end of the month.
    let outcome: WaitingInterest
  }

  private let month: BookMonth
  private let catalog: Catalog
  private let terms: [InterestTerms?]
  /// Whether interest that months before earned may wait, by product.
  private let mayWait: [Bool]
  private let waiting: WaitingReader
  private let indexes: [Int64: Int]
  private let snapshot: SQLStatement
  private let earlier: SQLStatement
  private let movements: SQLStatement
  /// The vouchers of this month's own run, dated its last day, which must not earn interest on
  /// themselves.
  private let ownVouchers: Set<Int64>
  /// Which accounts earn nothing because they are dormant.
  private let dormancy: DormancyReader
  private let planned: PlannedReader
  /// The accounts whose rate was agreed with the member.
  private let plannedAccounts: Set<Int64>
  private let base: Int64?
  private let baseDay: Int64

  /// `db` holds the journal and the evidence, `known` what the chain said.
  init(_ db: Database, known: Database, month: BookMonth, catalog: Catalog) throws {
    self.month = month
    self.catalog = catalog
    let all = catalog.products
    let mayWait = all.map { $0.mayWait(through: month) }
    planned = PlannedReader(book: db, known: known)
    plannedAccounts = try planned.accounts()
    let plannedProducts = try planned.products()
    // A product that pays no interest any more still credits what waits, and what was agreed.
    terms = zip(all, mayWait).map { product, waits in
      product.terms(in: month).interest
        ?? (waits || plannedProducts.contains(product.id) ? InterestTerms(tiers: []) : nil)
    }
    self.mayWait = mayWait
    waiting = try WaitingReader(book: db, known: known, month: month)
    dormancy = try DormancyReader(book: db, known: known, month: month)
    indexes = Dictionary(
      catalog.products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    snapshot = try SQLStatement(
      db, "SELECT balance FROM closingBalance WHERE month = ? AND account = ?")
    earlier = try SQLStatement(
      db,
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate > ? AND bookDate < ?
      """)
    movements = try SQLStatement(
      db,
      """
      SELECT bookDate, entry, amount FROM posting WHERE account = ? AND bookDate BETWEEN ? AND ?
      """)
    ownVouchers = try Int64.fetchSet(
      db,
      sql: """
        SELECT id FROM entry WHERE bookDate = ? AND kind IN \(EntryKind.sqlList(.byMonthEnd))
        """,
      arguments: [month.lastDay.dayNumber])
    let previous = try? month.previous()
    let isClosed = previous.map { $0 <= (catalog.lastClosedMonth ?? month) } ?? false
    let isBook = previous.map { $0 >= catalog.settings.firstMonth } ?? false
    base =
      isClosed && isBook && catalog.lastClosedMonth != nil
      ? previous.map { Int64($0.ordinal) } : nil
    baseDay = base == nil ? .min : Int64(month.firstDay.dayNumber) - 1
  }

  /// Whether the month looks at the accounts of a product.
  func isPaying(_ index: Int) -> Bool { terms[index] != nil }

  /// The row numbers of the products that pay interest in the month, as a list in SQL.
  var payingProducts: String {
    zip(catalog.products, terms).filter { $1 != nil }.map { "\($0.0.id)" }.joined(separator: ", ")
  }

  /// The place of a product in the catalog, if it pays interest in the month.
  func payingProduct(_ id: Int64) -> Int? {
    guard let index = indexes[id], terms[index] != nil else { return nil }
    return index
  }

  /// The interest of one account of somebody who belongs in some way; nil for a product that pays
  /// none, or an account that is dormant where such earn nothing.
  func interest(
    of account: AccountID, product index: Int, for standing: Member.Standing
  ) throws -> AccountInterest? {
    guard var terms = terms[index] else { return nil }
    if try dormancy.earnsNothing(account, of: catalog.products[index].id) {
      guard mayWait[index] else { return nil }
      // What it earned before it fell asleep is still credited.
      terms.tiers = []
    } else if plannedAccounts.contains(account.value) {
      terms = try planned.interest(terms, of: account, in: month) ?? terms
    }
    let opening = try openingBalance(of: account)
    var closing = opening
    var moves: [SavingsInterest.Movement] = []
    moves.reserveCapacity(8)
    movements.bind(account.value, at: 1)
    movements.bind(Int64(month.firstDay.dayNumber), at: 2)
    movements.bind(Int64(month.lastDay.dayNumber), at: 3)
    defer { movements.reset() }
    while try movements.step() {
      guard !ownVouchers.contains(movements.int64(1)) else { continue }
      let amount = try Rupiah(sen: movements.int64(2)).negated()
      try closing += amount
      moves.append(SavingsInterest.Movement(try BookDate(stored: movements.int64(0)), amount))
    }
    let working = try SavingsInterest.working(
      terms: terms, period: BookPeriod(month), opening: opening, movements: moves,
      for: standing)
    return AccountInterest(
      account: account, product: index, opening: opening, closing: closing, working: working,
      outcome: try terms.crediting.outcome(
        of: working.gross, brought: mayWait[index] ? waiting.standing(of: account) : .zero,
        isDue: terms.crediting.isDue(in: month, yearStart: catalog.settings.yearStart)))
  }

  private func openingBalance(of account: AccountID) throws -> Rupiah {
    if let base {
      snapshot.bind(base, at: 1)
      snapshot.bind(account.value, at: 2)
      defer { snapshot.reset() }
      return try snapshot.step() ? Rupiah(sen: snapshot.int64(0)).negated() : .zero
    }
    earlier.bind(account.value, at: 1)
    earlier.bind(baseDay, at: 2)
    earlier.bind(Int64(month.firstDay.dayNumber), at: 3)
    defer { earlier.reset() }
    return try earlier.step() ? Rupiah(sen: earlier.int64(0)).negated() : .zero
  }
}
