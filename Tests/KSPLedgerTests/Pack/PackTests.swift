import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// What is handed over together: figures to look at, who came and went, the budget, letters.
@Suite struct PackTests {
  private let ledger: Ledger

  init() throws {
    ledger = try createBook(TestFolder(), first: "2026-01", clock: clock(on: "2026-03-15"))
    let poster = Poster(ledger)
    for number in ["0001", "0002", "0003"] as [MemberNumber] { try ledger.join(number) }
    _ = try ledger.deposit(3_000_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.deposit(2_000_000, member: "0002", on: day("2026-02-10"))
    try poster.post("2026-01-20", ("1-1000", 900_000), ("4-1100", -900_000))
    try poster.post("2026-02-20", ("5-2100", 250_000), ("1-1000", -250_000))
  }

  @Test func figuresOfAPeriodAreThoseOfTheStatements() throws {
    let figures = try ledger.periodFigures(BookPeriod(year: 2026))
    #expect(figures.months.map(\.month.month) == [1, 2, 3])
    #expect(figures.months.map(\.savings) == [3_000_000, 5_000_000, 5_000_000])
    #expect(figures.months.map(\.shu) == [900_000, -250_000, 0])
    #expect(figures.months.map(\.assets) == [3_900_000, 5_650_000, 5_650_000])
    #expect(figures.classes.allSatisfy { $0.amount == 0 })
  }

  @Test func membersInAndOut() throws {
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.endMembership(of: "0003", on: day("2026-02-05"))
    let february = try ledger.memberMovements(period("2026-02-01", "2026-02-28"))
    #expect(february.opening == 3 && february.joined == 0 && february.left == 1)
    #expect(february.closing == 2 && february.lines.map(\.member) == ["0003"])
    let quarter = try ledger.memberMovements(period("2026-01-01", "2026-03-31"))
    #expect(quarter.opening == 0 && quarter.joined == 3 && quarter.left == 1)
    #expect(quarter.lines.map(\.member) == ["0001", "0002", "0003", "0003"])
  }

  /// Why somebody left, or what was noted when they did, where no reason was given.
  @Test func whoLeftHasAReason() throws {
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.endMembership(
      of: "0002", on: day("2026-02-15"), note: EntryNote(memo: "pindah ke Kupang"))
    _ = try ledger.endMembership(
      of: "0003", on: day("2026-02-16"), reason: "berhenti", note: EntryNote(memo: "lisan"))
    let period = try BookPeriod(year: 2026)
    let reasons = try ledger.memberMovements(period).lines.filter(\.hasLeft).map(\.reason)
    #expect(reasons == ["pindah ke Kupang", "berhenti"])
    let register = try ledger.register(RegisterBook.all[0], of: period)
    let place = try #require(register.book.columns.firstIndex { $0.name == "reason" })
    #expect(
      register.rows.map { $0[place] } == [.text(nil), .text("pindah ke Kupang"), .text("berhenti")])
  }

