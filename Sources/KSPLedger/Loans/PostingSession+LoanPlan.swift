import GRDB
import KSPCore

extension PostingSession {
  /// A plan: its rows, then its header, which seals them.
  ///
  /// The voucher that begins it is nil for a rescheduling, which follows what is booked.
  func plan(
    _ new: NewPlan, of loan: Int64, startedOn: BookDate, entry: EntryNumber? = nil
  ) throws -> [RowChange] {
    let version =
      (try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(version) FROM loanPlan WHERE loan = ?"),
        arguments: [loan]) ?? 0) + 1
    let installments = try new.rows().map { row -> [StoredValue] in
      [
        .integer(loan), .integer(version), StoredValue(row.number), StoredValue(row.due),
        StoredValue(row.principal), StoredValue(row.interest),
      ]
    }
    let (plan, terms) = (new.plan, new.plan.terms)
    return [
      .insert(
        "loanInstallment",
        columns: ["loan", "version", "number", "due", "principal", "interest"],
        rows: installments),
      .insert(
        "loanPlan",
        [
          "loan": .integer(loan), "version": .integer(version),
          "startedOn": StoredValue(startedOn),
          "afterEntry": .integer(entry?.value ?? journal.next.value - 1),
          "entry": StoredValue(entry?.value), "periodStart": StoredValue(plan.disbursedOn),
          "firstDue": StoredValue(plan.firstDue), "principal": StoredValue(plan.principal),
          "method": .text(terms.method.rawValue),
          "rateBillionths": .integer(terms.rate.billionths),
          "rateBasis": .text(terms.rate.basis.rawValue), "count": StoredValue(terms.count),
          "interestDue": .text(terms.interestDue.rawValue),
          "principalGrace": StoredValue(terms.principalGrace),
          "carriedFee": StoredValue(new.carried.lateFee),
          "carriedInterest": StoredValue(new.carried.interest),
          "paidAhead": StoredValue(new.carried.paidAhead), "advance": StoredValue(new.advance),
          "paidPrincipal": StoredValue(new.paid.principal),
          "paidInterest": StoredValue(new.paid.interest),
        ]),
    ]
  }
}
