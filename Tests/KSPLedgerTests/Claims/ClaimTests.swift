import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Payroll as a claim: a list is sent, what was deducted is booked, the money that arrives is set
/// against it, and who was not deducted stays open by name.
@Suite struct ClaimTests {
  let book: LoanBook
  var ledger: Ledger { book.ledger }

  init() throws {
    book = try LoanBook(TestFolder())
    for number in ["0003", "0004"] as [MemberNumber] { try ledger.join(number) }
    try ledger.setDues(20_000, from: month("2026-01"))
    _ = try book.lend("flat", 1_200_000, to: "0001")
  }

  private static let today = "2026-02-20"

  private func send() throws -> PayrollClaim {
    try ledger.sendClaim(for: month("2026-02"), on: day(Self.today), reference: "PG-02")
  }

  @Test("K8: the list asks for dues and installments, and books nothing") func sent() throws {
    let before = try ledger.status().entries
    let claim = try send()
    #expect(claim.number == 1 && claim.state == .sent && claim.held.isZero)
    #expect(claim.debtors.map(\.member) == ["0001", "0002", "0003", "0004"])
    // Two months of dues each; the borrower the installments until the end of the month too.
    #expect(claim.debtors.dropFirst().allSatisfy { $0.asked == 40_000 })
    #expect(claim.debtors[0].lines.map(\.item) == [.savings("wajib"), .loan("PJ-0001")])
    let due = try ledger.dueInstallments(in: period("2026-01-01", "2026-02-28")).debtors
    #expect(try claim.debtors[0].lines[1].asked == #require(due.first).total)
    #expect(try ledger.status().entries == before)
    // The same key once more is the same list.
    #expect(try send() == claim)
    #expect(try ledger.payerAccounts().map(\.claims.count) == [1])
  }

  @Test("What was deducted for a loan that was settled meanwhile goes into savings")
  func settledMeanwhile() throws {
    let claim = try send()
    _ = try ledger.settleLoan(loan: "PJ-0001", on: day(Self.today))
    let receipt = try ledger.deduct(.all, ofClaim: 1, on: day(Self.today), reference: "J")
    #expect(receipt.amount == claim.asked && receipt.entries.count == 1)
    let part = claim.debtors[0].lines[1].asked
    #expect(try ledger.account("SUK-0001").balance == part)
    #expect(receipt.claim.undeducted.isEmpty && receipt.claim.held == claim.asked)
    let again = try ledger.deduct(.all, ofClaim: 1, on: day(Self.today), reference: "J")
    #expect(again.isReplay && again.entries == receipt.entries)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: who was not deducted stays open by name, and the money short stays on the payer")
  func short() throws {
    let claim = try send()
    let receipt = try ledger.deduct(
      .allBut(["0003"]), ofClaim: 1, on: day(Self.today), reference: "PG-02/jawab")
    #expect(receipt.amount == (try claim.asked - 40_000))
    #expect(receipt.entries.count == 2)
    #expect(receipt.claim.state == .short)
    #expect(receipt.claim.undeducted.map(\.member) == ["0003"])
    #expect(receipt.claim.held == receipt.amount)
    let owed = try ledger.dues(asOf: day("2026-02-28")).members
    #expect(owed.map(\.member) == ["0003"] && owed.map(\.owed) == [40_000])
    _ = try ledger.receiveFromPayer(
      receipt.amount - 10_000, into: "1-1100", on: day("2026-02-25"))
    let account = try #require(try ledger.payerAccounts().first)
    #expect(account.balance == 10_000 && account.claims[0].held == 10_000)
    #expect(try passing().map(\.open) == [10_000])
    #expect(account.other.isZero && account.ahead.isZero)
    let open = try #require(try ledger.claimsOpen())
    #expect(open == BookStatus.Claims(waiting: 0, undeducted: 1, held: 10_000))
    #expect(try ledger.verify().isOK)
  }

  /// A list asks for the late fees of the day on which it was sent, as every list of that day does.
  @Test func aListAsksForTheLateFeesOfItsDay() throws {
    try book.change("flat") { $0.lateFee = try LateFeeRule(parsing: "0.1%/day:arrears") }
    let loan = try book.lend("flat", 1_200_000, to: "0002", on: "2026-01-05")
    for text in ["2026-02-10", "2026-02-20"] {
      let claim = try ledger.sendClaim(for: month("2026-02"), on: day(text))
      let line = try #require(
        claim.debtors.flatMap(\.lines).first { $0.item == .loan(loan) })
      let then = try ledger.loan(loan, asOf: day(text)).position.lateFee
      let due = try ledger.loan(loan, asOf: day("2026-02-28")).position.due.reduce(Rupiah.zero) {
        try $0 + $1.total
      }
      #expect(try then.isPositive && line.asked == due + then, "\(text)")
    }
  }