  /// Offices are held from the day on which the book was told to the day on which it was told of
  /// somebody else; each year shows those of it.
  @Test func officesAreHeldFromAndUntil() throws {
    let today = try Today("2026-01-05")
    let ledger = try createBook(TestFolder(), first: "2026-01", clock: today.clock)
    func tell(_ date: String, _ change: (inout BookSettings) -> Void) throws {
      try today.set(date)
      var settings = try ledger.settings
      change(&settings)
      try ledger.updateSettings(settings)
    }
    try tell("2026-01-10") { ($0.chair, $0.supervisor) = ("Siti", "Budi") }
    try tell("2026-06-01") { $0.chair = "Typo" }
    try tell("2026-06-01") { $0.chair = "Dewi" }
    try tell("2027-03-15") { ($0.chair, $0.supervisor) = ("Agus", nil) }
    func rows(_ number: Int, _ year: Int) throws -> [[Register.Value]] {
      try ledger.register(RegisterBook.all[number - 1], of: BookPeriod(year: year)).rows
    }
    let chair = Register.Value.phrase(Phrase(id: "Ketua", en: "Chair"))
    let (june, march) = (try day("2026-06-01"), try day("2027-03-15"))
    #expect(
      try rows(2, 2026) == [
        [.text("Siti"), chair, .date(nil), .date(june)],
        [.text("Dewi"), chair, .date(june), .date(march)],
      ])
    #expect(
      try rows(2, 2027) == [
        [.text("Dewi"), chair, .date(june), .date(march)],
        [.text("Agus"), chair, .date(march), .date(nil)],
      ])
    #expect(try rows(2, 2028).map(\.first) == [.text("Agus")])
    #expect(try rows(3, 2026).count == 1 && rows(3, 2028).isEmpty)
  }

  /// Products are listed apart, each beside its control account.
  @Test func savingsAreListedByProduct() throws {
    let list = try ledger.savingsByProduct(asOf: day("2026-02-28"))
    let own = list.accounts.filter { $0.product == "sukarela" }
    #expect(own.map(\.balance) == [3_000_000, 2_000_000])
    let control = try #require(list.controls.first { $0.products.contains("sukarela") })
    #expect(control.code == "2-1000" && control.listed == 5_000_000 && control.agrees)
    #expect(try ledger.savingsByProduct(asOf: day("2026-01-31")).accounts.count == own.count - 1)
  }

  @Test func aBudgetBesideWhatBecameOfIt() throws {
    let budget = try Budget(csv: "akun,anggaran\n4-1100,1.200.000\n5-2000,500.000\n", file: "r")
    let report = try ledger.budgetReport(budget, 2026)
    #expect(report.lines.map(\.account) == ["4-1100", "5-2000", "5-2100"])
    #expect(report.lines.map(\.planned) == [1_200_000, 500_000, 0])
    #expect(report.lines.map(\.actual) == [900_000, 0, 250_000])
    #expect(report.lines.map(\.percent) == ["75.0", "0.0", nil])
    #expect(report.lines[2].months.map(\.sen)[..<3] == [0, 25_000_000, 0])
    let shu = try ledger.incomeStatement(BookPeriod(year: 2026)).shu
    #expect(try report.lines.map { $0.isIncome ? $0.actual : try $0.actual.negated() }.sum() == shu)
    #expect(refusal { try ledger.budgetReport(Budget(["9-1": 1]), 2026) } == .accountUnknown)
    #expect(
      refusal { try ledger.budgetReport(Budget(["1-1000": 1]), 2026) } == .accountTermsUnfit)
    #expect(
      refusal { try Budget(csv: "akun,anggaran\n4-1100,x\n4-1100,5\n", file: "r") }
        == .importRefused)
  }

  @Test func lettersNameWhatIsHeldAndOwed() throws {
    let letters = try ledger.balanceConfirmations(9, asOf: day("2026-01-31"), seed: 1)
    #expect(letters.map(\.member) == ["0001"])
    #expect(letters[0].lines.map(\.amount) == [3_000_000])
    #expect(try ledger.balanceConfirmations(1, asOf: day("2026-02-28"), seed: 1).count == 1)
  }

  /// The first numbers that SplitMix64 gives for the seed 0 are published; with a thousand members
  /// their remainders say who is drawn first.
  @Test func theSampleCanBeDrawnAgain() {
    let first = BalanceConfirmation.sample(1, of: 1_000, seed: 0)
    #expect(first == [Int(UInt64(0xE220_A839_7B1D_CDAF) % 1_000)])
    for seed in 0..<20 as Range<UInt64> {
      let sample = BalanceConfirmation.sample(10, of: 100, seed: seed)
      #expect(Set(sample).count == 10 && sample == sample.sorted())
      #expect(sample.allSatisfy { (0..<100).contains($0) })
      #expect(sample == BalanceConfirmation.sample(10, of: 100, seed: seed))
    }
    #expect(BalanceConfirmation.sample(5, of: 3, seed: 7) == [0, 1, 2])
    #expect(BalanceConfirmation.sample(5, of: 0, seed: 7) == [])
  }

  /// Every book has its rows in its columns, and fits the width of a page.
  @Test func booksOfACooperative() throws {
    #expect(RegisterBook.all.map(\.number) == Array(1...16))
    for book in RegisterBook.all {
      let register = try ledger.register(book, of: BookPeriod(year: 2026))
      #expect(register.rows.allSatisfy { $0.count == book.columns.count }, "\(book.number)")
      let beside = book.columns.filter { $0.place != .below }
      #expect(beside.reduce(4) { $0 + $1.width + 1 } <= 80, "\(book.number)")
    }
    func rows(_ number: Int) throws -> [[Register.Value]] {
      try ledger.register(RegisterBook.all[number - 1], of: BookPeriod(year: 2026)).rows
    }
    #expect(try rows(1).count == 3)
    #expect(try rows(6).map(\.[3]) == [.amount(3_000_000), .amount(2_000_000)])
    // What was there on the first morning, and every balance after it.
    #expect(try rows(14).count == 5)
    let cash = try ledger.cashBook(in: BookPeriod(year: 2026))
    let balances = [cash.opening] + cash.lines.map(\.balance)
    #expect(try rows(14).map(\.[5]) == balances.map { .amount($0) })
    // A month has the three rows of the form, a year none of them.
    let february = try ledger.register(
      RegisterBook.all[13], of: period("2026-02-01", "2026-02-28"))
    #expect(february.sumName.indonesian == "Transaksi bulan ini")
    #expect(
      february.foot.map { Array($0[3...5]) } == [
        [.amount(5_900_000), .amount(250_000), .text(nil)],
        [.amount(5_900_000), .amount(250_000), .amount(5_650_000)],
      ])
    #expect(
      february.rows[1][1]
        == .phrase(Phrase(id: "Setoran, Anggota 0002", en: "Deposit, Anggota 0002")))
    #expect(try ledger.register(RegisterBook.all[13], of: BookPeriod(year: 2026)).foot.isEmpty)
    #expect(try rows(5) == [])
  }
}
