import KSPCore

/// What is to be known of the vouchers that move loans, asked once for all the loans that one
/// voucher moves: a payroll list pays thousands.
///
/// It belongs to one reader, and no reader goes on reading after a voucher was taken back.
final class LoanVouchers {
  /// A voucher as it stands.
  struct Voucher {
    let kind: EntryKind
    /// The voucher that takes it back, and its day; nil for none.
    let reversal: (by: Int64, on: Int64)?

    /// Whether it is in force on a day, as far as vouchers through a number are known.
    func isInForce(on date: BookDate, known: Int64) -> Bool {
      guard let reversal else { return true }
      return reversal.by > known || reversal.on > Int64(date.dayNumber)
    }
  }

  /// So many are remembered; beyond that the book pays its loans one by one.
  private static let most = 4_096

  private let statement: SQLStatement
  private var vouchers: [Int64: Voucher] = [:]

  init(_ statements: LoanStatements) { statement = statements.voucher }

  /// The voucher with a number; nil where legs have no header, or none yet.
  func voucher(_ entry: Int64) throws -> Voucher? {
    if let known = vouchers[entry] { return known }
    statement.bind(entry, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    let voucher = Voucher(
      kind: try statement.stored(0, in: .entryKinds),
      reversal: statement.optionalInt64(1).map { ($0, statement.int64(2)) })
    if vouchers.count == Self.most { vouchers.removeAll(keepingCapacity: true) }
    vouchers[entry] = voucher
    return voucher
  }
}
