import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The book beside an oracle that shares no code with it, after every random operation.
@Suite struct ModelTests {
  /// How often each outcome must have been reached, at least.
  static let floors = [
    "interest ok": 20, "correct ok": 3, "correct interest.nothingToCorrect": 1,
    "deposit ok": 30, "deposit member.left": 1, "deposit member.notYetJoined": 1, "dry run ok": 5,
    "withdraw ok": 5, "withdraw account.overdraft": 5, "fee ok": 3, "fee account.overdraft": 1,
    "transfer ok": 3, "transfer account.overdraft": 1, "transfer account.unknown": 1,
    "manual ok": 3, "manual entry.unbalanced": 1, "reverse ok": 5,
    "reverse entry.alreadyReversed": 1, "reverse entry.reversalBefore": 1,
    "reverse entry.notReversible": 1,
    "reverse account.overdraft": 1, "replay ok": 3, "reuse reference.reused": 3,
    "closed period.closed": 3, "join ok": 5, "leave ok": 1, "leave later ok": 1, "import ok": 3,
    "merge ok": 2, "merge member.left": 1, "merge member.notMergeable": 2,
    "pay out ok": 2, "pay out leaver.tooMuch": 1, "pay out leaver.nothingOwed": 1,
    "claim ok": 3, "deduct ok": 5, "deduct claim.tooMuch": 1, "payer ok": 5,
    "import import.refused": 5, "month end ok": 5, "second run alreadyDone": 3, "reopen ok": 5,
    "tax ok": 2, "tax tax.monthOpen": 1, "tax tax.nothingOwed": 1,
    "hold ok": 2, "order ok": 5, "orders taken": 3, "withdraw account.held": 1,
    "till turned ok": 2, "till deposit ok": 2, "till deposit till.closed": 2,
  ]

  @Test func theBookFollowsTheOracle() throws {
    let seed = ProcessInfo.processInfo.environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_261_124
    print("model test: KSP_SEED=\(seed)")
    let folder = try TestFolder()
    var book = ModelBook(
      ledger: try makeBook(folder), folder: folder, random: SplitMix64(seed: seed))
    try book.ledger.addTill("kas-1")
    for number in ["M1", "M2", "M3", "M4"] {
      try book.ledger.join(MemberNumber(number))
      book.oracle.members[number] = ModelOracle.Member(joined: 1)
      book.oracle.order.append(number)
    }
    try book.ledger.setDues(Rupiah(sen: ModelOracle.due), from: month("2026-01"))
    var reached: [String: Int] = [:]
    for step in 0..<1_600 {
      let outcome = try Self.step(step, &book)
      reached[outcome, default: 0] += 1
      try Self.compare(&book, "seed \(seed), step \(step): \(outcome)")
    }
    for (outcome, count) in reached.sorted(by: { $0.key < $1.key }) {
      print("  \(outcome): \(count)")
    }
    #expect(try book.ledger.verify().isOK)
    // Another seed may reach less of what is rare.
    guard ProcessInfo.processInfo.environment["KSP_SEED"] == nil else { return }
    #expect(book.oracle.totals["2-1400", default: 0] < 0, "no interest was taxed")
    for (outcome, floor) in Self.floors {
      #expect(reached[outcome, default: 0] >= floor, "\(outcome): \(reached[outcome] ?? 0)")
    }
  }

  private static func step(_ step: Int, _ book: inout ModelBook) throws -> String {
    switch book.pick(0...99) {
    case 0..<9: try book.deposit(step)
    case 9..<10: try book.sendClaim()
    case 10..<12: try book.deduct()
    case 12..<14: try book.receiveFromPayer()
    case 14..<18: try book.payInterest()
    case 18..<22: try book.correct()
    case 22..<26: try book.deposit(step, dryRun: true)
    case 26..<34: try book.take("withdraw", isFee: false)
    case 34..<38: try book.goToTill()
    case 38..<43: try book.take("fee", isFee: true)
    case 43..<50: try book.transfer()
    case 50..<54: try book.manual()
    case 54..<64: try book.reverse()
    case 64..<70: try book.sendAgain()
    case 70..<74: try book.depositTooLate()
    case 74..<78: try book.join()
    case 78..<80: try book.leave()
    case 80..<82: try book.merge()
    case 82..<84: try book.payOut()
    case 84..<86: try book.importRows(step)
    case 86..<87: try book.hold()
    case 87..<88: try book.addOrder()
    case 88..<90: try book.runOrders()
    case 90..<93: try book.monthEnd()
    case 93..<96: try book.secondRun()
    case 96..<98: try book.payTax()
    default: try book.reopen()
    }
  }

