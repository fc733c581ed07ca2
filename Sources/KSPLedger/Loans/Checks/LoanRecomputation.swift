import GRDB
import KSPCore

/// Recomputes what the book keeps of loans and no single query can: plans, and classes.
struct LoanRecomputation {
  private let db: Database
  private let reader: LoanReader
  private let progress: ((Int) -> Void)?

  /// `progress` hears how many rows of a check are done, every thousand.
  init(_ db: Database, progress: ((Int) -> Void)? = nil) throws {
    self.db = db
    self.progress = progress
    reader = try LoanReader(db, try Catalog(db))
  }

  func run() throws -> [VerificationReport.Check] {
    [try plans(), try order(), try classes(), try waivers(), try returns()]
  }

  // MARK: - Waivers

  /// No more was waived than could be, by what was known then.
  private func waivers() throws -> VerificationReport.Check {
    try check(
      "loan.waiver",
      Phrase(
        id: "Setiap keringanan tidak melebihi denda dan jasa yang terutang waktu itu",
        en: "No waiver is more than the late fees and interest owed then"),
      """
      SELECT ifnull(l.number, '#' || s.loan) || printf(' JU-%06d', s.entry), s.loan, s.entry,
        s.bookDate,
        (SELECT -sum(p.amount) FROM posting p JOIN loanAccount c ON c.account = p.account
          WHERE p.entry = s.entry AND c.loan = s.loan AND c.part = 'interest' AND p.amount < 0),
        (SELECT -sum(p.amount) FROM posting p JOIN loanAccount c ON c.account = p.account
          WHERE p.entry = s.entry AND c.loan = s.loan AND c.part = 'late-fee' AND p.amount < 0),
        (SELECT count(*) FROM posting p JOIN loanAccount c ON c.account = p.account
          WHERE p.entry = s.entry AND (c.loan <> s.loan OR c.part = 'principal')),
        (SELECT -sum(p.amount) FROM posting p JOIN loanAccount c ON c.account = p.account
          WHERE p.entry = s.entry AND c.loan = s.loan AND c.part = 'administration'
            AND p.amount < 0)
      FROM loanStep s LEFT JOIN loan l ON l.id = s.loan
      WHERE s.kind = \(Loan.Step.waived.sql) ORDER BY s.id
      """
    ) { row in
      let entry = EntryNumber(row.int64(2))
      let date = try BookDate(stored: row.int64(3))
      let state = try reader.loan(
        id: row.int64(1), known: .before(entry, of: row.int64(1), db)
      ).state
      let position = try state.position(asOf: date, countingLater: true)
      let quote = try state.settlementQuote(asOf: date)
      let interest = Rupiah(sen: row.optionalInt64(4) ?? 0)
      let isWhole = quote.total.isZero && interest == position.owed.interest
      return row.int64(6) == 0 && (interest <= quote.interest || isWhole)
        && Rupiah(sen: row.optionalInt64(5) ?? 0) <= position.lateFee
        && (isWhole || Rupiah(sen: row.optionalInt64(7) ?? 0) <= quote.administration)
    }
  }

  // MARK: - Interest cut in advance

  /// What came back of interest that was cut in advance is what the rule gives back.
  private func returns() throws -> VerificationReport.Check {
    try check(
      "loan.returned",
      Phrase(
        id: "Jasa di muka yang kembali saat pelunasan sama dengan hitungan ulangnya",
        en: "Interest cut in advance that came back at settlement is what it comes to again"),
      """
      SELECT ifnull(l.number, '#' || s.loan), s.loan, s.entry, s.bookDate, s.returned,
        s.returned IS NULL OR EXISTS (SELECT 1 FROM posting p JOIN loanProduct o
          ON o.id = l.product WHERE p.entry = s.entry AND p.account = o.unearnedInterest
            AND p.amount = s.returned)
      FROM loanStep s LEFT JOIN loan l ON l.id = s.loan
      WHERE s.kind = \(Loan.Step.settled.sql) AND s.entry IS NOT NULL AND (s.returned IS NOT NULL
        OR EXISTS (SELECT 1 FROM loanPlan n WHERE n.loan = s.loan AND n.advance > 0))
      ORDER BY s.id
      """
    ) { row in
      let entry = EntryNumber(row.int64(2))
      let state = try reader.loan(
        id: row.int64(1), known: .before(entry, of: row.int64(1), db)
      ).state
      let quote = try state.settlementQuote(asOf: BookDate(stored: row.int64(3)))
      return row.int64(5) == 1 && quote.returned.sen == row.optionalInt64(4) ?? 0
    }
  }

