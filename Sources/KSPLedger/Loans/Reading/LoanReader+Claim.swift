import GRDB
import KSPCore

extension LoanReader {
  /// What is claimed of a loan that was written off, with everything that is booked; nil for any
  /// other loan.
  func claim(on record: LoanRecord, _ db: Database) throws -> LoanClaim? {
    try claim(on: record, told(record.id, asOf: .latest, .all).map(\.step), db)
  }

  /// What is claimed of a loan that was written off: what it owed before the voucher, and what has
  /// come in since. Nil for any other loan.
  func claim(
    on record: LoanRecord, _ steps: [LoanCard.Step], _ db: Database
  ) throws -> LoanClaim? {
    guard record.loan.status == .writtenOff,
      let step = steps.last(where: { $0.kind == .writtenOff }), let entry = step.entry
    else { return nil }
    let before = try loan(id: record.id, known: .before(entry, of: record.id, db)).state
    let position = try before.position(asOf: step.date)
    var recovered = Rupiah.zero
    for step in steps where step.kind == .recovered {
      let sen = try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT ifnull(sum(amount), 0) FROM posting WHERE entry = ? AND amount > 0"),
        arguments: [step.entry?.value])
      try recovered += Rupiah(sen: sen ?? 0)
    }
    return try LoanClaim(
      principal: before.outstanding, interest: position.dueAmounts.interest,
      lateFee: position.lateFee, administration: position.dueAmounts.administration,
      recovered: recovered)
  }
}
