import GRDB
import KSPCore

/// Reads what the paper of an entry says.
struct VoucherReader {
  let db: Database
  let catalog: Catalog

  /// One leg as the file holds it.
  private struct Leg {
    let account: Int64
    let code: AccountCode
    let title: Phrase
    let holder: String?
    let member: MemberNumber?
    let isSavings: Bool
    let isCash: Bool
    let isBank: Bool
    let amount: Rupiah
  }

  func voucher(_ number: EntryNumber) throws -> Voucher {
    guard let entry = try JournalReader(db).entry(number) else {
      throw LedgerError.entryUnknown(number)
    }
    let legs = try legs(of: number)
    let savings = legs.filter(\.isSavings)
    let isMove = [.transfer, .merge].contains(entry.kind)
    let giver = isMove ? savings.first { $0.amount.isPositive } : nil
    let taker = isMove ? savings.first { $0.amount.isNegative } : nil
    let owners = Set(legs.compactMap(\.member))
    let leg = giver ?? (owners.count == 1 ? legs.first { $0.member != nil } : nil)
    let owner = try leg.map { ($0.holder, $0.member) } ?? person(of: number)
    let accounts = Set(savings.map(\.account))
    let money = legs.filter { $0.isCash || $0.isBank }
    let reversed = try entry.reverses.map(reversed)
    // A reversal says what it takes back.
    let meant = (number: reversed?.entry ?? number, kind: reversed?.kind ?? entry.kind)
    let slip = meant.kind.is(.leavesOutstanding) ? try loanSlip() : nil
    let told = try told(meant.number, meant.kind, legs, entry, slip)
    return try Voucher(
      entry: entry,
      lines: legs.map { leg in
        try Voucher.Line(
          account: leg.code, title: leg.title, holder: leg.holder, debit: leg.amount.orZero,
          credit: leg.amount.negated().orZero)
      },
      name: owner?.0 ?? party(of: number), member: owner?.1,
      receiver: taker.map { "\($0.holder ?? "") (\($0.code))" } ?? payee(of: number),
      amount: told.amount, deductions: told.deductions, waivedFor: told.waivedFor,
      balance: meant.kind.is(.leavesOutstanding)
        ? told.account.map { try balance(of: $0, after: entry).negated() }
        : (told.account ?? giver?.account ?? (accounts.count == 1 ? accounts.first : nil))
          .map { try balance(of: $0, after: entry) },
      dues: DuesReader.settled(by: number, db, catalog),
      isThroughBank: !money.isEmpty && money.allSatisfy(\.isBank), reversed: reversed,
      payment: entry.kind == .repayment ? slip?.payment(by: entry) : nil)
  }

