import GRDB
import KSPCore

/// Reads what falls due in a period, and what of earlier days is still owed.
struct DueListReader {
  private let db: Database
  private let reader: LoanReader
  private let period: BookPeriod
  private let today: BookDate

  init(
    _ db: Database, _ catalog: Catalog, _ memory: BookMemory, _ period: BookPeriod, today: BookDate
  ) throws {
    self.db = db
    reader = try LoanReader(db, catalog, memory)
    self.period = period
    self.today = today
  }

  func list() throws -> DueList {
    var rows: [DueList.Row] = []
    var debtors: [DueList.Debtor] = []
    var places: [Int64: Int] = [:]
    let deaths = try MemberTable.deaths(db)
    let candidates = try candidates()
    while try candidates.step() {
      let record = try reader.loan(id: candidates.int64(0), reading: .dues(through: period.last))
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
      let place = places[record.memberID] ?? debtors.count
      if place == debtors.count {
        places[record.memberID] = place
        var debtor = DueList.Debtor(
          member: record.loan.memberNumber, name: record.loan.memberName,
          phone: candidates.text(1))
        debtor.group = candidates.text(2)
        debtor.collector = candidates.text(3)
        debtor.diedOn = deaths[debtor.member]
        debtors.append(debtor)
      }
      try debtors[place].add(record.loan.number, due: due, arrears: arrears, lateFee: lateFee)
    }
    // Numbers are compared only where days are the same.
    rows.sort { left, right in
      let (one, other) = (left.open.installment.due, right.open.installment.due)
      return one == other ? left.loan.number < right.loan.number : one < other
    }
    for place in debtors.indices where debtors[place].loans.count > 1 {
      debtors[place].loans.sort()
    }
    debtors.sort { $0.member < $1.member }
    return try DueList(period: period, rows: rows, debtors: debtors)
  }

  /// The loans that may have something to pay, each with what a collector needs to know of its
  /// borrower, in any order: with an installment of the period, in this plan or an earlier one; in
  /// arrears when the last month before it was closed; or with an installment since.
  private func candidates() throws -> SQLStatement {
    let closed = try LoanSelection.lastClosedMonth(db, before: period.first)
    let query = try SQLStatement(
      db,
      """
      SELECT l.id, m.phone, m.unit, a.value FROM (
        SELECT loan FROM loanInstallment WHERE due > ?1 AND due <= ?2
        UNION SELECT loan FROM loanMonth
          WHERE month = ?3 AND isOwed = 1 AND oldestDue IS NOT NULL) c
      CROSS JOIN loan l ON l.id = c.loan
      CROSS JOIN member m ON m.id = l.member
      LEFT JOIN memberAttribute a ON a.member = m.id AND a.name = ?4
      """, isShared: false)
    query.bind(closed?.lastDay ?? Int64.min, at: 1)
    query.bind(Int64(period.last.dayNumber), at: 2)
    query.bind(closed?.month, at: 3)
    query.bind(Member.collectorAttribute, at: 4)
    return query
  }
}
