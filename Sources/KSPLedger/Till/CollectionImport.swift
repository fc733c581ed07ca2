import KSPCore

/// Reads a collector's list as it comes back: what was collected, by the number of the line.
struct CollectionImport {
  let session: PostingSession
  let till: String
  let date: BookDate
  let way: ImportWay

  /// A row as it came back; what it says of the line is held against the list.
  private struct Collected {
    let row: CSVRow
    let line: Int
    let round: String?
    let member: MemberNumber?
    let target: String?
    let amount: Rupiah
  }

  func run(_ sheet: Sheet) throws -> CollectionList {
    let (number, member) = (sheet.column("line"), sheet.column("member"))
    let (round, target) = (sheet.column("round"), sheet.column("target"))
    let collected = sheet.column("collected")
    var run = try ImportRun(sheet, needed: [number, collected], way)
    let names = NameCheck(session: session, name: sheet.column("name"))
    let rows = run.read { cells -> Collected? in
      let line = cells.value(number) { text throws(LedgerError) in
        guard let line = Int(text) else {
          throw .tillUnfit(
            till, Phrase(id: "“\(text)” bukan nomor baris", en: "“\(text)” is no line"))
        }
        return line
      }
      let owner: MemberNumber? = member.isThere ? cells.number(member) : nil
      if owner != nil { names.check(owner, &cells) }
      // A dash or nothing means that nothing was collected.
      let amount =
        cells.optionalAmount(collected) { amount throws(LedgerError) in
          guard !amount.isNegative else { throw .amountNotPositive(amount) }
        } ?? .zero
      let said = (cells.optionalText(round), cells.optionalText(target))
      return line.map {
        Collected(
          row: cells.row, line: $0, round: said.0, member: owner, target: said.1, amount: amount)
      }
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
        try require(row, is: line, of: list)
        guard row.amount.isPositive else { return true }
        try desk.bring(line, row.amount, of: list, on: date, way.note)
        return true
      }
    }
    _ = try run.finish()
    return try desk.list(of: till)
  }

  /// Refuses a row of an earlier list, and one that speaks of something else than its line.
  private func require(
    _ row: Collected, is line: CollectionList.Line, of list: CollectionList
  ) throws {
    if let round = row.round, round != "\(list.round)" {
      throw LedgerError.tillUnfit(
        till,
        Phrase(
          id: "daftar itu putaran \(round), yang dibawa sekarang putaran \(list.round)",
          en: "that list is of round \(round), the one that is out is of round \(list.round)"))
    }
    if let target = row.target, target != line.target.text {
      throw LedgerError.tillUnfit(
        till,
        Phrase(
          id: "baris \(row.line) untuk \(line.target.text), bukan \(target)",
          en: "line \(row.line) is for \(line.target.text), not \(target)"))
    }
  }
}
