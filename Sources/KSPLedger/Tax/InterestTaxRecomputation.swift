import GRDB
import KSPCore

/// Sets the tax of every closed month beside the slips and the accounts of the tax.
final class InterestTaxRecomputation: MonthEndRecomputation {
  private let book: Database
  private let slip: SQLStatement
  private let credited: SQLStatement
  private let taken: SQLStatement
  private var slips = EvidenceTally(InterestTaxPass.table)
  private var taxes = Offenders()
  private var examined = 0
  /// What was found in the month that is looked at; credits are positive.
  private var found: [AccountRole: Rupiah] = [:]

  init(_ book: Database) throws {
    self.book = book
    slip = try SQLStatement(
      book,
      """
      SELECT payer, article, rateBillionths, gross, tax, settled, withheld, recovered, claim
      FROM withholdingSlip WHERE month = ? AND member = ?
      """)
    credited = try SQLStatement(
      book,
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ?1 AND bookDate = ?2 AND entry IN
        (SELECT id FROM entry WHERE bookDate = ?2 AND kind IN \(EntryKind.sqlList(.byMonthEnd)))
      """)
    taken = try SQLStatement(
      book,
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ?1 AND bookDate = ?2 AND entry IN (SELECT id FROM entry
        WHERE reference = ?3 AND kind = \(EntryKind.interestTax.sql))
      """)
  }

  func compare(_ member: MemberMonth, _ ending: EndingMonth) throws {
    guard let tax = member.tax else { return }
    slips.find()
    if let (rule, working) = tax.working {
      let role = InterestTaxPass.role(rule.article)
      found[role] = try found[role, default: .zero] + working.due
      found[.taxReceivable] =
        try found[.taxReceivable, default: .zero] + working.recovered - working.claimed
    }
    slip.bind(Int64(ending.month.ordinal), at: 1)
    slip.bind(member.id, at: 2)
    defer { slip.reset() }
    guard try slip.step(),
      try InterestTaxPass.kept(tax, of: member) == (0..<9).map({ slip.value($0) }),
      try tax.funds.allSatisfy({ try isTaken($0.taken, from: $0.account, ending.month) })
    else {
      let number = try String.fetchOne(
        ending.known, sql: "SELECT number FROM member WHERE id = ?", arguments: [member.id])
      slips.add("\(number ?? "") \(ending.month)")
      return
    }
  }

  /// Whether the month's voucher of tax took so much from an account.
  private func isTaken(
    _ amount: Rupiah, from account: AccountID, _ month: BookMonth
  ) throws -> Bool {
    taken.bind(account.value, at: 1)
    taken.bind(Int64(month.lastDay.dayNumber), at: 2)
    taken.bind(InterestTaxPass.reference(month), at: 3)
    defer { taken.reset() }
    return try taken.step() && taken.int64(0) == amount.sen
  }

  func finish(_ ending: EndingMonth) throws {
    try slips.finish(ending.month, in: book)
    try compareAccounts(ending)
    found = [:]
  }

  /// What the vouchers of the month credited to the accounts of the tax is what it comes to for
  /// members of each kind.
  private func compareAccounts(_ ending: EndingMonth) throws {
    var expected: [AccountID: Int64] = [:]
    for role in InterestTaxPass.roles {
      guard let account = ending.catalog.roles[role] else { continue }
      expected[account, default: 0] += found[role, default: .zero].sen
    }
    for (account, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      examined += 1
      credited.bind(account.value, at: 1)
      credited.bind(Int64(ending.month.lastDay.dayNumber), at: 2)
      defer { credited.reset() }
      guard try credited.step(), credited.int64(0) != -wanted else { continue }
      try taxes.add("\(book.code(of: account) ?? "#\(account.value)") \(ending.month)")
    }
  }

  func missed(_ month: BookMonth) {
    slips.missed(month)
    found = [:]
  }

  func checks() -> [VerificationReport.Check] {
    [
      slips.check(
        "tax.member",
        Phrase(
          id: "Bukti potong setiap anggota sama dengan hitungan ulang menurut aturan pajak",
          en: "Every member's slip is what the tax rule comes to again")),
      taxes.check(
        "tax.withheld",
        Phrase(
          id: "Akun pajak menerima tepat yang dipotong dari anggota, per jenis anggota",
          en: "The accounts of the tax received what members of each kind were withheld"),
        examined: examined),
    ]
  }
}
