import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

extension ModelBook {
  // MARK: - Members

  mutating func join() throws -> String {
    let number = "N\(oracle.members.count + 1)"
    let (day, parts) = (day(), (0..<3).map { _ in Int64(pick(0...3)) * 2_500_000 })
    let total = parts.reduce(0, +)
    let found = refusal {
      try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: MemberProfile(name: number),
          joinedOn: Self.date(day),
          pokok: Rupiah(sen: parts[0]), wajib: Rupiah(sen: parts[1]),
          entranceFee: Rupiah(sen: parts[2])))
    }
    if found == nil {
      oracle.members[number] = ModelOracle.Member(joined: day)
      oracle.order.append(number)
      if total > 0 {
        let accounts = ["POK-\(number)", "WAJ-\(number)", "4-1300"]
        oracle.post(
          day,
          [("1-1000", total)] + zip(accounts, parts).filter { $0.1 > 0 }.map { ($0.0, -$0.1) })
      }
    }
    return Self.outcome("join", found, [nil])
  }

  mutating func leave() throws -> String {
    let member = member()
    // Half of the time on a day when it can succeed.
    let day = pick(0...1) == 0 ? day() : max(day(), oracle.lastDay(of: member))
    let accounts = oracle.accounts(of: member)
    let owned = accounts.reduce(Int64(0)) { $0 - (oracle.totals[$1] ?? 0) }
    let deduction = pick(0...2) == 0 ? owned + 100 : owned / 1_000 * 100
    let claim = oracle.claims[member, default: 0]
    let due = ModelOracle.tax(oracle.received(member, oracle.openMonth))
    let held = -(oracle.totals["SUK-\(member)"] ?? 0) / 100 * 100
    var expected = oracle.membershipRefusal(member, day)
    if expected == nil {
      if day > ModelOracle.days(of: oracle.openMonth).upperBound {
        expected = .monthEarlierOpen
      } else if oracle.holds.contains(where: {
        $0.account == "SUK-\(member)" && $0.until ?? .max >= day && $0.released ?? .max > day
      }) {
        expected = .accountHeld
      } else if oracle.lastDay(of: member) > day {
        expected = .memberHasLaterEntries
      } else if claim + due > held {
        expected = .memberOwesTax
      } else if deduction > owned - claim - due {
        expected = .leaveDeductionTooLarge
      }
    }
    let isLater = pick(0...1) == 0
    let found = refusal {
      try ledger.endMembership(
        of: MemberNumber(member), on: Self.date(day), deduction: Rupiah(sen: deduction),
        paysLater: isLater)
    }
    if found == nil {
      var legs = accounts.map { ($0, -(oracle.totals[$0] ?? 0)) }.filter { $0.1 != 0 }
      if deduction > 0 { legs.append(("3-1400", -deduction)) }
      if due > 0 { legs.append(("2-1400", -due)) }
      if claim > 0 { legs.append(("1-1330", -claim)) }
      let paidOut = owned - deduction - due - claim
      if paidOut > 0 { legs.append((isLater ? "2-1550" : "1-1000", -paidOut)) }
      if isLater, paidOut > 0 { oracle.departures.owed[member] = paidOut }
      oracle.settled["\(oracle.openMonth) \(member)"] = due
      oracle.taxOwed[oracle.openMonth, default: 0] += due
      oracle.claims[member] = 0
      if !legs.isEmpty { oracle.post(day, legs, isReversible: false) }
      oracle.members[member]?.left = day
    }
    return Self.outcome(isLater ? "leave later" : "leave", found, [expected])
  }

  // MARK: - Tables

  /// A few rows at once: all of them, or none and the lines of those that are wrong.
  mutating func importRows(_ step: Int) throws -> String {
    var rows: [(day: Int, member: String, isDeposit: Bool, amount: Int64)] = []
    for _ in 0..<pick(1...5) { rows.append((day(), member(), pick(0...2) > 0, amount())) }
    let isMistyped = pick(0...5) == 0
    var csv = "tanggal;anggota;produk;jenis;jumlah;referensi\n"
    for (index, row) in rows.enumerated() {
      let amount = isMistyped && index == 0 ? "1x5" : Rupiah(sen: row.amount).grouped
      csv +=
        "\(try Self.date(row.day));\(row.member);sukarela;"
        + "\(row.isDeposit ? "setoran" : "tarik");\(amount);I-\(step)-\(index)\n"
    }
    var copy = oracle
    var wrong: [Int] = isMistyped ? [2] : []
    for (index, row) in rows.enumerated().sorted(by: {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }) where !(isMistyped && index == 0) {
      let account = "SUK-\(row.member)"
      let isShort =
        !row.isDeposit && copy.fundsRefusal(account, row.amount, from: row.day) != nil
      guard copy.membershipRefusal(row.member, row.day) == nil, !isShort else {
        wrong.append(index + 2)
        continue
      }
      let amount = row.isDeposit ? row.amount : -row.amount
      let legs = [("1-1000", amount), (account, -amount)]
      copy.post(row.day, row.isDeposit ? legs : legs.reversed())
    }
    let error = refused { try ledger.importTransactions(csv: csv, file: "t.csv") }
    #expect((error?.details.compactMap { $0.place?.line } ?? []) == wrong.sorted())
    if error == nil { oracle = copy }
    return Self.outcome("import", error?.code, [wrong.isEmpty ? nil : .importRefused])
  }

  // MARK: - Months

  mutating func monthEnd() throws -> String {
    guard oracle.openMonth <= 11 else { return "month end none" }
    let month = try BookMonth(year: 2026, month: oracle.openMonth)
    let preview = try ledger.previewMonthEnd(month)
    let report = try ledger.runMonthEnd(month)
    #expect(report.products.map(\.gross) == preview.products.map(\.gross))
    #expect(report.products.map(\.tax) == preview.products.map(\.tax))
    _ = oracle.runOrders(on: ModelOracle.days(of: oracle.openMonth).upperBound)
    oracle.closeMonth()
    for member in oracle.members.keys where oracle.totals["SUK-\(member)"] != nil {
      #expect(try ledger.explain(AccountCode("SUK-\(member)"), month).agrees)
    }
    return "month end ok"
  }

  mutating func secondRun() throws -> String {
    guard oracle.openMonth > 1 else { return "second run none" }
    let month = try BookMonth(year: 2026, month: oracle.openMonth - 1)
    return "second run \(try ledger.runMonthEnd(month).outcome)"
  }

  mutating func reopen() throws -> String {
    try ledger.close()
    ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    return "reopen ok"
  }
}
