import GRDB
import KSPCore

extension LoanGuards {
  /// A leg on an account of a loan.
  private struct Leg {
    let loan: Int64
    let component: LoanComponent
    let amount: Rupiah
  }

  /// What an entry of a loan said when it was booked: who paid or got what, for which loan, and
  /// what is owed on it once the entry is taken back.
  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    var content = try EntryContent(session, entry, kind)
    var legs = try legs(of: entry)
    var loans = try loans(of: entry, legs)
    if kind == .disbursement {
      // A loan that pays others off is about itself; the others are among what was cut.
      let given = legs.first { $0.component == .principal && !$0.amount.isNegative }?.loan
      loans = Set([given].compactMap(\.self))
      legs = legs.filter { $0.loan == given }
    }
    let reader = try LoanFiles(session).reader()
    (content.account, content.parts) = (nil, [])
    if loans.count == 1, let id = loans.first {
      let before = try reader.loan(id: id, known: .after(entry, of: id, session.db))
      let now = try reader.loan(id: id, known: .after(reversal, of: id, session.db))
      content.loan = before.loan.number
      (content.member, content.memberName) = (before.loan.memberNumber, before.loan.memberName)
      if now.state.accounts != nil {
        content.account = try session.account(AccountCode(before.loan.number.text))
      }
      content.balance = now.state.outstanding
      if kind == .disbursement {
        let slip = LoanSlip(db: session.db, reader: reader, catalog: session.catalog)
        content.deductions = try slip.cuts(from: before.state, by: entry)
        content.amount = try content.deductions.reduce(before.loan.principal) { left, cut in
          try left - cut.amount
        }
      }
    }
    let isGiven = kind == .disbursement || kind == .opening
    for leg in legs where leg.amount.isNegative != isGiven {
      let number = loans.count > 1 ? " \(try reader.loan(id: leg.loan).loan.number)" : ""
      content.parts.append(
        Receipt.Part(
          name: Phrase(
            id: leg.component.name.indonesian + number, en: leg.component.name.english + number),
          account: nil, amount: isGiven ? leg.amount : try leg.amount.negated()))
    }
    try tellRest(of: entry, kind, in: &content)
    return content
  }

  /// What of a payment settled no loan: what went into savings, and the penalty for settling early.
  private func tellRest(
    of entry: EntryNumber, _ kind: EntryKind, in content: inout EntryContent
  ) throws {
    guard [.repayment, .writeOff, .waiver].contains(kind) else { return }
    if kind != .repayment {
      // What is in no account is given up by legs that cancel each other.
      content.amount = try content.parts.reduce(.zero) { try $0 + $1.amount }
      return
    }
    content.amount = try LoanSlip(
      db: session.db, reader: LoanFiles(session).reader(), catalog: session.catalog
    ).paid(by: entry)
    for leg in try session.postings(of: entry) where leg.amount.isNegative {
      let account = try session.account(leg.account)
      guard account.savings != nil else { continue }
      content.parts.append(
        Receipt.Part(
          name: Phrase(id: "Masuk simpanan", en: "Into savings"), account: account.code,
          amount: try leg.amount.negated()))
    }
    let told = try content.parts.reduce(Rupiah.zero) { try $0 + $1.amount }
    let penalty = try content.amount - told
    if penalty.isPositive {
      content.parts.append(
        Receipt.Part(name: Phrase(id: "Penalti", en: "Penalty"), account: nil, amount: penalty))
    }
  }

  private func legs(of entry: EntryNumber) throws -> [Leg] {
    let query = try session.statement(
      """
      SELECT c.loan, c.part, p.amount FROM posting p JOIN loanAccount c ON c.account = p.account
      WHERE p.entry = ? ORDER BY p.line
      """)
    query.bind(entry.value, at: 1)
    defer { query.reset() }
    var legs: [Leg] = []
    while try query.step() {
      legs.append(
        Leg(
          loan: query.int64(0), component: try query.stored(1, in: .loanComponents),
          amount: Rupiah(sen: query.int64(2))))
    }
    return legs
  }

  /// The loans that an entry is about: those whose accounts it moves, or whose step it is.
  private func loans(of entry: EntryNumber, _ legs: [Leg]) throws -> Set<Int64> {
    guard legs.isEmpty else { return Set(legs.map(\.loan)) }
    return Set(
      try Int64.fetchAll(
        session.db.cachedStatement(sql: "SELECT loan FROM loanStep WHERE entry = ?"),
        arguments: [entry.value]))
  }
}
