import GRDB
import KSPCore

/// Recomputes what a month end finds out about one loan, and sets it beside what the book has.
struct LoanExplainer {
  private let db: Database
  private let month: BookMonth
  private let catalog: Catalog
  private let reader: LoanMonthReader

  init(_ db: Database, month: BookMonth, catalog: Catalog) throws {
    self.db = db
    self.month = month
    self.catalog = catalog
    reader = try LoanMonthReader(db, month: month, catalog: catalog)
  }

  func explain(_ number: LoanNumber) throws -> LoanExplanation {
    let record = try reader.loan(number)
    let finding = try reader.finding(record).flatMap { $0.isConcerned ? $0 : nil }
    let isClosed = catalog.lastClosedMonth.map { month <= $0 } ?? false
    let before = try (try? month.previous()).flatMap {
      try LoanEvidenceTable.evidence(db, $0, of: record.id)
    }
    return try LoanExplanation(
      loan: record.loan, month: month,
      position: try record.state.owedPosition(asOf: month.lastDay),
      installments: try LoanPlanWorkings(record.state).rows(in: month),
      receipts: try record.state.accounts.map { try receipts(record, $0) } ?? [],
      waivers: try waivers(of: record),
      income: finding?.income, returned: try reader.advanceReturned(record.id),
      lateFees: try finding.flatMap(lateFees), grade: finding?.grade,
      allowanceBefore: before?.allowance ?? .zero, fees: try fees(of: record),
      recomputed: try finding.map { try $0.evidence() },
      kept: try LoanEvidenceTable.evidence(db, month, of: record.id),
      posted: try record.state.accounts.flatMap(posted),
      provision: isClosed ? try provision(of: record.product.accounts.allowance) : nil,
      isMonthClosed: isClosed)
  }

  /// The charges that become income over the life of the loan.
  private func fees(of record: LoanRecord) throws -> [LoanExplanation.Fee] {
    let fees = try LoanFeeReader(db, month: month, catalog: catalog).findings(record)
    return try fees.compactMap { finding in
      let kept = try Row.fetchOne(
        db,
        sql: "SELECT unearned, amount FROM loanFeeMonth WHERE month = ? AND loan = ? AND line = ?",
        arguments: [month.ordinal, record.id, finding.line]
      ).map { row in
        try LoanExplanation.Fee.Kept(
          unearned: Rupiah(sen: row.value(0) as Int64), earned: Rupiah(sen: row.value(1) as Int64))
      }
      // One that had wholly become income before leaves nothing to a month end.
      guard kept != nil || !finding.working.unearned.isZero || !finding.working.earned.isZero
      else { return nil }
      return LoanExplanation.Fee(working: finding.working, kept: kept)
    }
  }

  /// The installments that were late in the month, one by one; what was settled before it, in one
  /// sum.
  private func lateFees(_ finding: LoanFinding) throws -> LoanExplanation.LateFees? {
    let state = finding.state
    guard let rule = state.terms.lateFee, let plan = state.plan, finding.isOwed else {
      return nil
    }
    func feesCharged(to day: BookDate) throws -> [LateFeeWorking] {
      try rule.workings(
        installments: plan.installments, payments: state.payments,
        ahead: plan.carried.ahead, to: day)
    }
    let workings = try feesCharged(to: month.lastDay)
    let current = workings.filter { $0.runs.contains { $0.through >= month.firstDay } }
    var earlier = Rupiah.zero
    for working in workings where !current.contains(working) { try earlier += working.fee }
    // What a loan that was taken over owed by then is among what was carried.
    for working in try feesCharged(to: plan.startedOn) { earlier = try earlier - working.fee }
    return LoanExplanation.LateFees(
      rule: rule, carried: plan.carried.lateFee, workings: current, earlier: earlier,
      charged: finding.dues.lateFeeCharged,
      paid: try state.payments.reduce(Rupiah.zero) { try $0 + $1.lateFee },
      owed: finding.dues.lateFee)
  }

  /// The kinds of entries that pay a loan: money, and a new loan that pays it off.
  private static let paying = EntryKind.sqlList([.repayment, .disbursement])

