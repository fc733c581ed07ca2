import GRDB
import KSPCore

/// Works out what members are to be asked for in a month: dues that are owed, and what falls due on
/// loans until the month has ended, with arrears and late fees.
struct ClaimAsking {
  /// One sum, before it has a place in a list.
  struct Sum {
    let member: Int64
    let product: Int64?
    let loan: Int64?
    let amount: Rupiah
  }

  let session: PostingSession

  /// What the members of a group are asked for on a day, or all; by member, in the order in which
  /// one sum of a payroll is used up.
  func sums(for month: BookMonth, on date: BookDate, group: String?) throws -> [Sum] {
    let group = try GroupNames.require(session.db, group)
    let dues = try self.dues(for: month, group: group)
    let loans = try self.loans(for: month, on: date, group: group)
    let order = session.catalog.settings.payrollOrder?.steps ?? []
    var sums: [Sum] = []
    for member in try members(group) {
      var own = dues[member.id] ?? []
      let owed = (loans[member.number] ?? []).map {
        Sum(member: member.id, product: nil, loan: $0.loan, amount: $0.amount)
      }
      // Loans stand where the order of the book names them, or last.
      let place = try place(of: own, in: order)
      own.insert(contentsOf: owed, at: place)
      sums += own
    }
    return sums
  }

  private func members(_ group: String?) throws -> [(id: Int64, number: MemberNumber)] {
    try Row.fetchAll(
      session.db,
      sql: """
        SELECT id, number FROM member WHERE leftOn IS NULL AND (?1 IS NULL OR unit = ?1)
        ORDER BY number
        """, arguments: [group]
    ).map { (try $0.value(0), try $0.value(1)) }
  }

  /// Before which of a member's dues their loans come.
  private func place(of dues: [Sum], in order: [PayrollOrder.Step]) throws -> Int {
    guard let loans = order.firstIndex(of: .loans) else { return dues.count }
    let before = try order[..<loans].compactMap { step -> Int64? in
      guard case .savings(let code) = step else { return nil }
      return try session.catalog.product(code).id
    }
    return dues.firstIndex { !before.contains($0.product ?? 0) } ?? dues.count
  }

  private func dues(for month: BookMonth, group: String?) throws -> [Int64: [Sum]] {
    var sums: [Int64: [Sum]] = [:]
    let reader = try DuesReader(session.db, session.catalog)
    let selection = group.map { DuesReader.Selection.group($0) } ?? .all
    try reader.forEach(selection, asOf: month.lastDay) { member in
      for (product, card) in zip(reader.products, member.cards) where card.owed.isPositive {
        sums[member.id, default: []].append(
          Sum(member: member.id, product: product.id, loan: nil, amount: card.owed))
      }
    }
    return sums
  }

  /// What every running loan asks for until the month has ended, the older loan first. Loans that
  /// ended before the last month end, and those of other groups, are not read.
  private func loans(
    for month: BookMonth, on date: BookDate, group: String?
  ) throws -> [MemberNumber: [(loan: Int64, amount: Rupiah)]] {
    let reader = try LoanReader(session.db, session.catalog, session.memory)
    // A late fee that only falls due later is no claim yet.
    let charged = min(date, month.lastDay)
    var sums: [MemberNumber: [(loan: Int64, amount: Rupiah)]] = [:]
    try LoanSelection(group: group).forEach(session.db, asOf: month.lastDay) { id in
      let record = try reader.loan(id: id)
      guard record.loan.status == .running else { return }
      let position = try record.state.position(asOf: month.lastDay, countingLater: true)
      let amount =
        try position.due.map(\.total).sum()
        + record.state.position(asOf: charged, countingLater: true).lateFee
      guard amount.isPositive else { return }
      sums[record.loan.memberNumber, default: []].append((id, amount))
    }
    return sums
  }
}
