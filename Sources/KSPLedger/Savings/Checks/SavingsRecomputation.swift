import GRDB
import KSPCore

/// Computes the interest and the tax of every closed month again, and sets them beside the
/// evidence, the slips, the accounts of the members and the accounts of the tax.
///
/// The replay of the chain calls it just before it applies the event that closed a month. So the
/// terms, tax rules, owners and closures that count are those recorded before that event; what was
/// set later, even for the same month, does not.
final class SavingsRecomputation {
  private let book: Database
  private let stored: SQLStatement
  private let slip: SQLStatement
  private let credited: SQLStatement
  private let withheld: SQLStatement
  private let counts: SQLStatement
  private var interest = Offenders()
  private var slips = Offenders()
  private var taxes = Offenders()
  private var examined = (interest: 0, slips: 0, taxes: 0)

  init(_ book: Database) throws {
    self.book = book
    stored = try SQLStatement(
      book,
      """
      SELECT i.opening, i.closing, i.days, i.rateBillionths, i.rateBasis, i.gross, i.tax, i.entry,
        e.kind = \(EntryKind.savingsInterest.sql) AND e.bookDate = ?3 AND e.reference IS ?4
      FROM savingsInterest i LEFT JOIN entry e ON e.id = i.entry
      WHERE i.month = ?1 AND i.account = ?2
      """)
    slip = try SQLStatement(
      book, "SELECT gross, tax FROM withholdingSlip WHERE month = ? AND member = ?")
    credited = try SQLStatement(
      book,
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate = ? AND entry = ?
      """)
    withheld = try SQLStatement(
      book,
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ?1 AND bookDate = ?2 AND entry IN
        (SELECT id FROM entry WHERE bookDate = ?2 AND kind = \(EntryKind.savingsInterest.sql))
      """)
    counts = try SQLStatement(
      book,
      """
      SELECT (SELECT count(*) FROM savingsInterest WHERE month = ?1),
        (SELECT count(*) FROM withholdingSlip WHERE month = ?1)
      """)
  }

  /// Looks at a month; `known` holds the tables of state as the chain had made them before it was
  /// closed.
  func look(at month: BookMonth, known: Database) throws {
    let outcome: Void? = try unlessDamaged {
      try compare(try SavingsMonth(book, known: known, month: month))
    }
    if outcome == nil { interest.add("\(month)") }
  }

  private func compare(_ savings: SavingsMonth) throws {
    let month = savings.month
    var found = (interest: Int64(0), slips: Int64(0))
    var tax: [Member.Kind: Rupiah] = [:]
    try savings.run { member in
      found.slips += 1
      found.interest += Int64(member.accounts.count)
      tax[member.kind] = try tax[member.kind, default: .zero] + member.withheld
      try compare(member, savings)
      try compareSlip(member, month)
    }
    examined.interest += Int(found.interest)
    examined.slips += Int(found.slips)
    counts.bind(Int64(month.ordinal), at: 1)
    if try counts.step() {
      let kept = (counts.int64(0), counts.int64(1))
      if kept.0 != found.interest {
        interest.add("savingsInterest \(month) · \(kept.0) ≠ \(found.interest)")
      }
      if kept.1 != found.slips {
        slips.add("withholdingSlip \(month) · \(kept.1) ≠ \(found.slips)")
      }
    }
    counts.reset()
    try compareTax(tax, savings)
  }

  // MARK: - Members

  private func compare(
    _ member: SavingsMonth.MemberInterest, _ savings: SavingsMonth
  ) throws {
    let month = savings.month
    var expected: [[Int64]: (amount: Int64, code: String)] = [:]
    for earned in member.accounts {
      stored.bind(Int64(month.ordinal), at: 1)
      stored.bind(earned.interest.account.value, at: 2)
      stored.bind(Int64(month.lastDay.dayNumber), at: 3)
      stored.bind(savings.reference(of: earned.interest.product), at: 4)
      defer { stored.reset() }
      guard try stored.step(), stored.int64(8) == 1,
        earned.evidence == (0..<7).map({ stored.value($0) })
      else {
        interest.add("\(earned.code) \(month)")
        continue
      }
      guard let target = try savings.target(of: earned, member) else {
        interest.add("\(earned.code) \(month)")
        continue
      }
      let key = [target, stored.int64(7)]
      let net = try (earned.interest.working.gross - earned.tax).sen
      expected[key] = ((expected[key]?.amount ?? 0) &+ net, earned.code)
    }
    for (key, wanted) in expected.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let booked = try sum(credited, key[0], on: month.lastDay, entry: key[1])
      if booked != -wanted.amount { interest.add("\(wanted.code) \(month)") }
    }
  }

  private func compareSlip(_ member: SavingsMonth.MemberInterest, _ month: BookMonth) throws {
    slip.bind(Int64(month.ordinal), at: 1)
    slip.bind(member.member, at: 2)
    defer { slip.reset() }
    guard try slip.step(), slip.int64(0) == member.monthlyGross.sen,
      slip.int64(1) == member.withheld.sen
    else {
      slips.add("\(member.number) \(month)")
      return
    }
  }

  // MARK: - Tax

  /// What the vouchers of the month credited to the accounts of the tax is what members of each
  /// kind were withheld.
  private func compareTax(_ tax: [Member.Kind: Rupiah], _ savings: SavingsMonth) throws {
    var expected: [AccountID: Int64] = [:]
    for (kind, role) in [
      (Member.Kind.individual, AccountRole.taxFinal), (.organization, .taxOrganization),
    ] {
      guard let account = savings.catalog.roles[role] else { continue }
      expected[account, default: 0] += tax[kind, default: .zero].sen
    }
    for (account, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      examined.taxes += 1
      let booked = try sum(withheld, account.value, on: savings.month.lastDay)
      guard booked != -wanted else { continue }
      let code = try String.fetchOne(
        book, sql: "SELECT code FROM account WHERE id = ?", arguments: [account.value])
      taxes.add("\(code ?? "#\(account.value)") \(savings.month)")
    }
  }

  private func sum(
    _ query: SQLStatement, _ account: Int64, on day: BookDate, entry: Int64? = nil
  ) throws -> Int64 {
    query.bind(account, at: 1)
    query.bind(Int64(day.dayNumber), at: 2)
    if let entry { query.bind(entry, at: 3) }
    defer { query.reset() }
    return try query.step() ? query.int64(0) : 0
  }

  // MARK: - Outcome

  func checks() -> [VerificationReport.Check] {
    [
      interest.check(
        "interest.account",
        Phrase(
          "Jasa setiap rekening sama dengan hitungan ulang menurut syarat waktu bulan ditutup",
          "Every account's interest is what it comes to again by the terms known at the closing"),
        examined: examined.interest),
      slips.check(
        "tax.member",
        Phrase(
          "Bukti potong setiap anggota sama dengan hitungan ulang menurut aturan pajak",
          "Every member's slip is what the tax rule comes to again"),
        examined: examined.slips),
      taxes.check(
        "tax.withheld",
        Phrase(
          "Akun pajak menerima tepat yang dipotong dari anggota, per jenis anggota",
          "The accounts of the tax received what members of each kind were withheld"),
        examined: examined.taxes),
    ]
  }
}
