import GRDB
import KSPCore

/// One pass over all members for a month: interest, tax, vouchers, evidence, closing balances.
///
/// A preview and a run are the same pass; a preview has no session and stores nothing. Members come
/// one at a time, so memory does not grow with their number.
final class MonthEndRun {
  /// What one product comes to.
  private struct Sum {
    var examined = 0
    var paid = 0
    var gross = Rupiah.zero
    var tax: [Member.Kind: Rupiah] = [:]
    var voucher: JournalWriter.Voucher?
    var entry: EntryNumber?
  }

  private struct MemberRow {
    let id: Int64
    let number: String
    let kind: Member.Kind
  }

  private let db: Database
  private let reader: InterestReader
  private let catalog: Catalog
  private let month: BookMonth
  private let session: PostingSession?
  private let note: EntryNote
  private let evidence: SQLStatement
  private let slip: SQLStatement
  private var sums: [Sum]
  /// Products in the order in which their vouchers were started.
  private var vouchers: [Int] = []
  private var slips = 0

  init(
    _ db: Database, month: BookMonth, catalog: Catalog, session: PostingSession?,
    note: EntryNote
  ) throws {
    self.db = db
    self.month = month
    self.catalog = catalog
    self.session = session
    self.note = note
    reader = try InterestReader(db, month: month, catalog: catalog)
    sums = Array(repeating: Sum(), count: catalog.products.count)
    evidence = try SQLStatement(
      db, "INSERT INTO savingsInterest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    slip = try SQLStatement(db, "INSERT INTO withholdingSlip VALUES (?, ?, ?, ?)")
  }

  /// Runs the pass; `progress` hears the number of members done, every thousand.
  func run(progress: ((Int) -> Void)?) throws -> MonthEndReport {
    try forEachMember(progress: progress)
    if let session { try sealVouchers(session) }
    let loans = try LoanMonthEnd(
      db: db, month: month, catalog: catalog, session: session,
      recordedBy: note.recordedBy
    ).run()
    if let session {
      let examined = zip(catalog.products, sums)
        .filter { product, _ in product.terms(in: month).interest != nil }
        .map { product, sum in (product: product.id, accounts: sum.examined) }
      try MonthClosing(session: session, month: month).close(examined: examined, note: note)
    }
    return report(loans, closedAt: session?.recordedAt)
  }

  // MARK: - Members

  private func forEachMember(progress: ((Int) -> Void)?) throws {
    let accounts = try SQLStatement(
      db,
      """
      SELECT s.member, s.account, s.product, m.kind, m.number
      FROM savingsAccount s
      JOIN member m ON m.id = s.member
      JOIN account a ON a.id = s.account
      WHERE s.product IN (\(reader.payingProducts)) AND (a.closedOn IS NULL OR a.closedOn > ?)
      ORDER BY s.member, s.product, s.ordinal
      """, isShared: false)
    accounts.bind(Int64(month.lastDay.dayNumber), at: 1)
    var member: MemberRow?
    var interest: [InterestReader.AccountInterest] = []
    var members = 0
    while try accounts.step() {
      if let before = member, before.id != accounts.int64(0) {
        try settle(before, interest)
        interest.removeAll(keepingCapacity: true)
        member = nil
        members += 1
        if members.isMultiple(of: 1_000) { progress?(members) }
      }
      if member == nil {
        member = MemberRow(
          id: accounts.int64(0), number: accounts.text(4) ?? "",
          kind: Member.Kind(rawValue: accounts.text(3) ?? "") ?? .individual)
      }
      guard let product = reader.payingProduct(accounts.int64(2)) else { continue }
      sums[product].examined += 1
      let account = AccountID(accounts.int64(1))
      if let earned = try reader.interest(of: account, product: product),
        earned.working.gross.isPositive
      {
        interest.append(earned)
      }
    }
    if let member { try settle(member, interest) }
  }

  /// Taxes and posts the interest of one member.
  private func settle(
    _ member: MemberRow, _ interest: [InterestReader.AccountInterest]
  ) throws {
    guard !interest.isEmpty else { return }
    let tax = try reader.tax(member: member.id, kind: member.kind, on: interest)?.tax
    var gross = Rupiah.zero
    var withheld = Rupiah.zero
    for (index, earned) in interest.enumerated() {
      let accountTax = tax?.perAccount[index] ?? .zero
      try gross += earned.working.gross
      try withheld += accountTax
      sums[earned.product].paid += 1
      try sums[earned.product].gross += earned.working.gross
      let before = sums[earned.product].tax[member.kind, default: .zero]
      sums[earned.product].tax[member.kind] = try before + accountTax
      if let session { try post(earned, tax: accountTax, member: member, session) }
    }
    slips += 1
    guard session != nil else { return }
    slip.bind(Int64(month.ordinal), at: 1)
    slip.bind(member.id, at: 2)
    slip.bind((tax?.monthlyGross ?? gross).sen, at: 3)
    slip.bind(withheld.sen, at: 4)
    try slip.run()
  }

  // MARK: - Vouchers

  private func post(
    _ earned: InterestReader.AccountInterest, tax: Rupiah, member: MemberRow,
    _ session: PostingSession
  ) throws {
    if sums[earned.product].voucher == nil {
      sums[earned.product].voucher = session.journal.beginVoucher(on: month.lastDay)
      vouchers.append(earned.product)
    }
    guard var voucher = sums[earned.product].voucher else { return }
    sums[earned.product].voucher = nil
    let target = try creditedAccount(earned, member: member, session)
    let gross = earned.working.gross
    try session.journal.add(.credit(target, gross), to: &voucher)
    if tax.isPositive { try session.journal.add(.debit(target, tax), to: &voucher) }
    let run = earned.working.runs.last
    evidence.bind(Int64(month.ordinal), at: 1)
    evidence.bind(earned.account.value, at: 2)
    evidence.bind(voucher.number.value, at: 3)
    evidence.bind(earned.opening.sen, at: 4)
    evidence.bind(earned.closing.sen, at: 5)
    evidence.bind(Int64(earned.working.runs.reduce(0) { $0 + $1.days }), at: 6)
    evidence.bind(run?.rate.billionths ?? 0, at: 7)
    evidence.bind(run?.rate.basis.rawValue ?? Rate.Basis.year.rawValue, at: 8)
    evidence.bind(gross.sen, at: 9)
    evidence.bind(tax.sen, at: 10)
    try evidence.run()
    sums[earned.product].voucher = voucher
  }

  /// The account that receives the interest: the same one, or the member's first in another
  /// product.
  private func creditedAccount(
    _ earned: InterestReader.AccountInterest, member: MemberRow, _ session: PostingSession
  ) throws -> AccountID {
    let terms = catalog.products[earned.product].terms(in: month)
    guard let code = terms.interestCreditedTo else { return earned.account }
    let product = try catalog.product(code)
    let desk = SavingsDesk(session: session)
    let holder = try desk.holder(member.number, in: product)
    return try desk.openAccount(holder, in: product).id
  }

  private func sealVouchers(_ session: PostingSession) throws {
    for index in vouchers {
      guard var voucher = sums[index].voucher else { continue }
      let product = catalog.products[index]
      try session.journal.add(
        .debit(product.interestExpenseAccount, sums[index].gross), to: &voucher)
      for (kind, role) in [
        (Member.Kind.individual, AccountRole.taxFinal),
        (.organization, .taxOrganization),
      ] {
        let tax = sums[index].tax[kind, default: .zero]
        guard tax.isPositive else { continue }
        try session.journal.add(.credit(catalog.account(role), tax), to: &voucher)
      }
      let note = EntryNote(
        reference: "jasa/\(product.product.code)/\(month)", recordedBy: note.recordedBy)
      sums[index].entry = try session.journal.seal(voucher, kind: .savingsInterest, note: note)
    }
  }

  private func report(
    _ loans: LoanMonthEnd.Outcome, closedAt: Timestamp?
  ) -> MonthEndReport {
    var products: [MonthEndReport.Product] = []
    for (index, product) in catalog.products.enumerated()
    where product.terms(in: month).interest != nil {
      let sum = sums[index]
      let tax = sum.tax.values.reduce(Int64(0)) { $0 + $1.sen }
      products.append(
        MonthEndReport.Product(
          code: product.product.code, name: product.product.name,
          accountsExamined: sum.examined, accountsPaid: sum.paid, gross: sum.gross,
          tax: Rupiah(sen: tax), entry: sum.entry))
    }
    return MonthEndReport(
      month: month, outcome: session == nil ? .preview : .done, products: products,
      loanProducts: loans.products, loans: loans.loans, provisions: loans.provisions,
      slips: slips, closedAt: closedAt)
  }
}
