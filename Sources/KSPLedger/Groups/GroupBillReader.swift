import GRDB
import KSPCore

/// Reads what a group pays together for a month.
struct GroupBillReader {
  let db: Database
  let catalog: Catalog
  let memory: BookMemory
  let today: BookDate

  /// The bill of a group, whatever the case of its name.
  ///
  /// - Throws: `group.unknown`.
  func bill(of name: String, for month: BookMonth) throws -> GroupBill {
    let group = try String.fetchOne(
      db,
      sql: """
        SELECT unit FROM member WHERE unit = ?1 COLLATE NOCASE AND leftOn IS NULL
        ORDER BY unit <> ?1 LIMIT 1
        """, arguments: [name])
    guard let group else { throw LedgerError.groupUnknown(name, known: try GroupNames.known(db)) }
    let dues = try dues(of: group, month)
    let loans = try loans(of: group, month)
    let members = try Row.fetchAll(
      db, sql: "SELECT number, name FROM member WHERE unit = ? AND leftOn IS NULL ORDER BY number",
      arguments: [group])
    return try GroupBill(
      group: group, month: month,
      shares: members.map { row in
        let number: MemberNumber = try row.value(0)
        let owed = loans[number] ?? ([], LoanParts())
        return try GroupBill.Share(
          member: number, name: row.value(1), dues: dues[number] ?? .zero, loans: owed.0,
          parts: owed.1)
      })
  }

  private func dues(
    of group: String, _ month: BookMonth
  ) throws -> [MemberNumber: Rupiah] {
    var owed: [MemberNumber: Rupiah] = [:]
    try DuesReader(db, catalog).forEach(.group(group), asOf: month.lastDay) { member in
      owed[member.number] = try member.cards.map(\.owed.orZero).sum()
    }
    return owed
  }

  /// What every running loan asks for until the month has ended; a late fee that only falls due
  /// later is not asked for yet.
  private func loans(
    of group: String, _ month: BookMonth
  ) throws -> [MemberNumber: ([LoanNumber], LoanParts)] {
    let reader = try LoanReader(db, catalog, memory)
    let day = min(today, month.lastDay)
    var owed: [MemberNumber: ([LoanNumber], LoanParts)] = [:]
    try LoanSelection(group: group).forEach(db, asOf: month.lastDay) { id in
      let record = try reader.loan(id: id)
      guard record.loan.status == .running else { return }
      let state = record.state
      var parts = LoanParts()
      for open in try state.position(asOf: month.lastDay, countingLater: true).due {
        try parts.add(open.parts)
      }
      try parts.add(
        state.position(asOf: day, countingLater: true).lateFee, to: .lateFee)
      guard parts.isAnyPositive else { return }
      var own = owed[record.loan.memberNumber] ?? ([], LoanParts())
      own.0.append(record.loan.number)
      try own.1.add(parts)
      owed[record.loan.memberNumber] = own
    }
    return owed
  }
}
