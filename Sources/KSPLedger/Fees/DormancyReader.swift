import GRDB
import KSPCore

/// Which accounts earn nothing in a month because they are dormant; nothing is asked of products
/// whose dormant accounts earn as others do.
struct DormancyReader {
  private let reader: FeeReader
  private let month: BookMonth
  private let rules: [Int64: SavingsFeeRule]

  /// `book` holds the journal, `known` what the chain said.
  init(book: Database, known: Database, month: BookMonth) throws {
    reader = FeeReader(db: book)
    self.month = month
    rules = try FeeReader(db: known).rules(in: month).filter {
      $0.value.dormancy?.earnsInterest == false
    }
  }

  /// Whether an account of a product earns nothing in the month.
  func earnsNothing(_ account: AccountID, of product: Int64) throws -> Bool {
    try dormantSince(account, of: product) != nil
  }

  /// When the member last moved something on an account that earns nothing in the month; nil for
  /// any other.
  func dormantSince(_ account: AccountID, of product: Int64) throws -> BookDate? {
    guard let rule = rules[product] else { return nil }
    let moved = try reader.lastMoved(on: account, through: month.lastDay)
    return rule.isDormant(lastMoved: moved, in: month) ? moved : nil
  }
}
