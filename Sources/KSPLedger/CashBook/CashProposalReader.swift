import GRDB
import KSPCore

/// Puts a cash book beside the book: what each of its rows is taken for, and which of them are
/// there already.
struct CashProposalReader {
  let db: Database
  let memory: BookMemory
  let catalog: Catalog
  let account: (id: AccountID, code: AccountCode)
  let words: CashWordTable
  /// The loans that are owed, and those that wait to be paid out.
  let loans: CashLoans

  /// `cash` is the account that the cash book is of; nil for the usual cash.
  init(_ db: Database, _ memory: BookMemory, _ catalog: Catalog, cash: AccountCode?) throws {
    self.db = db
    self.memory = memory
    self.catalog = catalog
    account = try Self.account(db, catalog, cash)
    words = CashWordTable(try CashWordDesk.words(db, catalog))
    loans = try CashLoans(Self.loans(db, memory, catalog))
  }

  private static func account(
    _ db: Database, _ catalog: Catalog, _ code: AccountCode?
  ) throws -> (id: AccountID, code: AccountCode) {
    let usual = try catalog.account(.cash)
    let row = try Row.fetchOne(
      db, sql: "SELECT id, code, isCash FROM account WHERE code = ?1 OR (?1 IS NULL AND id = ?2)",
      arguments: [code?.text, usual.value])
    guard let row else { throw try MemberTable.unknownAccount(db, code?.text ?? "") }
    let found = AccountCode(stored: try row.value(1))
    guard try row.value(2) as Bool else {
      throw LedgerError.accountTermsUnfit(
        found, Phrase(id: "akun itu bukan kas", en: "the account is not cash"))
    }
    return (AccountID(try row.value(0)), found)
  }

  private static func loans(
    _ db: Database, _ memory: BookMemory, _ catalog: Catalog
  ) throws -> [CashLoan] {
    let reader = try LoanReader(db, catalog, memory)
    var loans: [CashLoan] = []
    try LoanSelection().forEach(db, asOf: .latest) { id in
      let record = try reader.loan(id: id)
      let loan = record.loan
      let waits =
        loan.status == .approved || loan.status == .applied && !loan.terms.needsApproval
      guard loan.status == .running || waits else { return }
      loans.append(
        CashLoan(
          number: loan.number, member: loan.memberNumber, isRunning: loan.status == .running,
          installments: Set((record.state.plan?.installments ?? []).map(\.total))))
    }
    return loans
  }

  // MARK: - Proposals

  /// Every row of the sheets with what it is taken for.
  func proposals(_ sheets: CashSheets) throws -> CashProposals {
    guard let first = sheets.sheets.first else {
      return CashProposals(account: account.code, sheets: [], rows: [])
    }
    var guess = try guess(from: first.month)
    var rows: [CashProposal] = []
    for sheet in sheets.sheets {
      var keys = CashReferences(account: account.code, month: sheet.month)
      for row in sheet.rows {
        var proposal = try guess.proposal(for: row, in: sheet.file)
        proposal.stored = try standing(keys.reference(of: row)).entry
        rows.append(proposal)
      }
    }
    return CashProposals(account: account.code, sheets: sheets.sheets, rows: rows)
  }

  /// The reference under which a row comes in, and the voucher that stands under it. What was taken
  /// back may come in once more.
  func standing(_ first: String) throws -> (reference: String, entry: EntryNumber?) {
    var reference = first
    while let act = try RecordedAct(db, memory, reference: reference),
      let entry = act.entries.first?.number
    {
      let isReversed = try Bool.fetchOne(
        db, sql: "SELECT reversedBy IS NOT NULL FROM entryStanding WHERE id = ?",
        arguments: [entry.value])
      guard isReversed == true else { return (reference, entry) }
      reference = EntryReplay.next(first, after: reference)
    }
    return (reference, nil)
  }

  /// The name of a member; nil for nobody with the number.
  func name(of member: MemberNumber) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT name FROM member WHERE number = ?", arguments: [member.text])
  }

  // MARK: - What rows are told by

  private func guess(from month: BookMonth) throws -> CashGuess {
    let dues = try DuesReader(db, catalog)
    return CashGuess(
      words: words, members: try members(from: month), loans: loans,
      products: try catalog.products.map { product in
        try CashGuess.Product(
          code: product.product.code, name: product.product.name, kind: product.product.kind,
          amount: product.product.kind == .pokok ? pokok(product, in: month) : nil,
          dues: dues.products.first { $0.id == product.id }?.rule)
      }, paidPokok: try paidPokok())
  }

  private func members(from month: BookMonth) throws -> CashMembers {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, name, kind, joinedOn, leftOn FROM member
        WHERE leftOn IS NULL OR leftOn >= ? ORDER BY id
        """, arguments: [month.firstDay.dayNumber])
    return CashMembers(
      try rows.map { row in
        let number: MemberNumber = try row.value(0)
        return try CashMembers.Member(
          CashProposal.Choice(number: number, name: row.value(1)),
          DuesFacts(
            member: number, joinedOn: BookDate(stored: row.value(3)),
            leftOn: (row.optional(4) as Int64?).map { try BookDate(stored: $0) },
            kind: Member.Kind(rawValue: row.value(2)) ?? .individual))
      })
  }

  /// What a member pays once: the least deposit of the product, or what all who paid have paid.
  private func pokok(_ product: Catalog.Product, in month: BookMonth) throws -> Rupiah? {
    let least = product.terms(in: month).minimumDeposit
    if least.isPositive { return least }
    let paid = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT -b.balance FROM savingsAccount s JOIN accountBalance b
          ON b.account = s.account WHERE s.product = ? AND b.balance <> 0 LIMIT 2
        """, arguments: [product.id])
    return paid.count == 1 ? Rupiah(sen: paid[0]) : nil
  }

  private func paidPokok() throws -> Set<MemberNumber> {
    let numbers = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT m.number FROM savingsAccount s JOIN savingsProduct p ON p.id = s.product
        JOIN accountBalance b ON b.account = s.account JOIN member m ON m.id = s.member
        WHERE p.kind = \(SavingsKind.pokok.sql) AND b.balance <> 0
        """)
    return Set(numbers.map { MemberNumber($0) })
  }
}

/// The references of the rows of a sheet: from the account, the month and what stands in the row,
/// and where several rows are alike, the how manyth it is. Rows that move down keep theirs.
struct CashReferences {
  /// What every one of them begins with.
  static let prefix = "kas/"

  let account: AccountCode
  let month: BookMonth
  private var seen: [String: Int] = [:]

  init(account: AccountCode, month: BookMonth) {
    self.account = account
    self.month = month
  }

  /// The reference of the next row of the sheet.
  mutating func reference(of row: CashSheet.Row) -> String {
    let text = [
      account.text, row.date.description, CashText.kept(row.description),
      CashText.kept(row.remark ?? ""), row.voucher ?? "", row.received.sen.description,
      row.paid.sen.description,
    ].joined(separator: "\n")
    let ordinal = seen[text, default: 0] + 1
    seen[text] = ordinal
    let digits = SHA256Digest.of(Array("\(text)\n\(ordinal)".utf8)).prefix(8).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    return "\(Self.prefix)\(month)/\(digits.joined())"
  }
}
