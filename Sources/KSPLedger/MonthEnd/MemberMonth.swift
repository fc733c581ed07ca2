import GRDB
import KSPCore

/// What a month means for one member: each pass adds what it finds, and later ones stand on it.
struct MemberMonth {
  let id: Int64
  /// As what they are taxed in the month.
  let payer: TaxPayer
  /// How they belong on the last day of the month.
  let standing: Member.Standing
  /// Whether the tax office knows them by a number.
  let hasTaxNumber: Bool
  /// The interest that this month end pays, from every source.
  var interest: [PaidInterest] = []
  /// What became of interest that is not simply credited in the month that earned it.
  var waiting: [WaitingAccount] = []
  /// The tax on it, once all of it is known; nil where nothing is paid.
  var tax: MemberTax?
}

/// Interest that a month end pays to a member.
struct PaidInterest {
  /// The table in which its pass keeps evidence of it: says where it comes from.
  let source: String
  /// The account that earned it.
  let earnedOn: AccountID
  /// The account that receives it; nil where the member has yet to get it.
  var creditedTo: AccountID?
  let gross: Rupiah
  /// The part of the member's tax that is taken from it.
  var tax = Rupiah.zero
  /// The voucher that pays it.
  let voucher: MonthVoucher
  /// The place of its product in the catalog.
  let product: Int
  /// What its pass keeps of its working.
  let working: [StoredValue]
}

/// Interest of an account that waits to be credited, or did.
struct WaitingAccount {
  let account: AccountID
  /// The place of its product in the catalog.
  let product: Int
  let interest: WaitingInterest
}

/// The tax of a member's month (PPh).
struct MemberTax {
  /// The rule and its working; nil where there was no rule in force.
  let working: (rule: InterestTaxRule, tax: InterestTax)?
  /// The interest of the month, with what had been paid before.
  let gross: Rupiah
  /// The accounts that are touched beside those that are paid now, with what is taken from each.
  var funds: [(account: AccountID, taken: Rupiah)] = []
  /// What the member received otherwise that is taxed in the month.
  var received: [InterestPart] = []
}

/// Interest that no month end computed, as far as it belongs to one month.
struct InterestPart {
  let entry: EntryNumber
  let account: AccountID
  let earnedIn: BookMonth
  let gross: Rupiah
}

extension MemberMonth {
  /// What a month end asks the register: `id`, kind, standing and tax number, for the month ?1 that
  /// ends on ?2. A condition may follow.
  static func query(_ register: Database) throws -> String {
    let then = """
      (SELECT k.kind FROM memberKind k WHERE k.member = m.id AND k.effectiveFrom <= ?1
        ORDER BY k.effectiveFrom DESC LIMIT 1)
      """
    // Hardly anybody ever becomes something else, and many cooperatives have full members alone.
    let kind = try register.hasRow("memberKind") ? "ifnull(\(then), m.kind)" : "m.kind"
    let standing = """
      (SELECT s.kind FROM membership s WHERE s.member = m.id AND s.since <= ?2
        ORDER BY s.since DESC LIMIT 1)
      """
    return """
      SELECT m.id, \(kind), \(try register.hasRow("membership") ? standing : "NULL"),
        m.hasTaxNumber
      FROM member m
      """
  }

  /// From a row of ``query(_:)``.
  init(_ row: SQLStatement) {
    id = row.int64(0)
    standing = row.word(2, in: .memberStandings) ?? .member
    payer = TaxPayer(
      row.word(1, in: .memberKinds) ?? .individual, standing: standing)
    hasTaxNumber = row.int64(3) == 1
  }

  /// One member in a month, as the register in `db` says.
  static func member(_ id: Int64, in month: BookMonth, _ db: Database) throws -> MemberMonth {
    try member(id, in: month, one(db))
  }

  /// Asks for one member: what ``member(_:in:_:)`` of many of them takes.
  static func one(_ register: Database) throws -> SQLStatement {
    try SQLStatement(register, query(register) + " WHERE m.id = ?3")
  }

  /// One member in a month, by the question of ``one(_:)``.
  static func member(
    _ id: Int64, in month: BookMonth, _ row: SQLStatement
  ) throws -> MemberMonth {
    row.bind(Int64(month.ordinal), at: 1)
    row.bind(Int64(month.lastDay.dayNumber), at: 2)
    row.bind(id, at: 3)
    defer { row.reset() }
    guard try row.step() else { throw LedgerError.memberUnknown("#\(id)") }
    return MemberMonth(row)
  }
}

/// What the passes say about one account of a member.
struct AccountExplanation {
  var working: InterestWorking?
  var waiting: InterestExplanation.Waiting?
  var tax: InterestExplanation.MemberTax?
  var posted: InterestExplanation.Posted?
  var received: [InterestExplanation.Received] = []
  var corrections: [InterestExplanation.Correction] = []
  var fee: ChargedFee?
  var planned: PlannedSavingsCard?
  var dormantSince: BookDate?
}
