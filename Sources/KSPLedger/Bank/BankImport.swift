import KSPCore

/// Brings in a bank statement: the lines that follow on what was read before; those that are in the
/// book already change nothing.
struct BankImport {
  private let session: PostingSession
  private let way: ImportWay
  private let sheet: Sheet
  private let bank: (id: AccountID, code: AccountCode)

  init(
    _ sheet: Sheet, into bank: (id: AccountID, code: AccountCode), session: PostingSession,
    _ way: ImportWay
  ) {
    self.session = session
    self.way = way
    self.sheet = sheet
    self.bank = bank
  }

  private typealias Read = (row: CSVRow, line: BankLine?, balance: Rupiah)

  func run() throws -> ImportReport {
    let columns = BankColumns(sheet)
    var run = try ImportRun(sheet, needed: columns.needed, way)
    let rows = run.read { cells in columns.read(&cells) }
    let known = try BankReader(db: session.db, account: bank.id).lines()
    let ordered = inOrder(rows, &run, columns)
    let new = self.new(ordered, beside: known)
    let first = ordered.firstIndex { new.contains($0.line?.number ?? 0) }
    if let first, let last = known.last, let line = ordered[first].line {
      let opening = try line.balance - line.amount
      if opening != last.balance {
        run.refuse(
          .bankGap(opening, last: last.balance, on: last.date), ordered[first].row,
          at: columns.balance)
      }
    }
    for read in ordered {
      guard let line = read.line else { continue }
      try run.store(read.row, at: columns.date) { new.contains(line.number) }
    }
    let report = try run.finish()
    try record(ordered.compactMap(\.line).filter { new.contains($0.number) }, after: known.count)
    return report
  }

  /// From the earliest to the latest: statements come in either order, and the balances say which.
  private func inOrder(
    _ rows: [BankColumns.Row], _ run: inout ImportRun, _ columns: BankColumns
  ) -> [BankColumns.Row] {
    let isFalling = (rows.first?.date).map { $0 > rows[rows.count - 1].date } ?? false
    let ways = isFalling ? [Array(rows.reversed()), rows] : [rows, rows.reversed()]
    guard let right = ways.first(where: { broken($0) == nil }) else {
      if let (row, error) = broken(ways[0]) { run.refuse(error, row, at: columns.balance) }
      return ways[0]
    }
    return right
  }

  /// The first row whose balance does not follow from the one before.
  private func broken(_ rows: [BankColumns.Row]) -> (CSVRow, LedgerError)? {
    for (before, after) in zip(rows, rows.dropFirst()) {
      do throws(LedgerError) {
        let expected = try before.balance + (after.line?.amount ?? .zero)
        guard expected != after.balance else { continue }
        return (after.row, .bankBalanceBroken(after.balance, expected: expected))
      } catch {
        return (after.row, error)
      }
    }
    return nil
  }

  /// The numbers, within the file, of the lines that the book has not: of lines that are alike as
  /// many are known as the book has.
  private func new(_ rows: [BankColumns.Row], beside known: [BankLine]) -> Set<Int> {
    var left = Dictionary(grouping: known) { $0.date }
    var new: Set<Int> = []
    for line in rows.compactMap(\.line) {
      if let index = left[line.date]?.firstIndex(where: { $0.isSame(as: line) }) {
        left[line.date]?.remove(at: index)
      } else {
        new.insert(line.number)
      }
    }
    return new
  }

  private func record(_ lines: [BankLine], after count: Int) throws {
    guard !lines.isEmpty else { return }
    try session.act(way.note) {
      try session.record(
        EventDraft(
          .bankImported, bank.code.text,
          [
            .insert(
              "bankLine",
              columns: ["account", "number", "day", "amount", "description", "balance"],
              rows: lines.enumerated().map { index, line in
                [
                  .integer(bank.id.value), .integer(Int64(count + index + 1)),
                  StoredValue(line.date), StoredValue(line.amount), .text(line.description),
                  StoredValue(line.balance),
                ]
              })
          ]))
    }
  }
}