  // MARK: - Order

  /// What every payment settles is what it would settle had all been entered by their days, so that
  /// no late fee is paid beyond what is charged.
  private func order() throws -> VerificationReport.Check {
    try check(
      "loan.order",
      Phrase(
        id: "Setiap angsuran melunasi apa yang terutang menurut urutan tanggal",
        en: "Every payment settles what is owed in the order of the days"),
      """
      SELECT l.number, l.id FROM loan l WHERE EXISTS (SELECT 1 FROM loanPlan WHERE loan = l.id)
        AND NOT EXISTS (SELECT 1 FROM loanStep s WHERE s.loan = l.id
          AND s.kind IN (\(Loan.Step.settled.sql), \(Loan.Step.writtenOff.sql)))
      ORDER BY l.id
      """
    ) { row in
      let state = try reader.loan(id: row.int64(1)).state
      guard state.accounts != nil else { return true }
      return try PaymentOrder(state).changes().isEmpty
    }
  }

  // MARK: - Plans

  private func plans() throws -> VerificationReport.Check {
    try check(
      "loan.installment",
      Phrase(
        id: "Setiap angsuran sama dengan hitungan ulang dari syarat dan rencana sebelumnya",
        en: "Every installment is what its terms and the plan before it come to"),
      """
      SELECT printf('%s #%d', ifnull(l.number, '#' || n.loan), n.version), n.loan, n.version,
        n.entry, n.afterEntry
      FROM loanPlan n LEFT JOIN loan l ON l.id = n.loan ORDER BY n.loan, n.version
      """
    ) { row in
      try isRight(
        row.int64(1), row.int64(2), entry: row.optionalInt64(3), after: row.int64(4))
    }
  }

  private func isRight(
    _ loan: Int64, _ version: Int64, entry: Int64?, after: Int64
  ) throws -> Bool {
    let begun = try reader.loan(
      id: loan, known: LoanKnowledge(entry: entry ?? after, plan: version))
    guard let plan = begun.state.plan, plan.version == version else { return false }
    let known = LoanKnowledge(entry: entry.map { $0 &- 1 } ?? after, plan: version &- 1)
    let before = try reader.loan(id: loan, known: known)
    let expected = try expected(plan, of: begun, before)
    let (new, terms) = (expected.plan, plan.terms)
    guard new.terms == terms, new.principal == plan.principal,
      new.disbursedOn == plan.periodStart, new.firstDue == plan.firstDue,
      expected.carried == plan.carried, expected.advance == plan.advance,
      expected.paid == plan.paid, expected.returned == plan.returned,
      case let rows = try expected.rows(), rows.count == plan.rowCount
    else { return false }
    // Holidays that were entered since would have moved a due date; it is never beyond them.
    var bare = terms
    bare.shift = DueDateShift(terms.shift.rule)
    let least = try InstallmentPlan(
      bare, principal: new.principal, disbursedOn: new.disbursedOn, firstDue: new.firstDue)
    return zip(plan.installments, zip(rows, least.installments)).allSatisfy { kept, wanted in
      let days = [wanted.0.due, wanted.1.due].sorted()
      return kept.parts == wanted.0.parts && (days[0]...days[1]).contains(kept.due)
    }
  }