  /// What a payer owes passes through its account: open is what its lists hold, whomever it was
  /// deducted from.
  @Test func whatOnePayerOwesIsOneSum() throws {
    _ = try send()
    let receipt = try ledger.deduct(
      .allBut(["0002", "0003", "0004"]), ofClaim: 1, on: day(Self.today), reference: "PG-02/jawab")
    let both = try passing()
    #expect(both.count == 2 && both.allSatisfy { $0.about == "0001 Anggota 0001" })
    _ = try ledger.receiveFromPayer(receipt.amount, into: "1-1100", on: day("2026-02-25"))
    #expect(try passing().isEmpty)
  }

  private func passing() throws -> [TransitItem] {
    try ledger.transit(asOf: day("2026-03-31")).accounts.flatMap(\.items)
  }

  @Test func anAnswerIsBookedOnce() throws {
    _ = try send()
    let deducted = ClaimDeductions.sums(["0002": 30_000, "0003": 0])
    let first = try ledger.deduct(deducted, ofClaim: 1, on: day(Self.today), reference: "J-1")
    let again = try ledger.deduct(deducted, ofClaim: 1, on: day(Self.today), reference: "J-1")
    #expect(!first.isReplay && again.isReplay && again.entries == first.entries)
    #expect(
      refusal {
        try ledger.deduct(
          .sums(["0002": 40_000]), ofClaim: 1, on: day(Self.today), reference: "J-1")
      } == .referenceReused)
    // What is left may come later; more than that may not.
    #expect(
      refusal { try ledger.deduct(.sums(["0002": 10_001]), ofClaim: 1, on: day(Self.today)) }
        == .claimTooMuch)
    let rest = try ledger.deduct(.sums(["0002": 10_000]), ofClaim: 1, on: day(Self.today))
    #expect(rest.claim.debtors[1].open.isZero)
    #expect(
      refusal { try ledger.deduct(.sums(["0009": 1]), ofClaim: 1, on: day(Self.today)) }
        == .claimMemberNotListed)
    #expect(
      refusal { try ledger.deduct(.sums([:]), ofClaim: 1, on: day(Self.today)) }
        == .claimNothingDeducted)
    // Taken back, the line is open again, and the payer owes nothing of it.
    _ = try ledger.reverse(first.entries[0], on: day(Self.today))
    #expect(try ledger.claim(1).debtors[1].open == 30_000)
    #expect(try ledger.payerAccounts()[0].balance == 10_000)
    #expect(
      refusal { try ledger.deduct(deducted, ofClaim: 1, on: day(Self.today), reference: "J-1") }
        == .referenceReversed)
    #expect(try ledger.verify().isOK)
  }

  @Test func theListThatComesBackIsRead() throws {
    _ = try send()
    let text = """
      No. Anggota;Nama;Telepon;Untuk;Diminta;Dipotong
      0002;Anggota 0002;;wajib;40.000;40.000
      0003;Anggota 0003;;wajib;40.000;-
      0004;Anggota 0004;;wajib;40.000;15.000
      """
    let receipt = try ledger.importDeductions(
      SheetText(text, file: "kembali.csv"), ofClaim: 1, on: day(Self.today))
    #expect(receipt.amount == 55_000)
    #expect(receipt.claim.undeducted.map(\.open).dropFirst() == [40_000, 25_000])
    // Brought in once more there is nothing left to deduct.
    let error = refused {
      try ledger.importDeductions(
        SheetText(text, file: "kembali.csv"), ofClaim: 1, on: day(Self.today))
    }
    #expect(error?.details.map(\.code) == [.claimTooMuch])
  }

  @Test func theNextListTakesThePlaceOfTheOneBefore() throws {
    _ = try send()
    _ = try ledger.deduct(.allBut(["0003"]), ofClaim: 1, on: day(Self.today))
    let next = try ledger.sendClaim(for: month("2026-03"), on: day("2026-03-20"))
    #expect(try ledger.claim(1).state == .followed)
    let asked = try #require(next.debtors.first { $0.member == "0003" })
    #expect(asked.asked == 60_000)
    let closed = try ledger.closeClaim(2, reason: "salah unit", on: day("2026-03-21"))
    #expect(closed.state == .closed)
    #expect(try ledger.closeClaim(2, reason: "salah unit", on: day("2026-03-21")) == closed)
    #expect(
      refusal { try ledger.closeClaim(2, reason: "lain", on: day("2026-03-21")) } == .claimClosed)
    #expect(
      refusal { try ledger.deduct(.all, ofClaim: 2, on: day("2026-03-21")) } == .claimClosed)
    #expect(refusal { try ledger.claim(3) } == .claimUnknown)
    #expect(
      refusal { try ledger.sendClaim(to: "1-1000", for: month("2026-03"), on: day("2026-03-21")) }
        == .claimPayerUnknown)
  }

  @Test("K8: a list takes the place of another only for whom it asks again")
  func aListForOthersLeavesThoseOfTheFirst() throws {
    let first = try send()
    _ = try ledger.deduct(.allBut(["0003", "0004"]), ofClaim: 1, on: day(Self.today))
    var profile = try ledger.member("0004").member.profile
    profile.unit = "SMPN 2"
    try ledger.updateMember("0004", profile: profile)
    let second = try ledger.sendClaim(
      for: month("2026-02"), group: "SMPN 2", on: day("2026-02-21"))
    #expect(first.repeats.isEmpty && second.repeats == [1])
    #expect(second.debtors.map(\.member) == ["0004"] && second.expected == 40_000)
    let left = try ledger.claim(1)
    #expect(left.state == .short && left.undeducted.map(\.member) == ["0003"])
    // All that is open is expected once, though two lists have asked for a part of it.
    #expect(left.open == 80_000 && left.expected == 40_000)
    #expect(try ledger.payerAccounts()[0].claims.map(\.expected) == [40_000, 40_000])
    #expect(
      try ledger.claimsOpen()
        == BookStatus.Claims(waiting: 1, undeducted: 1, held: left.deducted))
    // Another month that asks nobody again is no repetition.
    let third = try ledger.sendClaim(
      for: month("2026-03"), group: "SMPN 2", on: day("2026-03-20"))
    #expect(third.repeats.isEmpty)
    #expect(try ledger.payerAccounts()[0].claims.map(\.state) == [.short, .followed, .sent])
  }

  /// What a loan does not need any more goes into savings: the money was deducted.
  /// Whatever is deducted, comes and is taken back: the receivable is what was deducted and did not
  /// come, and every line is as open as the model says.
  @Test(arguments: 0..<6) func randomDeductions(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var owed: [MemberNumber: Rupiah] = [:]
    var held = Rupiah.zero
    var answers: [(entries: [EntryNumber], amount: Rupiah, sums: [MemberNumber: Rupiah])] = []
    for date in [try day("2026-02-10"), try day("2026-03-10"), try day("2026-04-10")] {
      let claim = try ledger.sendClaim(for: date.month, on: date)
      owed = Dictionary(uniqueKeysWithValues: claim.debtors.map { ($0.member, $0.asked) })
      for _ in 0..<4 {
        var sums: [MemberNumber: Rupiah] = [:]
        for (member, open) in owed.sorted(by: { $0.key < $1.key }) where Bool.random(using: &random)
        {
          let part = Rupiah(sen: 100 * Int64.random(in: 0...(open.sen / 100), using: &random))
          if part.isPositive { sums[member] = part }
        }
        guard !sums.isEmpty else { continue }
        let receipt = try ledger.deduct(.sums(sums), ofClaim: claim.number, on: date)
        for (member, part) in sums { owed[member] = try (owed[member] ?? .zero) - part }
        try held += receipt.amount
        answers.append((receipt.entries, receipt.amount, sums))
        if Int.random(in: 0..<4, using: &random) == 0, let last = answers.popLast() {
          for entry in last.entries.reversed() { _ = try ledger.reverse(entry, on: date) }
          for (member, part) in last.sums { try owed[member]? += part }
          held = try held - last.amount
        } else if Bool.random(using: &random), held.isPositive {
          let came = Rupiah(sen: 100 * Int64.random(in: 1...(held.sen / 100), using: &random))
          _ = try ledger.receiveFromPayer(came, on: date)
          held = try held - came
        }
      }
      let account = try #require(try ledger.payerAccounts().first)
      #expect(account.balance == held)
      #expect(try account.claims.map(\.held).sum() + account.other - account.ahead == held)
      let now = try #require(account.claims.last)
      #expect(
        Dictionary(uniqueKeysWithValues: now.debtors.map { ($0.member, $0.open) }) == owed)
    }
    #expect(try ledger.verify().isOK)
  }
}
