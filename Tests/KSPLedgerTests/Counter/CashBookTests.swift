import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The cash book: what it closes with is what the cash accounts hold, on every day.
@Suite struct CashBookTests {
  private let cash = AccountCode(stored: "1-1000")
  private let till = AccountCode(stored: "1-1010")
  private let bank = AccountCode(stored: "1-1100")

  /// Moves money between accounts of the chart, by hand.
  @discardableResult
  private func move(
    _ ledger: Ledger, _ amount: Rupiah, from source: AccountCode, to target: AccountCode,
    on date: String, memo: String? = nil, by author: String? = nil
  ) throws -> EntryNumber {
    try ledger.post(
      ManualEntry(
        on: day(date),
        legs: [
          .init(account: target, amount: amount),
          .init(account: source, amount: amount.negated()),
        ], note: EntryNote(memo: memo, recordedBy: author))
    ).entry
  }

  @Test("K8: the day's cash book has names, sums, who recorded it and what is left")
  func theCashBookOfADay() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let sari = EntryNote(memo: "titipan suami", recordedBy: "sari")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"), note: sari)
    _ = try ledger.deposit(70_000, member: "0001", on: day("2026-01-06"))
    try move(
      ledger, 30_000, from: cash, to: AccountCode("5-2100"), on: "2026-01-06", memo: "ATK",
      by: "budi")
    _ = try ledger.withdraw(20_000, member: "0001", on: day("2026-01-07"))

    let book = try ledger.cashBook(in: period("2026-01-06", "2026-01-06"))
    #expect(book.accounts.map(\.code) == [cash])
    #expect(book.opening == 500_000)
    #expect(book.lines.map(\.received) == [70_000, .zero])
    #expect(book.lines.map(\.paid) == [.zero, 30_000])
    #expect(book.lines.map(\.balance) == [570_000, 540_000])
    #expect(book.lines.map(\.member) == ["0001", nil])
    #expect(book.lines.map(\.name) == ["Anggota 0001", nil])
    #expect(book.lines.map(\.recordedBy) == [nil, "budi"])
    #expect(book.lines.map(\.text.indonesian) == ["Setoran", "ATK"])
    #expect((book.received, book.paid, book.closing) == (70_000, 30_000, 540_000))
    #expect(book.yearToDate == nil)