  /// The plan that the event before it makes: a disbursement, principal paid ahead, a rescheduling.
  private func expected(
    _ plan: LoanPlan, of loan: LoanRecord, _ before: LoanRecord
  ) throws -> NewPlan {
    func made(_ terms: PlanTerms, _ principal: Rupiah) throws -> InstallmentPlan {
      try InstallmentPlan(
        terms, principal: principal, disbursedOn: plan.periodStart, firstDue: plan.firstDue)
    }
    guard before.loan.status == .running else {
      let new = try made(loan.state.agreed, loan.loan.principal)
      // What was owed and paid when a loan was taken over is only known from the book before.
      let kind = try String.fetchOne(
        db, sql: "SELECT kind FROM entry WHERE id = ?", arguments: [plan.entry?.value])
      let isTakenOver = kind == EntryKind.opening.rawValue
      return NewPlan(
        plan: new, carried: isTakenOver ? CarriedOver(lateFee: plan.carried.lateFee) : .nothing,
        advance: new.interestInAdvance, paid: isTakenOver ? plan.paid : LoanPlan.PaidBefore())
    }
    guard let entry = plan.entry else {
      return try before.state.rescheduled(
        as: made(plan.terms, before.state.outstanding), before.state.position(asOf: plan.startedOn))
    }
    let paid = try Int64.fetchOne(
      db,
      sql: """
        SELECT -sum(p.amount) FROM posting p JOIN loanAccount c ON c.account = p.account
        WHERE c.loan = ? AND p.entry = ? AND p.amount < 0
        """, arguments: [loan.id, entry.value])
    let payment = try Repayment(
      before.state, amount: Rupiah(sen: paid ?? 0), on: plan.startedOn)
    guard let new = payment.newPlan else { throw LedgerError.loanNothingDue(loan.loan.number) }
    return new
  }

  // MARK: - Classes

  private func classes() throws -> VerificationReport.Check {
    try check(
      "loan.class",
      Phrase(
        id: "Tunggakan, kolektibilitas dan penyisihan akhir bulan sama dengan hitungan ulangnya",
        en: "Arrears, class and allowance of every month end are what they come to again"),
      """
      SELECT printf('%s %04d-%02d', ifnull(l.number, '#' || m.loan), m.month / 12,
          m.month % 12 + 1), m.month, m.loan, principalDue, interestDue, lateFeeCharged, unearned,
        oldestDue, class, collateral, isOwed, m.principal, allowance, keptClass, isStopped,
        administrationDue
      FROM loanMonth m LEFT JOIN loan l ON l.id = m.loan ORDER BY m.month, m.loan
      """
    ) { row in
      let month = try BookMonth(ordinal: Int32(clamping: row.int64(1)))
      let record = try reader.loan(id: row.int64(2), asOf: month.lastDay)
      let position = try record.state.owedPosition(asOf: month.lastDay)
      let grade = try LoanGrade(
        record.state, LoanDues(position),
        collaterals: reader.collaterals(of: record.id, asOf: month.lastDay))
      let due = position.overdueAmounts
      let again: [Int64?] = [
        due.principal.sen, due.interest.sen, position.lateFeeCharged.sen,
        try record.state.unearned(atEndOf: month).sen,
        position.late.first.map { Int64($0.installment.due.dayNumber) },
        Int64(grade.loanClass.rawValue), grade.counted.sen,
        record.loan.status == .running ? 1 : 0, grade.outstanding.sen, grade.allowance.sen,
        grade.kept.map { Int64($0.loanClass.rawValue) },
        record.loan.status == .running && record.state.terms.stopsRecognition(in: grade.loanClass)
          ? 1 : 0, due.administration.sen,
      ]
      return (3..<16).map { row.optionalInt64($0) } == again
    }
  }

  /// Counts the rows that cannot be made again as they are, and names the first.
  ///
  /// A row that cannot be recomputed at all, as what it stands on cannot be read, is one of them.
  /// The first column names it, in either language.
  private func check(
    _ name: String, _ meaning: Phrase, _ sql: String, _ isRight: (SQLStatement) throws -> Bool
  ) throws -> VerificationReport.Check {
    let rows = try SQLStatement(db, sql, isShared: false)
    var offenders = Offenders()
    var examined = 0
    while try rows.step() {
      examined += 1
      if try unlessDamaged({ try isRight(rows) }) != true { offenders.add(rows.text(0) ?? "") }
      if examined.isMultiple(of: 1_000) { progress?(examined) }
    }
    return offenders.check(name, meaning, examined: examined)
  }
}
