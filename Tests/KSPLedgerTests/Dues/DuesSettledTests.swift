import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The slip of a payment of dues, and its copy, name the months that it settled.
@Suite struct DuesSettledTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for number in ["0001", "0002"] as [MemberNumber] { try ledger.join(number) }
  }

  private func pay(
    _ amount: Rupiah, _ date: String, for months: [String] = [], reference: String? = nil
  ) throws -> Receipt {
    try ledger.deposit(
      amount, member: "0001", product: "wajib", on: day(date), for: months.map { try month($0) },
      reference: reference)
  }

  private func months(_ dues: Receipt.Dues?) -> [String] {
    dues?.months.map { "\($0.month)=\($0.amount)\($0.isSettled ? "" : "…")" } ?? []
  }

  @Test("K8: the slip names the months, those ahead and those in part too") func theSlip() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    let first = try pay(70_000, "2026-01-10")
    #expect(
      months(first.dues)
        == ["2026-01=20000", "2026-02=20000", "2026-03=20000", "2026-04=10000…"])
    let named = try pay(40_000, "2026-01-11", for: ["2026-06", "2026-07"])
    #expect(months(named.dues) == ["2026-06=20000", "2026-07=20000"])
    // What is left of April, then what comes after it, around what was named.
    let last = try pay(50_000, "2026-01-12")
    #expect(months(last.dues) == ["2026-04=10000", "2026-05=20000", "2026-08=20000"])
    for receipt in [first, named, last] {
      #expect(try ledger.voucher(receipt.entry).dues == receipt.dues)
    }
    #expect(try ledger.deposit(50_000, member: "0001", on: day("2026-01-12")).dues == nil)
  }

  /// A copy says what its first print said, whatever was set, paid or taken back since.
  @Test func theCopySaysWhatTheSlipSaid() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    let late = try pay(40_000, "2026-02-10", reference: "W-1")
    #expect(months(late.dues) == ["2026-01=20000", "2026-02=20000"])
    let earlier = try pay(20_000, "2026-01-31")
    try ledger.setDues(50_000, from: month("2026-01"))
    try ledger.exemptFromDues("0001", from: month("2026-02"), reason: "rapat 3")
    _ = try ledger.reverse(earlier.entry, on: day("2026-02-11"))
    #expect(try ledger.voucher(late.entry).dues == late.dues)
    #expect(try ledger.voucher(earlier.entry).dues == earlier.dues)
    #expect(try pay(40_000, "2026-02-10", reference: "W-1").dues == late.dues)
  }

  @Test func arrearsTakenOverAndWhatWaits() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    try ledger.takeOverDues(
      of: "0001", DuesTakeover(.arrears(30_000), asOf: day("2025-12-31")))
    let paid = try pay(50_000, "2026-01-10")
    #expect(paid.dues?.takenOver == 30_000 && months(paid.dues) == ["2026-01=20000"])
    try ledger.setDues(.zero, from: month("2026-02"))
    let waiting = try pay(5_000, "2026-01-11")
    #expect(waiting.dues?.unused == 5_000 && months(waiting.dues) == [])
  }

  @Test func joiningSaysItToo() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    let joined = try ledger.addMember(
      NewMember(
        number: "0003", profile: MemberProfile(name: "Siti"), joinedOn: day("2026-02-05"),
        pokok: 100_000, wajib: 40_000))
    #expect(months(joined.receipt?.dues) == ["2026-02=20000", "2026-03=20000"])
  }

  /// Money need not come over the counter to pay dues.
  @Test func savingsThatAreMovedSayItToo() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    for product in ["sukarela", "pokok"] as [ProductCode] {
      _ = try ledger.deposit(100_000, member: "0001", product: product, on: day("2026-01-10"))
    }
    _ = try pay(10_000, "2026-01-10")
    let moved = try ledger.transfer(
      30_000, from: AccountCode("SUK-0001"), to: AccountCode("WAJ-0001"), on: day("2026-01-11"))
    #expect(months(moved.dues) == ["2026-01=10000", "2026-02=20000"])
    let pokok = try ledger.release(
      20_000, from: AccountCode("POK-0001"), to: AccountCode("WAJ-0001"), decision: "RAT 3",
      on: day("2026-01-12"))
    #expect(months(pokok.dues) == ["2026-03=20000"])
    for receipt in [moved, pokok] {
      #expect(try ledger.voucher(receipt.entry).dues == receipt.dues)
    }
    let back = try ledger.release(
      5_000, from: AccountCode("WAJ-0001"), to: AccountCode("SUK-0001"), decision: "RAT 3",
      on: day("2026-01-13"))
    #expect(back.dues == nil)
  }

  @Test func whatALoanHasNoRoomForSaysItToo() throws {
    let book = try LoanBook()
    try book.ledger.setDues(20_000, from: month("2026-01"))
    try book.change("flat") { $0.prepayment = .savings(product: "wajib") }
    let loan = try book.lend("flat", 12_000_000)
    let paid = try book.ledger.repay(1_230_000, loan: loan, on: day("2026-02-15"))
    #expect(paid.intoSavings == 50_000)
    #expect(
      months(paid.receipt.dues) == ["2026-01=20000", "2026-02=20000", "2026-03=10000…"])
    #expect(try book.ledger.voucher(paid.receipt.entry).dues == paid.receipt.dues)
  }

  /// Whatever is paid: the months of a slip are what the card shows more after it than before, and
  /// with arrears and what waits they are the payment.
  @Test(arguments: 0..<12) func theSlipIsWhatTheCardGained(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    try ledger.setDues(20_000, from: month("2026-01"))
    if seed % 2 == 0 {
      try ledger.takeOverDues(
        of: "0001", DuesTakeover(.arrears(35_000), asOf: day("2025-12-31")))
    }
    var count = 0
    for step in 0..<30 {
      let date = try day("2026-01-05").adding(days: step * 6)
      if step % 7 == 3 {
        try ledger.setDues(
          Rupiah(rupiah: Int64.random(in: 2...6, using: &random) * 5_000),
          from: date.month)
      }
      let before = try card(date)
      var months: [BookMonth] = []
      if Int.random(in: 0...3, using: &random) == 0 {
        let ahead = Int32.random(in: 0...3, using: &random)
        months = [try BookMonth(ordinal: date.month.ordinal + ahead)]
      }
      let amount = try Rupiah(rupiah: Int64.random(in: 1...20, using: &random) * 2_500)
      let paid = refused {
        let receipt = try ledger.deposit(
          amount, member: "0001", product: "wajib", on: date, for: months)
        let dues = try #require(receipt.dues)
        let after = try card(date)
        var gained: [BookMonth: Rupiah] = [:]
        for month in after.months {
          let had = before.months.first { $0.month == month.month }?.paid ?? .zero
          let more = try month.paid - had
          if !more.isZero { gained[month.month] = more }
          guard let said = dues.months.first(where: { $0.month == month.month }) else { continue }
          #expect(said.isSettled == month.open.isZero, "\(step): \(month.month)")
        }
        #expect(
          Dictionary(uniqueKeysWithValues: dues.months.map { ($0.month, $0.amount) }) == gained)
        #expect(try dues.takenOver == after.takeoverPaid - before.takeoverPaid)
        #expect(
          try dues.months.map(\.amount).sum() + dues.takenOver + dues.unused == amount, "\(step)")
        #expect(try ledger.voucher(receipt.entry).dues == dues)
        count += 1
      }
      if let paid { #expect([.duesMonthNotOpen, .duesTooMuch].contains(paid.code)) }
    }
    #expect(count > 15)
  }

  private func card(_ date: BookDate) throws -> DuesCard {
    try #require(try ledger.dues(of: "0001", asOf: date).cards.first)
  }
}
