import GRDB
import KSPCore

/// Reads what falls due in a period, and what of earlier days is still owed.
struct DueListReader {
  private let db: Database
  private let reader: LoanReader
  private let debtors: SQLStatement
  private let period: BookPeriod
  private let today: BookDate

  init(
    _ db: Database, _ catalog: Catalog, _ memory: BookMemory, _ period: BookPeriod, today: BookDate
  ) throws {
    self.db = db
    reader = try LoanReader(db, catalog, memory)
    // Asked once for each member of the list, and prepared once for all of them.
    debtors = try memory.statement(
      db,
      """
      SELECT m.phone, m.unit, a.value FROM member m
      LEFT JOIN memberAttribute a ON a.member = m.id AND a.name = ? WHERE m.id = ?
      """)
    self.period = period
    self.today = today
  }

  func list() throws -> DueList {
    var rows: [DueList.Row] = []
    var found: [MemberNumber: DueList.Debtor] = [:]
    for id in try candidates() {
      let record = try reader.loan(id: id, reading: .dues(through: period.last))
      guard record.loan.status == .running else { continue }
      let dues = try record.state.owedDues(asOf: period.last, countingLater: true)
      var (due, arrears) = (Rupiah.zero, Rupiah.zero)
      for open in dues.open {
        if open.installment.due >= period.first {
          rows.append(DueList.Row(loan: record.loan, open: open))
          try due += open.total
        } else {
          try arrears += open.total
        }
      }
      let isOfToday = today < period.last && record.state.terms.lateFee != nil
      let lateFee =
        isOfToday
        ? try record.state.owedDues(asOf: today, countingLater: true).lateFee : dues.lateFee
      guard try (due + arrears + lateFee).isPositive else { continue }
      let member = record.loan.memberNumber
      var debtor = try found[member] ?? debtor(record)
      try debtor.add(record.loan.number, due: due, arrears: arrears, lateFee: lateFee)
      found[member] = debtor
    }
    // Numbers are compared only where days are the same.
    rows.sort { left, right in
      let (one, other) = (left.open.installment.due, right.open.installment.due)
      return one == other ? left.loan.number < right.loan.number : one < other
    }
    return try DueList(
      period: period, rows: rows, debtors: found.values.sorted { $0.member < $1.member })
  }

  /// The loans that may have something to pay: with an installment of the period, in this plan or
  /// an earlier one; in arrears when the last month before it was closed; or with an installment
  /// since.
  private func candidates() throws -> [Int64] {
    let closed = try LoanSelection.lastClosedMonth(db, before: period.first)
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT loan FROM loanInstallment WHERE due > ?1 AND due <= ?2
        UNION SELECT loan FROM loanMonth
          WHERE month = ?3 AND isOwed = 1 AND oldestDue IS NOT NULL
        ORDER BY 1
        """,
      arguments: [closed?.lastDay ?? Int64.min, period.last.dayNumber, closed?.month])
  }

  /// A member with what a collector needs to know.
  private func debtor(_ record: LoanRecord) throws -> DueList.Debtor {
    debtors.bind(Member.collectorAttribute, at: 1)
    debtors.bind(record.memberID, at: 2)
    defer { debtors.reset() }
    let isThere = try debtors.step()
    var debtor = DueList.Debtor(
      member: record.loan.memberNumber, name: record.loan.memberName,
      phone: isThere ? debtors.text(0) : nil)
    guard isThere else { return debtor }
    debtor.group = debtors.text(1)
    debtor.collector = debtors.text(2)
    return debtor
  }
}
