import GRDB
import KSPCore

/// A plan that is to come into force, with what it takes over.
struct NewPlan {
  let plan: InstallmentPlan
  var carried = CarriedOver.nothing
  /// Interest that was cut in advance and is not earned yet.
  var advance = Rupiah.zero
  /// What had been paid under the plan before the loan was taken over.
  var paid = (principal: Rupiah.zero, interest: Rupiah.zero)

  /// The rows as they are kept: interest that was carried over is due with the first installment.
  func rows() throws(LedgerError) -> [Installment] {
    var rows = plan.installments
    rows[0] = try Installment(
      number: rows[0].number, due: rows[0].due, principal: rows[0].principal,
      interest: rows[0].interest + carried.interest, balance: rows[0].balance)
    return rows
  }
}

extension PostingSession {
  /// Writes a plan: its rows, then its header, which seals them.
  ///
  /// The voucher that begins it is nil for a rescheduling, which follows what is booked.
  func addPlan(
    _ new: NewPlan, to loan: Int64, startedOn: BookDate, entry: EntryNumber? = nil
  ) throws {
    let version =
      (try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(version) FROM loanPlan WHERE loan = ?"),
        arguments: [loan]) ?? 0) + 1
    let insert = try SQLStatement(db, "INSERT INTO loanInstallment VALUES (?, ?, ?, ?, ?, ?)")
    for row in try new.rows() {
      insert.bind(loan, at: 1)
      insert.bind(version, at: 2)
      insert.bind(Int64(row.number), at: 3)
      insert.bind(Int64(row.due.dayNumber), at: 4)
      insert.bind(row.principal.sen, at: 5)
      insert.bind(row.interest.sen, at: 6)
      try insert.run()
    }
    let (plan, terms) = (new.plan, new.plan.terms)
    try db.executePrepared(
      sql: """
        INSERT INTO loanPlan
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        loan, version, startedOn.dayNumber, entry?.value ?? journal.next.value - 1, entry?.value,
        plan.disbursedOn.dayNumber, plan.firstDue.dayNumber, plan.principal.sen,
        terms.method.rawValue, terms.rate.billionths, terms.rate.basis.rawValue, terms.count,
        terms.interestDue.rawValue, terms.principalGrace, new.carried.lateFee.sen,
        new.carried.interest.sen, new.carried.paidAhead.sen, new.advance.sen,
        new.paid.principal.sen, new.paid.interest.sen,
      ])
  }
}
