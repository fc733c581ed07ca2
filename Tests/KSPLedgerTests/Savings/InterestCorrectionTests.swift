import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The interest of closed months, set right by value date.
@Suite struct InterestCorrectionTests {
  private let january = "2026-01"
  private let account = "SUK-0001"

  /// A book whose sukarela earns a hundredth of its balance each month.
  private func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    let interest = InterestTerms(
      dayCount: .twelfth, tiers: [.init(from: .zero, rate: .percent("12", per: .year))])
    try ledger.setSavingsTerms(
      of: "sukarela", SavingsTerms(effectiveFrom: month(january), interest: interest))
    try ledger.join("0001")
    return ledger
  }

  private func balance(_ ledger: Ledger, _ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test("K3.3: too much (interest-correction-after-report)") func tooMuch() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    _ = try ledger.deposit(23_000_000, member: "0001", on: day("2026-01-01"))
    let wrong = try ledger.deposit(2_000_000, member: "0001", on: day("2026-01-01"))
    _ = try ledger.runMonthEnd(month(january))
    #expect(try ledger.withholdingSlips(month(january)).map(\.tax) == [25_000])
    _ = try ledger.reverse(wrong.entry, on: day("2026-02-01"))
    let note = EntryNote(reference: "K-1")
    var dry = try ledger.correctInterest(
      of: AccountCode(account), in: month(january), on: day("2026-02-01"), dryRun: true)
    #expect(dry.isRehearsal)
    dry.isRehearsal = false
    let correction = try ledger.correctInterest(
      of: AccountCode(account), in: month(january), on: day("2026-02-01"), note: note)
    #expect(dry == correction)
    #expect(correction.before?.gross == 250_000 && correction.after?.gross == 230_000)
    #expect(correction.difference == Rupiah(sen: -2_000_000))
    #expect(correction.tax?.withheld == Rupiah(sen: -2_500_000))
    #expect(correction.net == 5_000)
    #expect(correction.taxedIn == (try month(january)))
    let again = try ledger.correctInterest(
      of: AccountCode(account), in: month(january), on: day("2026-02-01"), note: note)
    #expect(again.isReplay && again.entry == correction.entry)
    #expect(again.difference == correction.difference && again.tax == correction.tax)
    // Once per finding.
    #expect(
      refusal {
        try ledger.correctInterest(
          of: AccountCode(account), in: month(january), on: day("2026-02-01"))
      } == .interestNothingToCorrect)
    let slip = try #require(try ledger.withholdingSlips(month(january)).first)
    #expect(slip.gross == 230_000 && slip.tax == .zero)
    #expect(slip.code == "28-417-01" && slip.isCorrection)
    #expect(try balance(ledger, "1-1340") == 25_000)
    // The open month is not reduced: 245,000 of its own are taxed whole.
    #expect(try balance(ledger, account) == 23_230_000)
    _ = try ledger.deposit(1_270_000, member: "0001", on: day("2026-02-01"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    let next = try #require(try ledger.withholdingSlips(month("2026-02")).first)
    #expect(next.gross == 245_000 && next.tax == 24_500 && !next.isCorrection)
    let explanation = try ledger.explain(AccountCode(account), month(january))
    #expect(explanation.agrees && explanation.posted?.gross == 250_000)
    #expect(explanation.corrections.map(\.right) == [230_000])
    #expect(try ledger.verify().checks.filter { $0.count > 0 }.map(\.name) == [])
  }

  @Test("K3.3: too little, by payment or by earning (interest-correction-after-report)")
  func tooLittle() throws {
    for rule in InterestTaxSettings.Month.allCases {
      let folder = try TestFolder()
      let ledger = try book(folder)
      var settings = try ledger.settings
      settings.interestTax.missedInterest = rule
      try ledger.updateSettings(settings)
      _ = try ledger.deposit(23_000_000, member: "0001", on: day("2026-01-01"))
      _ = try ledger.runMonthEnd(month(january))
      let late = try ledger.deposit(2_000_000, member: "0001", on: day("2026-02-01"))
      let valued = [late.entry: try day("2026-01-01")]
      #expect(
        refusal {
          try ledger.correctInterest(
            of: AccountCode(account), in: month(january),
            valued: [late.entry: day("2026-02-01")], on: day("2026-02-01"))
        } == .interestValueDateRefused)
      let correction = try ledger.correctInterest(
        of: AccountCode(account), in: month(january), valued: valued, on: day("2026-02-01"))
      #expect(correction.difference == 20_000)
      let held = try balance(ledger, account)
      _ = try ledger.withdraw(
        held - 22_500_000, member: "0001", on: day("2026-02-01"))
      _ = try ledger.runMonthEnd(month("2026-02"))
      let slips = try [january, "2026-02"].flatMap { try ledger.withholdingSlips(month($0)) }
      switch rule {
      case .payment:
        #expect(slips.map(\.gross) == [230_000, 245_000])
        #expect(slips.map(\.tax) == [.zero, 24_500])
      case .earned:
        #expect(slips.map(\.gross) == [250_000, 225_000])
        #expect(slips.map(\.tax) == [25_000, .zero])
        #expect(slips.map(\.isCorrection) == [true, false])
      }
      #expect(try ledger.verify().checks.filter { $0.count > 0 }.map(\.name) == [])
    }
  }

  @Test("K3.3: imported interest that is reversed later takes its tax back")
  func reversedImport() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let paid = try ledger.payInterest(300_000, member: "0001", on: day("2026-01-31"))
    _ = try ledger.deposit(100_000, member: "0001", on: day("2026-01-31"))
    _ = try ledger.runMonthEnd(month(january))
    let before = try #require(try ledger.withholdingSlips(month(january)).first)
    #expect(before.tax.isPositive)
    _ = try ledger.reverse(paid.entry, on: day("2026-02-01"))
    let correction = try ledger.correctInterest(
      of: AccountCode(account), in: month(january), on: day("2026-02-01"))
    #expect(correction.difference.isNegative)
    let slip = try #require(try ledger.withholdingSlips(month(january)).first)
    #expect(slip.isCorrection && slip.tax == .zero)
    #expect(try balance(ledger, "1-1340") == before.tax)
    #expect(try ledger.verify().checks.filter { $0.count > 0 }.map(\.name) == [])
  }

  /// Books with mistakes, corrected month by month, paid as much interest as books without them.
  @Test("K3.3: corrected books are what books without the mistake are") func twins() throws {
    var reached = (more: 0, less: 0, same: 0)
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let interest = InterestTerms(
        method: InterestTerms.Method.allCases.randomElement(using: &random) ?? .daily,
        tiers: [
          .init(from: .zero, rate: .percent("4", per: .year)),
          .init(from: 2_000_000, rate: .percent("7", per: .year)),
        ], countsPostingDay: Bool.random(using: &random))
      let terms = SavingsTerms(effectiveFrom: try month(january), interest: interest)
      let folders = [try TestFolder(), try TestFolder()]
      let books = try folders.map { try makeBook($0) }
      for ledger in books {
        try ledger.setSavingsTerms(of: "sukarela", terms)
        try ledger.join("0001")
      }
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      for _ in 0..<pick(1...4) {
        let (amount, on) = (Rupiah(sen: Int64(pick(1...30)) * 10_000_000), pick(1...31))
        for ledger in books {
          _ = try ledger.deposit(
            amount, member: "0001", on: day("2026-01-01").adding(days: on - 1))
        }
      }
      let wrongDay = try day("2026-01-01").adding(days: pick(0...30))
      let wrong = try books[1].deposit(
        Rupiah(sen: Int64(pick(1...30)) * 10_000_000), member: "0001", on: wrongDay)
      let lateDay = try day("2026-01-01").adding(days: pick(0...30))
      let lateAmount = Rupiah(sen: Int64(pick(1...30)) * 10_000_000)
      _ = try books[0].deposit(lateAmount, member: "0001", on: lateDay)
      for ledger in books { _ = try ledger.runMonthEnd(month(january)) }
      let late = try books[1].deposit(lateAmount, member: "0001", on: day("2026-02-01"))
      _ = try books[1].reverse(wrong.entry, on: day("2026-02-01"))
      let right = try books[0].explain(AccountCode(account), month(january)).posted?.gross ?? .zero
      let was = try books[1].explain(AccountCode(account), month(january)).posted?.gross ?? .zero
      let place = "seed \(seed)"
      do {
        let correction = try books[1].correctInterest(
          of: AccountCode(account), in: month(january), valued: [late.entry: lateDay],
          on: day("2026-02-01"))
        #expect(correction.after?.gross == right, "\(place)")
        #expect(try correction.difference == right - was, "\(place)")
        if correction.difference.isPositive { reached.more += 1 } else { reached.less += 1 }
      } catch let error as LedgerError where error.code == .interestNothingToCorrect {
        #expect(right == was, "\(place)")
        reached.same += 1
      }
      for ledger in books {
        _ = try ledger.runMonthEnd(month("2026-02"))
        let failed = try ledger.verify().checks.filter { $0.count > 0 }
        #expect(failed.map(\.name) == [], "\(place)")
      }
      // Less what tax does, both hold the same.
      #expect(
        try balance(books[0], "5-1000").sen - balance(books[1], "5-1000").sen <= 100_000,
        "\(place)")
    }
    #expect(reached.more > 5 && reached.less > 5, "\(reached)")
  }

  @Test("K3.3: interest to the day of leaving is a term of the product") func leaving() throws {
    for rule in SavingsTerms.LeavingInterest.allCases {
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      let interest = InterestTerms(tiers: [.init(from: .zero, rate: .percent("6", per: .year))])
      try ledger.setSavingsTerms(
        of: "sukarela",
        SavingsTerms(
          effectiveFrom: month(january), interest: interest, leavingInterest: rule))
      try ledger.join("0001")
      _ = try ledger.deposit(73_000_000, member: "0001", on: day("2026-01-01"))
      let note = EntryNote(reference: "KELUAR-1")
      let left = try ledger.endMembership(of: "0001", on: day("2026-01-26"), note: note)
      #expect(left.receipt?.deductions.map(\.amount) == (rule == .dayBefore ? [30_000] : []))
      let again = try ledger.endMembership(of: "0001", on: day("2026-01-26"), note: note)
      #expect(again.receipt?.isReplay == true && again.receipt?.entry == left.receipt?.entry)
      #expect(again.receipt?.amount == left.receipt?.amount)
      #expect(again.receipt?.deductions == left.receipt?.deductions)
      // 25 days at 12,000 are 300,000, of which a tenth is withheld.
      #expect(left.receipt?.amount == (rule == .dayBefore ? 73_270_000 : 73_000_000))
      _ = try ledger.runMonthEnd(month(january))
      #expect(
        try ledger.withholdingSlips(month(january)).map(\.tax)
          == (rule == .dayBefore ? [30_000] : []))
      #expect(try ledger.verify().checks.filter { $0.count > 0 }.map(\.name) == [])
    }
  }
}
