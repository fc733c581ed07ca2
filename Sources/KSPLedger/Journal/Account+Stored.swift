import GRDB
import KSPCore

extension Account.Marks {
  /// The columns of `account` that marks are read from, in the order of ``init(_:from:)``.
  static let columns = """
    a.statementLine, a.isContra, a.isCash, a.isBank, a.mayBeNegative, a.agreedLimit, a.healthCell
    """

  /// What the chart says of an account beside its class, from the ``columns`` of a row of `a`.
  init(_ row: Row, from first: Int) throws {
    self.init()
    statementLine = try row.optional(first)
    isContra = try row.value(first + 1)
    isCash = try row.value(first + 2)
    isBank = try row.value(first + 3)
    mayBeNegative = try row.value(first + 4)
    agreedLimit = try Rupiah(sen: row.value(first + 5) as Int64)
    healthCell = (try row.optional(first + 6) as Int64?).map { Int($0) }
  }
}

extension AccountRole {
  /// The roles that accounts hold, by account. What a newer program knows is left out.
  static func held(_ db: Database) throws -> [Int64: [AccountRole]] {
    var roles: [Int64: [AccountRole]] = [:]
    let held = "SELECT account, role FROM accountRole WHERE isHeld = 1 ORDER BY role"
    for row in try Row.fetchAll(db, sql: held) {
      guard let role = AccountRole(rawValue: try row.value(1)) else { continue }
      roles[try row.value(0), default: []].append(role)
    }
    return roles
  }
}