    let first = try ledger.cashBook(in: period("2026-01-05", "2026-01-05"))
    #expect(first.lines.map(\.text.indonesian) == ["Setoran – titipan suami"])
    let hers = try ledger.cashBook(in: BookPeriod(month("2026-01")), recordedBy: "sari")
    #expect(hers.lines.map(\.received) == [500_000])
    #expect((hers.opening, hers.closing) == (.zero, 500_000))
    let empty = try ledger.cashBook(in: period("2026-01-20", "2026-01-20"))
    #expect(empty.lines.isEmpty && empty.opening == 520_000 && empty.closing == 520_000)
  }

  @Test func moneyBetweenTillsIsPaidByTheOneAndReceivedByTheOther() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try move(ledger, 900_000, from: AccountCode("3-1300"), to: cash, on: "2026-01-05")
    try move(ledger, 200_000, from: cash, to: till, on: "2026-01-06")
    try move(ledger, 300_000, from: cash, to: bank, on: "2026-01-06")
    let all = try ledger.cashBook(in: BookPeriod(month("2026-01")))
    #expect(all.accounts.map(\.code) == [cash, till])
    #expect(all.lines.map(\.account) == [cash, cash, till, cash])
    #expect((all.received, all.paid, all.closing) == (1_100_000, 500_000, 600_000))
    let one = try ledger.cashBook(in: BookPeriod(month("2026-01")), accounts: [till])
    #expect((one.received, one.paid, one.closing) == (200_000, .zero, 200_000))
    let atBank = try ledger.cashBook(in: BookPeriod(month("2026-01")), accounts: [bank])
    #expect(atBank.closing == 300_000)
    #expect(
      refusal {
        try ledger.cashBook(in: BookPeriod(month("2026-01")), accounts: [AccountCode("5-2100")])
      }
        == .accountTermsUnfit)
    #expect(
      refusal {
        try ledger.cashBook(in: BookPeriod(month("2026-01")), accounts: [AccountCode("9-9")])
      }
        == .accountUnknown)
  }

  /// The sheet brings its opening row forward as 3,700,000 in and 282,000 out, which are 3,418,000;
  /// its own March sheet prints a balance of 6,248,000 where 0 is right.
  @Test("vector cashbook-palbapang-2026: six months close, and the foot adds up since January")
  func palbapang() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, first: "2025-12")
    let other = AccountCode("3-1300")
    try move(ledger, 3_700_000, from: other, to: cash, on: "2025-12-31")
    try move(ledger, 282_000, from: cash, to: other, on: "2025-12-31")
    let months: [(received: Rupiah, paid: Rupiah, closing: Rupiah)] = [
      (4_400_000, 2_977_500, 4_840_500), (950_000, 2_666_500, 3_124_000),
      (4_152_000, 7_276_000, .zero), (9_840_000, 6_316_000, 3_524_000),
      (14_285_000, 17_785_000, 24_000), (13_412_000, 5_159_250, 8_276_750),
    ]
    var opening: Rupiah = 3_418_000
    var sums: (received: Rupiah, paid: Rupiah) = (.zero, .zero)
    for (index, expected) in months.enumerated() {
      let name = "2026-0\(index + 1)"
      try move(ledger, expected.received, from: other, to: cash, on: "\(name)-03")
      try move(ledger, expected.paid, from: cash, to: other, on: "\(name)-28")
      let book = try ledger.cashBook(in: BookPeriod(month(name)))
      #expect(
        (book.opening, book.received, book.paid) == (opening, expected.received, expected.paid))
      #expect(book.closing == expected.closing, "\(name)")
      opening = book.closing
      try sums.received += expected.received
      try sums.paid += expected.paid
      let year = try #require(book.yearToDate)
      #expect(year.broughtForward == 3_418_000)
      #expect((year.received, year.paid) == (sums.received, sums.paid))
      #expect(try year.total - year.paid == expected.closing)
    }
    // 50,739,000 and 42,462,250 with what went in and out before January on either side.
    #expect(try sums.received + 3_700_000 == 50_739_000)
    #expect(try sums.paid + 282_000 == 42_462_250)
  }

  @Test("What an earlier book left within the year came in before it")
  func openings() throws {
    let ledger = try createBook(TestFolder(), first: "2026-04")
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,700000,\n3-1300,,700000\n", file: "s.csv",
      on: day("2026-03-31"))
    try move(ledger, 50_000, from: AccountCode("3-1300"), to: cash, on: "2026-04-02")
    let book = try ledger.cashBook(in: BookPeriod(month("2026-04")))
    let year = try #require(book.yearToDate)
    #expect((year.broughtForward, year.received, year.paid) == (700_000, 50_000, 0))
    #expect(book.opening == 700_000 && book.closing == 750_000)
  }

  /// An oracle that knows nothing of the cash book: the balance of the account in the trial balance.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyDayClosesWithWhatTheCashAccountsHold(seed: UInt64) throws {
    let folder = try TestFolder()
    var random = try RandomBook(folder, seed: seed)
    let ledger = random.ledger
    try random.move(in: month("2026-01"), count: 25)
    _ = try ledger.runMonthEnd(month("2026-01"))
    try random.move(in: month("2026-02"), count: 25)
    let point = try KnowledgePoint.event(ledger.knowledge().event)
    let last = try day("2026-03-02")
    var date = try day("2025-12-30")
    var before = Rupiah.zero
    while date <= last {
      let book = try ledger.cashBook(in: BookPeriod(from: date, through: date))
      let held = try ledger.trialBalance(asOf: date).rows.first { $0.code == cash }
      #expect(try book.closing == (held.map { try $0.debit - $0.credit } ?? .zero), "\(date)")
      #expect(book.opening == before, "\(date)")
      before = book.closing
      date = try date.adding(days: 1)
    }
    // What is recorded later is not in what was known before.
    let february = try ledger.cashBook(in: BookPeriod(month("2026-02")))
    _ = try ledger.deposit(12_345, member: random.members[0], on: day("2026-02-10"))
    let again = try ledger.cashBook(in: BookPeriod(month("2026-02")), asRecordedThrough: point)
    #expect(again.lines == february.lines && again.closing == february.closing)
    #expect(again.yearToDate == february.yearToDate)
  }

  /// The book of a month costs what the month holds, however many there were before.
  @Test func theCostFollowsThePeriod() throws {
    func steps(months: Int) throws -> Work {
      let folder = try TestFolder()
      let first = try BookMonth(ordinal: month("2026-12").ordinal - Int32(months - 1))
      let ledger = try createBook(folder, first: first.description)
      _ = try ledger.addMember(
        NewMember(number: "1", profile: MemberProfile(name: "A"), joinedOn: first.firstDay))
      var now = first
      while try now <= month("2026-12") {
        for day in 1...20 {
          _ = try ledger.deposit(
            1_000, member: "1", on: BookDate(year: now.year, month: now.month, day: day))
        }
        if try now < month("2026-12") { _ = try ledger.runMonthEnd(now) }
        now = try now.next()
      }
      let day = try period("2026-12-10", "2026-12-10")
      _ = try ledger.cashBook(in: day)
      return try ledger.work { _ = try ledger.cashBook(in: day) }
    }
    let (short, long) = (try steps(months: 2), try steps(months: 24))
    #expect(long.steps < short.steps * 5 / 4, "\(short) \(long)")
  }
}
