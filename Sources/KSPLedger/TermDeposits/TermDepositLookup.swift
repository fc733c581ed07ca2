import GRDB
import KSPCore

/// Finds deposits one after the other, as value dates of thousands of them fall into one month.
///
/// What is asked of each is prepared once, and an offer is read once for all that run again on a
/// day. It belongs to one desk: who sets an offer has another.
final class TermDepositLookup {
  private let db: Database
  private let reader: TermDepositReader
  private var savings: SQLStatement?
  private var one: SQLStatement?
  private var offers: [OfferKey: TermDepositOffer?] = [:]

  private struct OfferKey: Hashable {
    let product: ProductCode
    let day: BookDate
  }

  init(_ db: Database) {
    self.db = db
    reader = TermDepositReader(db: db)
  }

  /// One deposit by the code of its account, as it stands.
  ///
  /// - Throws: `deposit.unknown`.
  func deposit(_ account: AccountCode) throws -> TermDepositReader.Stored {
    let row = try one ?? reader.oneStanding()
    one = row
    row.bind(account.text, at: 1)
    defer { row.reset() }
    guard try row.step() else { throw LedgerError.depositUnknown(account) }
    return try TermDepositReader.stored(row)
  }

  /// The first open account of a member in a product; nil while there is none.
  func openSavings(of member: Int64, in product: Int64) throws -> AccountID? {
    let query =
      try savings
      ?? SQLStatement(
        db,
        """
        SELECT s.account FROM savingsAccount s JOIN account a ON a.id = s.account
        WHERE s.member = ? AND s.product = ? AND a.closedOn IS NULL ORDER BY s.ordinal LIMIT 1
        """)
    savings = query
    query.bind(member, at: 1)
    query.bind(product, at: 2)
    defer { query.reset() }
    return try query.step() ? AccountID(query.int64(0)) : nil
  }

  /// What a product offers on a day; nil before its first offer.
  func offer(_ product: ProductCode, on day: BookDate) throws -> TermDepositOffer? {
    let key = OfferKey(product: product, day: day)
    if let known = offers[key] { return known }
    let offer = try reader.offer(product, on: day)
    offers[key] = .some(offer)
    return offer
  }
}