  /// Every balance, and a statement and a trial balance of random days as known at random.
  private static func compare(_ book: inout ModelBook, _ place: String) throws {
    let (ledger, oracle) = (book.ledger, book.oracle)
    #expect(try ledger.status().entries == oracle.entries.count, "\(place)")
    var balances: [String: Int64] = [:]
    for summary in try ledger.members(includingLeft: true) {
      let left = try oracle.members[summary.member.number.text]?.left.map { try ModelBook.date($0) }
      #expect(summary.member.leftOn == left, "\(place)")
      for savings in summary.savings { balances[savings.account.text] = -savings.balance.sen }
    }
    for account in try ledger.chart() where account.isPostable && account.balance != .zero {
      let isDebit = [.asset, .expense].contains(account.type)
      balances[account.code.text] = isDebit ? account.balance.sen : -account.balance.sen
    }
    try compareSlips(book, place)
    try book.compareClaims(place)
    try book.compareTax(place)
    try book.compareDepartures(place)
    #expect(
      balances.filter { $0.value != 0 } == oracle.totals.filter { $0.value != 0 }, "\(place)")
    let known = book.pick(0...2) == 0 ? book.pick(0...oracle.entries.count) : nil
    let day = book.pick(1...365)
    try compareStatement(&book, known, day, place)
    try compareTrialBalance(book, known, day, place)
  }

  /// The slips of a closed month, as they were corrected.
  private static func compareSlips(_ book: ModelBook, _ place: String) throws {
    guard book.oracle.openMonth > 1 else { return }
    for number in Set([1, book.oracle.openMonth - 1]) {
      let month = try BookMonth(year: 2026, month: number)
      for slip in try book.ledger.withholdingSlips(month) {
        let expected = book.oracle.slips["\(number) \(slip.memberNumber)"]
        #expect(slip.gross.sen == expected?.gross, "\(place); \(slip.memberNumber) \(month)")
        #expect(slip.tax.sen == expected?.tax, "\(place); \(slip.memberNumber) \(month)")
      }
    }
  }

  private static func compareStatement(
    _ book: inout ModelBook, _ known: Int?, _ first: Int, _ place: String
  ) throws {
    let oracle = book.oracle
    guard let account = oracle.totals.keys.sorted().randomElement(using: &book.random) else {
      return
    }
    let last = first + book.pick(0...60)
    guard isThere(account, in: oracle, known) else {
      let error = refused {
        _ = try book.ledger.statement(
          of: AccountCode(account), period: BookPeriod(month("2026-01")),
          asRecordedThrough: known.map { .entry(EntryNumber(Int64($0))) })
      }
      #expect(error?.code == .accountUnknown, "\(place); \(account) known at \(known ?? -1)")
      return
    }
    let statement = try book.ledger.statement(
      of: AccountCode(account),
      period: BookPeriod(from: ModelBook.date(first), through: ModelBook.date(last)),
      asRecordedThrough: known.map { .entry(EntryNumber(Int64($0))) })
    let sign: Int64 = ["1", "5"].contains(account.prefix(1)) ? 1 : -1
    let place = "\(place); \(account) \(first)–\(last) known at \(known ?? -1)"
    let asRecordedThrough = known ?? .max
    #expect(
      statement.opening.sen == sign
        * oracle.balance(account, through: first - 1, asRecordedThrough: asRecordedThrough),
      "\(place)")
    #expect(
      statement.closing.sen == sign
        * oracle.balance(account, through: last, asRecordedThrough: asRecordedThrough),
      "\(place)")
    let lines = oracle.entries.prefix(asRecordedThrough).enumerated()
      .filter { (first...last).contains($0.element.day) }
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .flatMap { index, entry in
        entry.legs.filter { $0.account == account }.map { "\(index + 1) \($0.amount)" }
      }
    #expect(statement.lines.map { "\($0.entry.value) \($0.amount.sen)" } == lines, "\(place)")
  }

  /// Whether an account had been opened: a member's by its first leg, those of the chart at first.
  private static func isThere(_ account: String, in oracle: ModelOracle, _ known: Int?) -> Bool {
    guard let known else { return true }
    guard account.first?.isLetter == true else { return known > 0 }
    return oracle.entries.prefix(known).contains { entry in
      entry.legs.contains { $0.account == account }
    }
  }

  private static func compareTrialBalance(
    _ book: ModelBook, _ known: Int?, _ day: Int, _ place: String
  ) throws {
    var sums: [String: Int64] = [:]
    for entry in book.oracle.entries.prefix(known ?? .max) where entry.day <= day {
      for leg in entry.legs {
        sums[ModelOracle.prefixes[String(leg.account.prefix(3))] ?? leg.account, default: 0] +=
          leg.amount
      }
    }
    let balance = try book.ledger.trialBalance(
      asOf: ModelBook.date(day), asRecordedThrough: known.map { .entry(EntryNumber(Int64($0))) })
    let rows = balance.rows.map { ($0.code.text, $0.debit.sen - $0.credit.sen) }
    #expect(
      Dictionary(uniqueKeysWithValues: rows) == sums.filter { $0.value != 0 },
      "\(place); day \(day), known at \(known ?? -1)")
  }
}
