import KSPCore

/// Reads a collector's list as it comes back: what was collected, by the number of the line.
struct CollectionImport {
  let session: PostingSession
  let till: String
  let date: BookDate
  let way: ImportWay

  private typealias Collected = (row: CSVRow, line: Int, member: MemberNumber?, amount: Rupiah)

  func run(_ sheet: Sheet) throws -> CollectionList {
    let (number, member) = (sheet.column("line"), sheet.column("member"))
    let collected = sheet.column("collected")
    var run = try ImportRun(sheet, needed: [number, collected], way)
    let names = NameCheck(session: session, name: sheet.column("name"))
    let rows = run.read { cells -> Collected? in
      let line = cells.number(number).flatMap { Int($0) }
      let owner: MemberNumber? = member.isThere ? cells.number(member) : nil
      if owner != nil { names.check(owner, &cells) }
      // A dash or nothing means that nothing was collected.
      let amount = cells.optionalAmount(collected) ?? .zero
      return line.map { (cells.row, $0, owner, amount) }
    }
    let desk = CollectionDesk(session: session)
    let list = try desk.list(of: till)
    var seen: [Int: Int] = [:]
    for row in rows {
      try run.store(row.row, at: collected) {
        if let first = seen[row.line] {
          throw LedgerError.importDuplicate(String(row.line), firstLine: first)
        }
        seen[row.line] = row.row.position.line
        guard let line = list.lines.first(where: { $0.number == row.line }),
          row.member == nil || row.member == line.member
        else { throw desk.unlisted(row.line, of: till, row.member) }
        guard row.amount.isPositive else { return true }
        try desk.bring(line, row.amount, of: list, on: date, way.note)
        return true
      }
    }
    _ = try run.finish()
    return try desk.list(of: till)
  }
}
