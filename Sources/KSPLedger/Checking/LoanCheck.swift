import GRDB
import KSPCore

/// Recomputes what the book keeps of loans and no single query can: plans, and classes.
struct LoanCheck {
  private let db: Database
  private let reader: LoanReader

  init(_ db: Database) throws {
    self.db = db
    reader = try LoanReader(db, try Catalog(db))
  }

  func run() throws -> [VerificationReport.Check] { [try plans(), try classes()] }

  // MARK: - Plans

  private func plans() throws -> VerificationReport.Check {
    let plans = try Row.fetchAll(
      db, sql: "SELECT loan, version, entry, afterEntry FROM loanPlan ORDER BY loan, version")
    return try check(
      "loan.installment",
      Phrase(
        "Setiap angsuran sama dengan hitungan ulang dari syarat dan rencana sebelumnya",
        "Every installment is what its terms and the plan before it come to"), plans
    ) { row in
      let (loan, version) = (row[0] as Int64, row[1] as Int64)
      let isRight = try isRight(loan, version, entry: row[2], after: row[3])
      return isRight ? nil : "\(try reader.loan(id: loan).loan.number) #\(version)"
    }
  }

  private func isRight(
    _ loan: Int64, _ version: Int64, entry: Int64?, after: Int64
  ) throws -> Bool {
    let begun = try reader.loan(
      id: loan, known: LoanKnowledge(entry: entry ?? after, plan: version))
    guard let plan = begun.plan, plan.version == version else { return false }
    let known = LoanKnowledge(entry: (entry ?? after + 1) - 1, plan: version - 1)
    let before = try reader.loan(id: loan, known: known)
    let expected = try expected(plan, of: begun, before)
    let (new, terms) = (expected.plan, plan.terms)
    guard new.terms == terms, new.principal == plan.principal,
      new.disbursedOn == plan.periodStart, new.firstDue == plan.firstDue,
      expected.carried == plan.carried, expected.advance == plan.advance,
      expected.paid == plan.paid,
      case let rows = try expected.rows(), rows.count == plan.installments.count
    else { return false }
    // Holidays that were entered since would have moved a due date; it is never beyond them.
    var bare = terms
    bare.shift = DueDateShift(terms.shift.rule)
    let least = try InstallmentPlan(
      bare, principal: new.principal, disbursedOn: new.disbursedOn, firstDue: new.firstDue)
    return zip(plan.installments, zip(rows, least.installments)).allSatisfy { kept, wanted in
      let days = [wanted.0.due, wanted.1.due].sorted()
      return kept.principal == wanted.0.principal && kept.interest == wanted.0.interest
        && (days[0]...days[1]).contains(kept.due)
    }
  }

  /// The plan that the event before it makes: a disbursement, principal paid ahead, a rescheduling.
  private func expected(
    _ plan: LoanRecord.Plan, of loan: LoanRecord, _ before: LoanRecord
  ) throws -> NewPlan {
    func made(_ terms: PlanTerms, _ principal: Rupiah) throws -> InstallmentPlan {
      try InstallmentPlan(
        terms, principal: principal, disbursedOn: plan.periodStart, firstDue: plan.firstDue)
    }
    guard before.loan.status == .running else {
      let new = try made(loan.agreed, loan.loan.principal)
      // What was owed and paid when a loan was taken over is only known from the book before.
      let kind = try String.fetchOne(
        db, sql: "SELECT kind FROM entry WHERE id = ?", arguments: [plan.entry?.value])
      let isTakenOver = kind == EntryKind.opening.rawValue
      return NewPlan(
        plan: new, carried: isTakenOver ? CarriedOver(lateFee: plan.carried.lateFee) : .nothing,
        advance: new.interestInAdvance, paid: isTakenOver ? plan.paid : (.zero, .zero))
    }
    guard let entry = plan.entry else {
      return try before.rescheduled(
        as: made(plan.terms, before.outstanding), before.position(asOf: plan.startedOn))
    }
    let paid = try Int64.fetchOne(
      db,
      sql: """
        SELECT -sum(p.amount) FROM posting p JOIN loanAccount c ON c.account = p.account
        WHERE c.loan = ? AND p.entry = ? AND p.amount < 0
        """, arguments: [loan.id, entry.value])
    let payment = try PlannedRepayment(
      before, amount: Rupiah(sen: paid ?? 0), on: plan.startedOn)
    guard let new = payment.newPlan else { throw LedgerError.loanNothingDue(loan.loan.number) }
    return new
  }

  // MARK: - Classes

  private func classes() throws -> VerificationReport.Check {
    let months = try Row.fetchAll(
      db,
      sql: """
        SELECT month, loan, principalDue, interestDue, lateFeeCharged, unearned, oldestDue, class,
          collateral, isOwed FROM loanMonth ORDER BY month, loan
        """)
    return try check(
      "loan.class",
      Phrase(
        "Tunggakan dan kolektibilitas setiap akhir bulan sama dengan hitungan ulangnya",
        "Arrears and class of every month end are what they come to again"), months
    ) { row in
      let month = try BookMonth(ordinal: row[0])
      let record = try reader.loan(id: row[1], asOf: month.lastDay)
      let position = try record.owedPosition(asOf: month.lastDay)
      let grade = try LoanGrade(
        record, position, collaterals: LoanReader.collaterals(db, record.id))
      let due = try position.dueAmounts()
      let again: [Int64?] = [
        due.principal.sen, due.interest.sen, position.lateFeeCharged.sen,
        try record.unearned(atEndOf: month).sen,
        position.late.first.map { Int64($0.installment.due.dayNumber) },
        Int64(grade.loanClass.rawValue), grade.counted.sen,
        record.loan.status == .running ? 1 : 0,
      ]
      let kept = (2..<10).map { row[$0] as Int64? }
      return kept == again ? nil : "\(record.loan.number) \(month)"
    }
  }

  /// Counts the rows that cannot be made again as they are, and names the first.
  private func check(
    _ name: String, _ meaning: Phrase, _ rows: [Row], _ offender: (Row) throws -> String?
  ) throws -> VerificationReport.Check {
    var (count, first) = (0, String?.none)
    for row in rows {
      let found: String?
      do {
        found = try offender(row)
      } catch let error as LedgerError {
        found = error.message.indonesian
      }
      guard let found else { continue }
      count += 1
      first = first ?? found
    }
    return VerificationReport.Check(
      name: name, meaning: meaning, examined: rows.count, count: count, first: first)
  }
}