  /// What vouchers of payments made income in the month: the debits on the loan's own accounts,
  /// whose other side is income; a reversal takes them back. The other side of interest that a
  /// month end makes income is unearned, unless the payment settles the loan.
  private func receipts(
    _ record: LoanRecord, _ accounts: PostingRules.LoanAccounts
  ) throws -> [LoanExplanation.Receipt] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT e.id, e.bookDate, ifnull(sum(p.amount) FILTER (WHERE p.account = :interest), 0),
          ifnull(sum(p.amount) FILTER (WHERE p.account = :lateFee), 0),
          ifnull(sum(p.amount) FILTER (WHERE p.account = :administration), 0)
        FROM posting p JOIN entry e ON e.id = p.entry LEFT JOIN entry o ON o.id = e.reverses
        WHERE p.account IN (:interest, :lateFee, :administration)
          AND p.bookDate BETWEEN :first AND :last
          AND (:onReceipt OR p.account <> :interest OR EXISTS (SELECT 1 FROM loanStep s
            WHERE s.loan = :loan AND s.entry = ifnull(e.reverses, e.id)
              AND s.kind = \(Loan.Step.settled.sql)))
          AND ((e.kind IN \(Self.paying) AND p.amount > 0)
            OR (e.reverses IS NOT NULL AND o.kind IN \(Self.paying) AND p.amount < 0))
        GROUP BY e.id
        UNION ALL
        SELECT e.id, e.bookDate, s.interest * :onReceipt, s.lateFee * :onReceipt,
          s.administration
        FROM loanSplit s JOIN entry e ON e.id = s.entry
        WHERE s.loan = :loan AND s.entry <> s.payment
          AND (s.administration <> 0 OR :onReceipt AND (s.interest <> 0 OR s.lateFee <> 0))
          AND e.bookDate BETWEEN :first AND :last
        ORDER BY 2, 1
        """,
      arguments: [
        "loan": record.id, "onReceipt": record.loan.terms.earnsOnReceipt,
        "interest": accounts.interest.value, "lateFee": accounts.lateFee.value,
        "administration": accounts.administration?.account.value,
        "first": month.firstDay.dayNumber, "last": month.lastDay.dayNumber,
      ]
    ).map { row in
      try LoanExplanation.Receipt(
        entry: EntryNumber(row.value(0)), date: BookDate(stored: row.value(1)),
        interest: Rupiah(sen: row.value(2) as Int64), lateFee: Rupiah(sen: row.value(3) as Int64),
        administration: Rupiah(sen: row.value(4) as Int64))
    }
  }

  /// What the borrower was let off in the month, under whatever plan.
  private func waivers(of record: LoanRecord) throws -> [LoanExplanation.Receipt] {
    try reader.history(of: record).filter {
      $0.kind == .waiver && $0.date >= month.firstDay
    }.compactMap { line in
      line.entry.map {
        LoanExplanation.Receipt(
          entry: $0, date: line.date, interest: line.interest, lateFee: line.lateFee,
          administration: line.administration)
      }
    }
  }

  private func posted(_ accounts: PostingRules.LoanAccounts) throws -> LoanExplanation.Posted? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT e.id, ifnull(sum(p.amount) FILTER (WHERE p.account = :interest), 0),
          ifnull(sum(p.amount) FILTER (WHERE p.account = :lateFee), 0)
        FROM posting p JOIN entry e ON e.id = p.entry
        WHERE p.account IN (:interest, :lateFee) AND p.bookDate = :last
          AND e.kind = \(EntryKind.loanInterest.sql)
        GROUP BY e.id
        """,
      arguments: [
        "interest": accounts.interest.value, "lateFee": accounts.lateFee.value,
        "last": month.lastDay.dayNumber,
      ]
    ).map { row in
      try LoanExplanation.Posted(
        entry: EntryNumber(row.value(0)), interest: Rupiah(sen: row.value(1) as Int64),
        lateFee: Rupiah(sen: row.value(2) as Int64))
    }
  }

  /// The change of an allowance account beside what the month end kept for its loans.
  private func provision(of account: AccountID) throws -> LoanExplanation.Provision {
    let required = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(m.allowance) FROM loanMonth m JOIN loan l ON l.id = m.loan
        JOIN loanProduct p ON p.id = l.product WHERE m.month = ? AND p.allowance = ?
        """, arguments: [month.ordinal, account.value])
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT e.id, -sum(p.amount) FROM entry e JOIN posting p ON p.entry = e.id
        WHERE e.reference = ? AND p.account = ? GROUP BY e.id
        """, arguments: [LoanProvisions.reference(account, month), account.value])
    return try LoanExplanation.Provision(
      entry: try row.map { EntryNumber(try $0.value(0)) },
      before: try LoanProvisions(db: db, month: month, catalog: catalog).held(in: account),
      required: Rupiah(sen: required ?? 0), posted: Rupiah(sen: try row?.value(1) ?? 0))
  }
}
