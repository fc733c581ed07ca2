import GRDB
import KSPCore

/// Reads what stands set aside of an account's interest: what month ends added, less what vouchers
/// used of it. Below zero it was paid in advance.
struct AccrualReader {
  private let accruals: SQLStatement
  private let uses: SQLStatement
  private let month: Int64
  private let day: Int64

  /// What stands now, or what stands at the end of a month before that month adds to it.
  ///
  /// `book` holds the evidence, `known` what the chain said.
  init(book: Database, known: Database, month: BookMonth? = nil) throws {
    accruals = try SQLStatement(
      book,
      "SELECT held, sum(amount) FROM interestAccrual WHERE account = ? AND month < ? GROUP BY held")
    uses = try SQLStatement(
      known,
      "SELECT held, sum(amount) FROM accrualUse WHERE account = ? AND usedOn <= ? GROUP BY held")
    self.month = month.map { Int64($0.ordinal) } ?? .max
    day = month.map { Int64($0.lastDay.dayNumber) } ?? .max
  }

  /// What stands, by the account of the ledger that holds it.
  func standing(of account: AccountID) throws -> [AccountID: Rupiah] {
    var standing: [AccountID: Rupiah] = [:]
    for (query, bound, isUse) in [(accruals, month, false), (uses, day, true)] {
      query.bind(account.value, at: 1)
      query.bind(bound, at: 2)
      defer { query.reset() }
      while try query.step() {
        let held = AccountID(query.int64(0))
        let amount = Rupiah(sen: query.int64(1))
        let before = standing[held, default: .zero]
        standing[held] = isUse ? try before - amount : try before + amount
      }
    }
    return standing.filter { !$0.value.isZero }
  }
}
