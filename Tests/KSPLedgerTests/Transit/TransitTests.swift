import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Open items of accounts that money only passes through.
@Suite struct TransitTests {
  private static let account: AccountCode = "2-1600"

  private static func book() throws -> Ledger {
    let ledger = try makeBook(TestFolder())
    for number in ["0001", "0002"] as [MemberNumber] { try ledger.join(number) }
    return ledger
  }

  private static func items(_ ledger: Ledger, on date: String) throws -> [TransitItem] {
    let list = try ledger.transit(asOf: day(date))
    return try #require(list.accounts.first { $0.code == Self.account }).items
  }

  private static func take(
    _ ledger: Ledger, _ amount: Rupiah, _ party: String, _ date: String, _ memo: String? = nil
  ) throws -> Receipt {
    try ledger.receive(
      amount, from: party, for: account, on: day(date), note: EntryNote(memo: memo))
  }

  private static func give(
    _ ledger: Ledger, _ amount: Rupiah, _ party: String, _ date: String, _ memo: String? = nil
  ) throws {
    _ = try ledger.pay(
      amount, to: party, for: account, on: day(date), note: EntryNote(memo: memo))
  }

  @Test func theSameNameSettlesAndThenTheOldest() throws {
    let ledger = try Self.book()
    _ = try Self.take(ledger, 500_000, "Ani", "2026-01-05")
    _ = try Self.take(ledger, 300_000, "Budi", "2026-01-06")
    try Self.give(ledger, 200_000, "budi", "2026-01-20")
    #expect(try Self.items(ledger, on: "2026-01-31").map(\.open) == [500_000, 100_000])
    // What is paid to somebody of whom nothing is held stays open on the other side.
    try Self.give(ledger, 150_000, "Cici", "2026-01-21")
    #expect(try Self.items(ledger, on: "2026-01-31").map(\.open) == [500_000, 100_000, -150_000])
    #expect(try Self.items(ledger, on: "2026-01-10").map(\.open) == [500_000, 300_000])
  }

  @Test func aMarkComesBeforeTheName() throws {
    let ledger = try Self.book()
    _ = try Self.take(ledger, 500_000, "Ani", "2026-01-05", "Biaya akta #A-1")
    _ = try Self.take(ledger, 700_000, "Ani", "2026-01-06", "Biaya akta #A-2")
    try Self.give(ledger, 700_000, "Notaris", "2026-02-10", "Lunas #a-2")
    let left = try Self.items(ledger, on: "2026-02-28")
    #expect(left.map(\.open) == [500_000] && left.map(\.about) == ["#A-1"])
    #expect(left.map(\.days) == [54] && left.map(\.age) == [.second])
  }

  @Test func whatALoanHoldsBackIsAboutItsBorrower() throws {
    let book = try LoanBook()
    try book.change("menurun") { terms in
      terms.fees = [
        LoanFee(
          code: "notaris", charge: .fixed(250_000), target: .account(Self.account))
      ]
    }
    _ = try book.lend("menurun", 12_000_000, to: "0001", on: "2026-01-05")
    _ = try book.lend("menurun", 12_000_000, to: "0002", on: "2026-01-25")
    try Self.give(book.ledger, 250_000, "Notaris", "2026-01-30")
    let left = try Self.items(book.ledger, on: "2026-01-31")
    #expect(left.map(\.about) == ["0001 Anggota 0001", "0002 Anggota 0002", "Notaris"])
    // A payment about nobody in particular settles the oldest.
    _ = try book.ledger.post(
      ManualEntry(
        on: day("2026-01-31"),
        legs: [
          .init(account: Self.account, amount: 300_000),
          .init(account: AccountCode("1-1000"), amount: -300_000),
        ]))
    #expect(try Self.items(book.ledger, on: "2026-01-31").map(\.open) == [200_000, -250_000])
  }

  @Test func whatWasReversedNeverWas() throws {
    let ledger = try Self.book()
    let taken = try Self.take(ledger, 500_000, "Ani", "2026-01-05")
    _ = try ledger.reverse(taken.entry, on: day("2026-01-09"))
    #expect(try Self.items(ledger, on: "2026-01-31").isEmpty)
    #expect(try Self.items(ledger, on: "2026-01-08").map(\.open) == [500_000])
  }

  @Test func monthEndsFindWhatIsOlderThanThirtyDays() throws {
    let ledger = try Self.book()
    _ = try Self.take(ledger, 500_000, "Ani", "2026-01-05")
    #expect(
      try ledger.runMonthEnd(month("2026-01")).findings.allSatisfy { $0.kind != .transitOpen })
    _ = try Self.take(ledger, 40_000, "Budi", "2026-02-20")
    let preview = try ledger.previewMonthEnd(month("2026-02"))
    let found = try #require(preview.findings.first { $0.kind == .transitOpen })
    #expect(found.count == 1 && found.amount == 500_000)
    #expect(found.places.map(\.english) == ["2-1600: 0–30 Rp40.000; 31–60 Rp500.000"])
    let report = try ledger.runMonthEnd(month("2026-02"))
    #expect(report.findings.contains { $0.kind == .transitOpen && $0.amount == 500_000 })
    #expect(try ledger.verify().isOK)
  }

  /// Random movements: what is open is what the ledger holds, whoever it is about; nobody has items
  /// on both sides; and what is about nobody leaves nothing on the other side.
  @Test(arguments: 1...12) func whatIsOpenIsWhatTheLedgerHolds(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = try Self.book()
    let names = ["Ani", "Budi", "Cici"]
    for _ in 0..<60 {
      let amount = try Rupiah(rupiah: Int64.random(in: 1...9, using: &random) * 10_000)
      let name = names.randomElement(using: &random) ?? "Ani"
      let date = try day("2026-01-01").adding(days: Int.random(in: 0...29, using: &random))
      let sign: Int64 = Bool.random(using: &random) ? 1 : -1
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        _ = try ledger.post(
          ManualEntry(
            on: date,
            legs: [
              .init(account: Self.account, amount: Rupiah(sen: sign * amount.sen)),
              .init(account: AccountCode("1-1000"), amount: Rupiah(sen: -sign * amount.sen)),
            ]))
      case 1, 2: try Self.give(ledger, amount, name, date.description)
      default: _ = try Self.take(ledger, amount, name, date.description)
      }
    }
    for offset in [3, 12, 29] {
      let date = try day("2026-01-01").adding(days: offset)
      let held = try ledger.trialBalance(asOf: date).rows.first { $0.code == Self.account }
      let items = try Self.items(ledger, on: date.description)
      let open = try items.map(\.open).sum()
      let credit = (held?.credit.sen ?? 0) - (held?.debit.sen ?? 0)
      #expect(open.sen == credit, "seed \(seed) \(date)")
      for name in names {
        let own = items.filter { $0.about == name }.map(\.open.isNegative)
        #expect(Set(own).count < 2, "seed \(seed) \(date) \(name)")
      }
      let nobody = items.filter { $0.about == nil }.map(\.open.isNegative)
      if let side = nobody.first {
        #expect(items.allSatisfy { $0.open.isNegative == side }, "seed \(seed) \(date)")
      }
      #expect(items.allSatisfy { abs($0.open.sen) <= abs($0.amount.sen) })
      #expect(items.map(\.date) == items.map(\.date).sorted())
    }
  }
}
