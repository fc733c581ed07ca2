import GRDB
import KSPCore

/// The desk that takes collateral for a loan after it was applied for, and gives it back.
struct CollateralDesk {
  private let session: PostingSession
  private let files: LoanFiles

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// Takes collateral for a loan that is asked for, granted or owed.
  func add(
    _ number: LoanNumber, _ collaterals: [Collateral], on date: BookDate, note: EntryNote
  ) throws -> CollateralSlip {
    let record = try files.reader().loan(number)
    guard !collaterals.isEmpty else { throw LedgerError.loanCollateralUnknown(number, line: nil) }
    try LoanRegistration(session).requireCollaterals(collaterals)
    let first =
      (try Int.fetchOne(
        session.db.cachedStatement(sql: "SELECT max(line) FROM loanCollateral WHERE loan = ?"),
        arguments: [record.id]) ?? 0) + 1
    let step = try files.step(
      record.id, .secured, on: date, note: note.memo, by: note.recordedBy)
    let rows = collaterals.enumerated().map { index, collateral in
      LoanRegistration.row(
        of: collateral, record.id, line: first + index, step: step["id"] ?? .null)
    }
    let isNew = try self.record(
      EventDraft(.loanSecured, number, [step] + rows), of: record, on: date, note
    ) {
      guard record.loan.isOpen else {
        throw LedgerError.loanNotAtStep(number, is: record.loan.status)
      }
    }
    // The same again gives the slip of what it had taken.
    let start = isNew ? first : first - collaterals.count
    let items = collaterals.enumerated().map { index, collateral in
      CollateralSlip.Item(line: start + index, collateral: collateral)
    }
    return try slip(record, items, isReleased: false, on: date, note)
  }

  /// Gives collateral back: all of it, or some by its numbers. While the loan is owed somebody has
  /// to want it and say why.
  func release(
    _ number: LoanNumber, lines: [Int]?, on date: BookDate, whileOwed: Bool, note: EntryNote
  ) throws -> CollateralSlip {
    let reader = try files.reader()
    let record = try reader.loan(number)
    let held = try reader.pledged(of: record.id)
    let known = try session.recordedAct(note.reference) != nil
    let all = known ? try reader.pledged(of: record.id, step: try before(note)) : held
    let items = try (lines ?? all.map(\.line)).map { line in
      guard let item = all.first(where: { $0.line == line }) else {
        throw LedgerError.loanCollateralUnknown(number, line: line)
      }
      return item
    }
    guard !items.isEmpty else { throw LedgerError.loanCollateralUnknown(number, line: nil) }
    let step = try files.step(
      record.id, .released, on: date, note: note.memo, by: note.recordedBy)
    let rows = items.map { item in
      RowChange.insert(
        "loanRelease",
        [
          "loan": .integer(record.id), "line": StoredValue(item.line),
          "step": step["id"] ?? .null,
        ])
    }
    _ = try self.record(
      EventDraft(.loanReleased, number, [step] + rows), of: record, on: date, note
    ) {
      guard record.loan.status == .running else { return }
      guard whileOwed else {
        throw LedgerError.loanCollateralNeeded(number, owed: record.state.outstanding)
      }
      guard note.memo != nil else { throw LedgerError.loanReasonMissing(number) }
    }
    return try slip(record, items, isReleased: true, on: date, note)
  }

  /// The last step before the one that an act recorded.
  private func before(_ note: EntryNote) throws -> Int64 {
    guard let reference = note.reference, let known = try session.recordedAct(reference),
      let event = try session.storedEvent(known.first),
      let step = event.changes.first(where: { $0.table == "loanStep" })?["id"]?.integer
    else { return .max }
    return step - 1
  }

  /// Records an event of a loan once; whether it is new.
  private func record(
    _ draft: EventDraft, of record: LoanRecord, on date: BookDate, _ note: EntryNote,
    guards: () throws -> Void
  ) throws -> Bool {
    try session.act(note) {
      let ignored: Set<String> = ["id", "step", "line", "note", "recordedBy"]
      if try session.recordedAct(note.reference) != nil {
        return try session.recordOnce(draft, ignoring: ignored)
      }
      try session.days.requireOpen(date, kind: .disbursement)
      guard date >= record.loan.appliedOn else {
        throw LedgerError.loanDateTooEarly(
          record.loan.number, date, since: record.loan.appliedOn)
      }
      try guards()
      try session.record(draft)
      return true
    }
  }

  private func slip(
    _ record: LoanRecord, _ items: [CollateralSlip.Item], isReleased: Bool, on date: BookDate,
    _ note: EntryNote
  ) throws -> CollateralSlip {
    CollateralSlip(
      loan: record.loan, date: date, isReleased: isReleased, items: items,
      left: try files.reader().pledged(of: record.id), outstanding: record.state.outstanding,
      note: note)
  }
}