  private func legs(of number: EntryNumber) throws -> [Leg] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, a.code, coalesce(p.nameIndonesian, a.nameIndonesian, h.nameIndonesian),
          coalesce(p.nameEnglish, a.nameEnglish, h.nameEnglish), ifnull(m.name, b.name),
          ifnull(m.number, b.number), s.account IS NOT NULL, a.isCash, q.amount,
          a.isBank
        FROM posting q JOIN account a ON a.id = q.account
        LEFT JOIN account h ON h.id = a.parent
        LEFT JOIN savingsAccount s ON s.account = a.id
        LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN member m ON m.id = s.member
        LEFT JOIN loanAccount c ON c.account = a.id
        LEFT JOIN loan l ON l.id = c.loan
        LEFT JOIN member b ON b.id = l.member
        WHERE q.entry = ? ORDER BY q.line
        """, arguments: [number.value]
    ).map { row in
      try Leg(
        account: row.value(0), code: AccountCode(stored: row.value(1)),
        title: Phrase(id: row.optional(2) ?? "", en: row.optional(3) ?? ""),
        holder: row.optional(4), member: row.optional(5), isSavings: row.value(6),
        isCash: row.value(7), isBank: row.value(9),
        amount: Rupiah(sen: row.value(8) as Int64))
    }
  }

  /// What the first print named.
  private struct Told {
    var amount: Rupiah
    var deductions: [Receipt.Deduction] = []
    var waivedFor: String?
    /// The account whose balance it showed, where the legs alone do not say which.
    var account: Int64?
  }

  /// What the first print named: where money was cut before it was handed out, what the room keeps
  /// of that, and otherwise what the legs say.
  private func told(
    _ number: EntryNumber, _ kind: EntryKind, _ legs: [Leg], _ entry: PostedEntry,
    _ loan: LoanSlip?
  ) throws -> Told {
    if let slip = try TermDepositSlip(of: number, kind, db) {
      return Told(
        amount: slip.amount, deductions: slip.deductions, waivedFor: slip.waivedFor,
        account: slip.account.value)
    }
    if let loan { return try toldOfLoan(number, kind, legs, entry, loan) }
    switch kind {
    case .leave:
      let reader = LeaverReader(db: db)
      return try Told(
        amount: reader.owed(by: number) ?? moved(legs, entry),
        deductions: reader.deductions(by: number))
    case .assetDisposal:
      guard let proceeds = try AssetReader.proceeds(of: number, db) else { break }
      return Told(amount: proceeds)
    // Their paper shows both sides, whether or not one of them is cash.
    case .manual, .yearAdjustment, .yearCorrection: return Told(amount: entry.amount)
    default: break
    }
    return Told(amount: try moved(legs, entry))
  }

  /// The same of a loan, whose principal says what is left.
  private func toldOfLoan(
    _ number: EntryNumber, _ kind: EntryKind, _ legs: [Leg], _ entry: PostedEntry,
    _ slip: LoanSlip
  ) throws -> Told {
    let principal = try slip.principal(of: number, kind)?.value
    switch kind {
    case .disbursement:
      guard let paid = try slip.disbursement(by: number) else { break }
      return Told(amount: paid.amount, deductions: paid.cuts, account: principal)
    case .repayment: return Told(amount: try slip.paid(by: number), account: principal)
    // What is in no account is given up by legs that cancel each other.
    default: return Told(amount: try legs.map(\.amount.orZero).sum(), account: principal)
    }
    return Told(amount: try moved(legs, entry), account: principal)
  }

  private func loanSlip() throws -> LoanSlip {
    LoanSlip(db: db, reader: try LoanReader(db, catalog), catalog: catalog)
  }

  /// The money that came or went; where none did, what accounts gave that got nothing back.
  private func moved(_ legs: [Leg], _ entry: PostedEntry) throws -> Rupiah {
    let cash = try legs.filter(\.isCash).map(\.amount).sum()
    guard cash.isZero else { return cash.isNegative ? try cash.negated() : cash }
    return entry.amount
  }

  /// The members whose own records name an entry that touches none of their accounts.
  private func person(of number: EntryNumber) throws -> (String?, MemberNumber?)? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Self.meant)
        SELECT m.name, m.number FROM leaverPayment p JOIN member m ON m.id = p.member
        WHERE p.entry IN meant
        UNION SELECT m.name, m.number FROM loanStep s JOIN loan l ON l.id = s.loan
        JOIN member m ON m.id = l.member WHERE s.entry IN meant
        UNION SELECT m.name, m.number FROM depositInterest d
        JOIN savingsAccount s ON s.account = d.account
        JOIN member m ON m.id = s.member WHERE d.voucher IN meant
        """, arguments: [number.value])
    guard rows.count == 1 else { return nil }
    return try (rows[0].optional(0), rows[0].optional(1))
  }

  /// Who brought or got money that is no member's.
  private func party(of number: EntryNumber) throws -> String? {
    try String.fetchOne(
      db, sql: "\(Self.meant) SELECT party FROM cashParty WHERE entry IN meant",
      arguments: [number.value])
  }

  /// Who came for a former member's savings, or for the deposit of somebody who died.
  private func payee(of number: EntryNumber) throws -> String? {
    let paid = try Row.fetchOne(
      db,
      sql: """
        \(Self.meant)
        SELECT payee, relation, identity FROM leaverPayment WHERE entry IN meant
        UNION ALL SELECT h.name, h.relation, NULL FROM depositEnd d
        JOIN depositHeir h ON h.account = d.account WHERE d.isToHeir = 1 AND d.voucher IN meant
        """, arguments: [number.value])
    return try paid.map { try LeaverReader.payee($0, from: 0).description }
  }

  /// The entry, and what it takes back where it is a reversal.
  private static let meant = """
    WITH meant (entry) AS (SELECT ?1 UNION SELECT reverses FROM entry WHERE id = ?1)
    """

  /// What an account held on the day of an entry when it had been recorded, as its slip said.
  private func balance(of account: Int64, after entry: PostedEntry) throws -> Rupiah {
    let sen = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(amount) FROM posting WHERE account = ? AND bookDate <= ? AND entry <= ?
        """, arguments: [account, entry.bookDate.dayNumber, entry.number.value])
    return try Rupiah(sen: sen ?? 0).negated()
  }

  private func reversed(_ number: EntryNumber) throws -> Receipt.Reversed {
    let row = try Row.fetchOne(
      db, sql: "SELECT kind, bookDate FROM entry WHERE id = ?", arguments: [number.value])
    guard let row, let kind = EntryKind(rawValue: try row.value(0)) else {
      throw LedgerError.entryUnknown(number)
    }
    return Receipt.Reversed(
      entry: number, kind: kind, bookDate: try BookDate(stored: row.value(1)))
  }
}
