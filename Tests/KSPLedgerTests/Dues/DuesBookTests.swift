import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Dues of simpanan wajib in a book: what is set, paid, taken over, exempt and taken back.
@Suite struct DuesBookTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for number in ["0001", "0002"] as [MemberNumber] { try ledger.join(number) }
  }

  private func row(_ member: MemberNumber, _ asOf: String) throws -> DuesList.Row? {
    try ledger.dues(asOf: day(asOf)).members.first { $0.member == member }
  }

  private func pay(
    _ amount: Rupiah, _ member: MemberNumber, _ date: String, for months: [String] = [],
    reference: String? = nil
  ) throws -> Receipt {
    try ledger.deposit(
      amount, member: member, product: "wajib", on: day(date), for: months.map { try month($0) },
      reference: reference)
  }

  @Test("K8: vector dues-change-of-amount through the library") func changeOfAmount() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    try ledger.setDues(25_000, from: month("2026-04"))
    _ = try pay(70_000, "0001", "2026-01-10")
    _ = try pay(50_000, "0001", "2026-05-05")
    _ = try pay(65_000, "0002", "2026-01-10", for: ["2026-01", "2026-02", "2026-12"])
    let p = try #require(try row("0001", "2026-04-30"))
    #expect(p.due == 85_000 && p.paid == 70_000 && p.owed == 15_000 && p.ahead == 0)
    #expect(try p.months == [month("2026-04")])
    let later = try #require(try row("0001", "2026-05-31"))
    #expect(later.due == 110_000 && later.owed == 0 && later.ahead == 10_000)
    let q = try #require(try row("0002", "2026-04-30"))
    #expect(try q.owed == 45_000 && q.months == [month("2026-03"), month("2026-04")])
    #expect(try ledger.verify().isOK)
    #expect(try ledger.dues(asOf: day("2026-04-30")).owed == 60_000)
  }

  @Test("K8: who has not paid wajib") func whoHasNotPaid() throws {
    #expect(try ledger.dues(asOf: day("2026-03-31")).members.isEmpty)
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try pay(80_000, "0001", "2026-01-10")
    let list = try ledger.dues(asOf: day("2026-03-31"), onlyUnpaid: true)
    #expect(list.members.map(\.member) == ["0002"] && list.owed == 60_000)
    #expect(try ledger.dues(asOf: day("2026-03-31")).members.map(\.ahead) == [20_000, 0])
    #expect(refusal { try ledger.dues(asOf: day("2026-03-31"), group: "Barat") } == .groupUnknown)
    #expect(try ledger.duesOwed()?.members == 2)
  }

  @Test func aReversalTakesAPaymentAway() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    let paid = try pay(40_000, "0001", "2026-01-10", for: ["2026-01", "2026-02"])
    #expect(try row("0001", "2026-02-28") == nil)
    _ = try ledger.reverse(paid.entry, on: day("2026-02-10"))
    #expect(try row("0001", "2026-02-28")?.owed == 40_000)
    // Before it was taken back it was there.
    #expect(try row("0001", "2026-02-09") == nil)
    #expect(try ledger.verify().isOK)
  }

  @Test func whatIsTakenOutReopensNoMonth() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try pay(60_000, "0001", "2026-01-10")
    _ = try ledger.release(
      50_000, from: AccountCode("WAJ-0001"), decision: "RAT 1", on: day("2026-01-20"))
    #expect(try ledger.dues(of: "0001", asOf: day("2026-03-31")).cards[0].owed == 0)
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-31"))
    let card = try ledger.dues(of: "0001", asOf: day("2026-06-30")).cards[0]
    #expect(card.due == 0 && card.owed == 0)
    #expect(try row("0001", "2026-06-30") == nil)
  }

  @Test func joiningPays() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try ledger.addMember(
      NewMember(
        number: "0003", profile: MemberProfile(name: "Siti"), joinedOn: day("2026-02-05"),
        wajib: 20_000))
    #expect(try row("0003", "2026-02-28") == nil)
    #expect(try row("0003", "2026-03-01")?.owed == 20_000)
  }

  @Test func depositsForOtherMonthsAreOthers() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    let first = try pay(20_000, "0001", "2026-01-10", for: ["2026-02"], reference: "W-1")
    let again = try pay(20_000, "0001", "2026-01-10", for: ["2026-02"], reference: "W-1")
    #expect(again.entry == first.entry && again.isReplay)
    let other = refused {
      try pay(20_000, "0001", "2026-01-10", for: ["2026-03"], reference: "W-1")
    }
    #expect(other?.code == .referenceReused)
    #expect(
      refused { try pay(20_000, "0001", "2026-01-10", reference: "W-1") }?.code
        == .referenceReused)
    let paid = refused { try pay(20_000, "0001", "2026-01-11", for: ["2026-02"]) }
    #expect(paid?.code == .duesMonthNotOpen)
    let wrong = refused {
      try ledger.deposit(
        20_000, member: "0001", on: day("2026-01-10"), for: [month("2026-02")])
    }
    #expect(wrong?.code == .duesNotWajib)
  }

  @Test func termsOfTheProductSayItToo() throws {
    var terms = try #require(try ledger.savingsTerms(of: "wajib").last)
    terms.effectiveFrom = try month("2026-02")
    terms.monthlyDue = 25_000
    try ledger.setSavingsTerms(of: "wajib", terms)
    #expect(try row("0001", "2026-03-31")?.owed == 50_000)
    // What is set for the same month goes before; terms that leave the amount do not touch it.
    try ledger.setDues(30_000, from: month("2026-02"))
    terms.effectiveFrom = try month("2026-03")
    terms.minimumDeposit = 1_000
    try ledger.setSavingsTerms(of: "wajib", terms)
    #expect(try row("0001", "2026-03-31")?.owed == 60_000)
  }

  @Test func takenOverByImports() throws {
    try ledger.setDues(20_000, from: month("2025-01"))
    let members = """
      nomor;nama;tanggal masuk;wajib_lunas_sampai;tunggakan_wajib
      0101;Ani;1998-05-01;2025-11;
      0102;Beni;1998-05-01;;70000
      """
    _ = try ledger.importMembers(csv: members, file: "anggota.csv")
    #expect(try row("0101", "2026-01-31")?.months == [month("2025-12"), month("2026-01")])
    #expect(try row("0102", "2026-01-31")?.owed == 90_000)
    #expect(try row("0102", "2026-01-31")?.takenOver == 70_000)
    let both = refused {
      _ = try ledger.importMembers(
        csv: "nomor;nama;tanggal masuk;wajib_lunas_sampai;tunggakan_wajib\r\n"
          + "0103;Cici;1998-05-01;2025-11;5000\r\n", file: "anggota.csv")
    }
    #expect(both != nil)
    #expect(try ledger.verify().isOK)
  }

  @Test func theStatementIsReprintedAsItWasKnown() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try pay(20_000, "0001", "2026-01-10")
    let known = try ledger.knowledge()
    let january = try period("2026-01-01", "2026-02-28")
    let first = try ledger.statement(ofMember: "0001", period: january)
    #expect(first.dues.map(\.owed) == [20_000])
    try ledger.setDues(50_000, from: month("2026-02"))
    _ = try pay(20_000, "0001", "2026-02-10")
    let again = try ledger.statement(
      ofMember: "0001", period: january, asRecordedThrough: .event(known.event))
    #expect(again.dues == first.dues)
    #expect(try ledger.statement(ofMember: "0001", period: january).dues.map(\.owed) == [30_000])
  }

  /// Whatever is paid, named and taken back: what counts as paid is what the account holds, it is
  /// split into due, owed and ahead without a rest, and what members owe is what the list says.
  @Test(arguments: 0..<12) func paidIsWhatTheAccountHolds(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var posted: [EntryNumber] = []
    for step in 0..<40 {
      let date = try day("2026-01-01").adding(days: step * 8)
      switch Int.random(in: 0...9, using: &random) {
      case 0:
        try ledger.setDues(
          Rupiah(rupiah: Int64.random(in: 1...6, using: &random) * 5_000),
          for: Bool.random(using: &random) ? .everyone : .member("0001"), from: month("2026-01"))
      case 1:
        if let entry = posted.popLast() { _ = try? ledger.reverse(entry, on: date) }
      case let choice:
        let months =
          choice > 6
          ? [try BookMonth(ordinal: date.month.ordinal + Int32.random(in: 0...3, using: &random))]
          : []
        let receipt = try? ledger.deposit(
          Rupiah(rupiah: Int64.random(in: 1...20, using: &random) * 2_500),
          member: Bool.random(using: &random) ? "0001" : "0002", product: "wajib", on: date,
          for: months)
        if let receipt { posted.append(receipt.entry) }
      }
    }
    try ledger.setDues(20_000, from: month("2026-01"))
    for asOf in [try day("2026-04-30"), try day("2026-11-30"), try day("2027-06-30")] {
      var owed = Rupiah.zero
      for member in ["0001", "0002"] as [MemberNumber] {
        let card = try #require(try ledger.dues(of: member, asOf: asOf).cards.first)
        let period = try BookPeriod(from: .earliest, through: asOf)
        let held =
          try ledger.statement(ofMember: member, period: period).accounts
          .first { $0.heading.account.text.hasPrefix("WAJ") }?.closing ?? .zero
        #expect(card.paid == held)
        #expect(try card.due - card.owed + card.ahead == card.paid)
        #expect(card.months.allSatisfy { $0.paid <= $0.due })
        owed = try owed + card.owed
      }
      #expect(try ledger.dues(asOf: asOf).owed == owed)
    }
    #expect(try ledger.verify().isOK)
  }

  @Test func theMonthEndSaysWhoOwes() throws {
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try pay(40_000, "0001", "2026-01-10")
    let outlook = try ledger.monthEndOutlook()
    let report = try ledger.runMonthEnd(month("2026-01"))
    let dues = try #require(report.findings.first { $0.kind == .duesUnpaid })
    #expect(dues.count == 1 && dues.amount == 20_000 && outlook.findings == report.findings)
    // What is paid later changes nothing of what was found then.
    _ = try pay(20_000, "0002", "2026-02-10")
    #expect(dues.places.count == 1 && dues.unnamed == 0)
    let kept = try #require(try ledger.monthEnd(month("2026-01"))?.findings)
    #expect(kept.map(\.kind) == report.findings.map(\.kind))
    #expect(
      kept.filter { $0.kind == .duesUnpaid }
        == [MonthFinding(.duesUnpaid, count: 1, amount: 20_000)])
  }
}
