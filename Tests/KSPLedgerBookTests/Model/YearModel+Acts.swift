import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

extension YearModel {
  // MARK: - The end of a year

  mutating func closeYear() throws -> String {
    let year = year()
    let isRepeated = oracle.closed.contains(year)
    let earlier = year - 1
    var expected: LedgerError.Code?
    if !isRepeated {
      if oracle.hasOpenMonths(year) {
        expected = .yearMonthsOpen
      } else if Self.years.contains(earlier), !oracle.closed.contains(earlier) {
        expected = .yearEarlierOpen
      }
    }
    let result = oracle.shu(year)
    let preview = try expected == nil ? ledger.previewYearEnd(year) : nil
    let tried = attempt("close", expected) { _ = try $0.runYearEnd(year) }
    guard tried.isDone else { return tried.outcome }
    #expect(preview?.shu.sen == result)
    let vouchers = try read()
    guard !isRepeated else {
      #expect(vouchers.isEmpty)
      return "close again"
    }
    oracle.closed.insert(year)
    if let legs = vouchers.first { #expect(legs["3-3000", default: 0] == -result) }
    #expect(vouchers.count == (vouchers.isEmpty ? 0 : 1))
    done.append(Done(entry: nil) { _ = try $0.runYearEnd(year) })
    return tried.outcome
  }

  mutating func adjust() throws -> String {
    let (year, reference, isOfCash) = (year(), next(), chance(15))
    let (amount, isLess) = (Int64(pick(1...2_000_000)) * 100, chance(60))
    let legs = [
      ("5-2900", isLess ? amount : -amount),
      (isOfCash ? "1-1000" : "1-1290", isLess ? -amount : amount),
    ]
    var expected: LedgerError.Code?
    if oracle.hasOpenMonths(year) {
      expected = .yearMonthsOpen
    } else if oracle.ratified[year] != nil {
      expected = .yearRatified
    } else if isOfCash {
      expected = .yearAccountUnfit
    }
    let act = { (ledger: Ledger) throws in
      _ = try ledger.adjustYear(
        YearAdjustment(
          of: year,
          legs: legs.map { try .init(account: AccountCode($0.0), amount: Rupiah(sen: $0.1)) },
          document: "KAP"), reference: reference,
        note: EntryNote(memo: "Audit", recordedBy: "sari"))
    }
    // Open months stop the entry before the desk is asked: its day may be one that is open yet.
    let tried = attempt("adjust", expected, act)
    guard tried.isDone else { return tried.outcome }
    let vouchers = try read()
    var asked = [Dictionary(uniqueKeysWithValues: legs)]
    if oracle.closed.contains(year) { asked.append(["5-2900": -legs[0].1, "3-3000": legs[0].1]) }
    #expect(vouchers == asked)
    done.append(Done(entry: nil, act: act))
    return tried.outcome
  }

  /// What is found of a year after its meeting counts in the open one: with a leg of income or of
  /// equity, and with money.
  mutating func correct() throws -> String {
    let (year, date, reference) = (year(), try day(), next())
    let amount = Int64(pick(1...2_000_000)) * 100
    let legs = [(["5-2900", "4-1000", "3-2000"][pick(0...2)], amount), ("1-1000", -amount)]
    let expected: LedgerError.Code? = oracle.ratified[year] == nil ? .yearNotRatified : nil
    let act = { (ledger: Ledger) throws in
      _ = try ledger.correctYear(
        YearCorrection(
          of: year,
          legs: legs.map { try .init(account: AccountCode($0.0), amount: Rupiah(sen: $0.1)) },
          on: date, document: "Bon"), reference: reference,
        note: EntryNote(memo: "Terlambat", recordedBy: "sari"))
    }
    let tried = attempt("correct", expected, act)
    guard tried.isDone else { return tried.outcome }
    #expect(try read() == [Dictionary(uniqueKeysWithValues: legs)])
    let entry = oracle.entries.count
    #expect(try ledger.yearEnd(year).corrections.last?.entry == EntryNumber(Int64(entry)))
    done.append(Done(entry: entry, act: act))
    return tried.outcome
  }

  mutating func ratify() throws -> String {
    let year = year()
    let isLate = chance(30)
    let (date, reference) = (
      try chance(10) ? YearOracle.lastDay(year) : isLate ? meeting(after: year) : day(), next()
    )
    let decision = "RAT \(step)"
    var expected: LedgerError.Code?
    if let known = oracle.ratified[year] {
      expected = known.decision == decision ? nil : .yearRatified
    } else if oracle.hasOpenMonths(year) {
      expected = .yearMonthsOpen
    } else if !oracle.closed.contains(year) {
      expected = .yearNotClosed
    } else if Self.years.contains(year - 1), oracle.ratified[year - 1] == nil {
      expected = .yearEarlierOpen
    } else if try date <= YearOracle.lastDay(year) {
      expected = .yearMeetingTooEarly
    }
    let result = oracle.shu(year)
    let act = { (ledger: Ledger) throws in
      _ = try ledger.ratifyYear(year, on: date, decision: decision, reference: reference)
    }
    let tried = attempt("ratify", expected, act)
    guard tried.isDone else { return tried.outcome }
    #expect(try read() == (result == 0 ? [] : [["3-3000": result, "3-3100": -result]]))
    let open = oracle.openMonth
    if result != 0 { #expect(oracle.entries.last?.day == max(date, open.firstDay)) }
    oracle.ratified[year] = (date, decision, result)
    done.append(Done(entry: nil, act: act))
    return date.month < open ? "ratify late" : tried.outcome
  }

  /// A day between the end of a year and that of the open month: its month may be closed.
  private mutating func meeting(after year: Int) throws -> BookDate {
    let (first, last) = (try YearOracle.lastDay(year), oracle.openMonth.lastDay)
    return try first < last ? first.adding(days: pick(1...first.days(until: last))) : last
  }

  // MARK: - The SHU

  mutating func decide() throws -> String {
    let (year, reference) = (year(), next())
    let (capital, activity) = (Int64(pick(0...40)), Int64(pick(0...40)))
    let first = Int64(pick(0...Int(100 - capital - activity)))
    let decision = YearOracle.Decision(
      number: "RAT \(step)",
      day: try chance(8) ? YearOracle.lastDay(year) : meeting(after: year),
      capital: capital, activity: activity,
      funds: [first, 100 - capital - activity - first, 0],
      bases: ShuBaseRules(
        capital: ShuBaseRules.Capital.allCases[pick(0...2)],
        activity: ShuBaseRules.Activity.allCases[pick(0...2)],
        products: chance(30) ? ["sukarela"] : [], includesLeavers: chance(30)),
      step: [1, 1, 1, 50, 100, 1_000][pick(0...5)], hasRestFund: chance(50),
      months: pick(1...2))
    var expected: LedgerError.Code?
    if try decision.day <= YearOracle.lastDay(year) {
      expected = .yearMeetingTooEarly
    } else if oracle.divisions[year] != nil {
      expected = .shuPosted
    } else if let ratified = oracle.ratified[year], ratified.shu <= 0 {
      expected = .shuNothingToDivide
    }
    let act = { (ledger: Ledger) throws in
      _ = try ledger.decideShu(Self.decision(year, decision), reference: reference)
    }
    let tried = attempt("decide", expected, act)
    guard tried.isDone else { return tried.outcome }
    #expect(try read().isEmpty)
    oracle.decisions[year] = decision
    done.append(Done(entry: nil, act: act))
    return tried.outcome
  }

  private static func decision(
    _ year: Int, _ decision: YearOracle.Decision
  ) throws -> ShuDecision {
    let funds = zip(YearOracle.funds, decision.funds)
    return try ShuDecision(
      year: year, on: decision.day, number: decision.number,
      plan: ShuPlan(
        ShuShares(
          capital: Share(parsing: "\(decision.capital)%"),
          activity: Share(parsing: "\(decision.activity)%"),
          funds: funds.map { .init($0.0.name, try Share(parsing: "\($0.1)%")) }),
        bases: decision.bases, step: Rupiah(rupiah: decision.step),
        restFund: decision.hasRestFund ? YearOracle.funds[0].name : nil),
      accounts: Dictionary(
        uniqueKeysWithValues: funds.map { ($0.0.name, try AccountCode($0.0.account)) }),
      claimMonths: decision.months)
  }

  mutating func divide() throws -> String {
    let (year, date, reference) = (year(), try day(), next())
    var expected: LedgerError.Code?
    var division: (parts: [YearOracle.Part], legs: [String: Int64], taken: Int64)?
    if oracle.divisions[year] != nil {
      expected = .shuPosted
    } else if let decision = oracle.decisions[year] {
      if let ratified = oracle.ratified[year] {
        if ratified.shu <= 0 {
          expected = .shuNothingToDivide
        } else if date < max(ratified.day, decision.day) {
          expected = .shuTooEarly
        } else {
          division = try oracle.division(year, decision)
          if division?.taken == 0 { expected = .shuNothingToDivide }
        }
      } else {
        expected = .yearNotRatified
      }
    } else {
      expected = .shuNotDecided
    }
    let isRehearsed = chance(20)
    let act = { (ledger: Ledger) throws in
      _ = try ledger.postShu(year, on: date, reference: reference, dryRun: isRehearsed)
    }
    let tried = attempt(isRehearsed ? "rehearse" : "divide", expected, act)
    guard tried.isDone, let division else { return tried.outcome }
    let vouchers = try read()
    #expect(vouchers == (isRehearsed ? [] : [division.legs]), "step \(step)")
    guard !isRehearsed else { return tried.outcome }
    oracle.divisions[year] = YearOracle.Division(
      entry: oracle.entries.count, day: date, months: oracle.decisions[year]?.months ?? 0,
      parts: division.parts, taken: division.taken)
    done.append(Done(entry: oracle.entries.count, act: act))
    return tried.outcome
  }

  // MARK: - Paying

  /// A year, more often one that is divided.
  private mutating func divided() -> Int {
    let known = oracle.divisions.filter { !$0.value.parts.isEmpty }.keys.sorted()
    let other = year()
    return chance(20) ? other : known.randomElement(using: &random) ?? other
  }

  mutating func pay() throws -> String {
    let (year, date, reference, isCash) = (divided(), try day(), next(), chance(50))
    let owed = oracle.owed(year)
    let named = chance(60) ? oracle.members.keys.sorted().randomElement(using: &random) : nil
    var paid = owed.filter { named == nil || $0.member == named }
    var expected: LedgerError.Code?
    if let division = oracle.divisions[year] {
      let hasPart = division.parts.contains { $0.member == named }
      if date < division.day {
        expected = .shuTooEarly
      } else if named != nil, !hasPart {
        expected = .shuMemberWithoutPart
      } else {
        // Who has left gets nothing into savings: passed over where all are paid.
        let gone = paid.filter { oracle.members[$0.member]?.left != nil }
        if !isCash, named == nil { paid.removeAll { part in gone.contains { $0 == part } } }
        if paid.isEmpty {
          expected = .shuNothingLeft
        } else if !isCash, !gone.isEmpty, named != nil {
          expected = .memberLeft
        }
      }
    } else {
      expected = .shuNotPosted
    }
    let members = named.map { [MemberNumber($0)] }
    let act = { (ledger: Ledger) throws in
      _ = try ledger.payShu(
        year, to: members, into: isCash ? .cash(nil) : .savings("sukarela"), on: date,
        reference: reference)
    }
    let tried = attempt(isCash ? "pay cash" : "pay savings", expected, act)
    guard tried.isDone else { return tried.outcome }
    var legs = ["2-1500": paid.reduce(0) { $0 + $1.amount }]
    for part in paid { legs[isCash ? "1-1000" : "SUK-\(part.member)", default: 0] -= part.amount }
    #expect(try read() == [legs])
    note(paid, of: year, isForfeit: false)
    done.append(Done(entry: oracle.entries.count, act: act))
    return tried.outcome
  }

  private mutating func note(
    _ parts: [(member: String, amount: Int64)], of year: Int, isForfeit: Bool
  ) {
    oracle.payments += parts.map {
      YearOracle.Payment(
        year: year, entry: oracle.entries.count, member: $0.member, amount: $0.amount,
        isForfeit: isForfeit)
    }
  }

  mutating func forfeit() throws -> String {
    let (year, date, reference) = (divided(), try day(), next())
    let owed = oracle.owed(year)
    var expected: LedgerError.Code?
    if let division = oracle.divisions[year] {
      if try date < division.day.adding(months: division.months) {
        expected = .shuTooEarly
      } else if owed.isEmpty {
        expected = .shuNothingLeft
      }
    } else {
      expected = .shuNotPosted
    }
    let act = { (ledger: Ledger) throws in
      _ = try ledger.forfeitShu(year, to: "2-1530", on: date, reference: reference)
    }
    let tried = attempt("forfeit", expected, act)
    guard tried.isDone else { return tried.outcome }
    let total = owed.reduce(0) { $0 + $1.amount }
    #expect(try read() == [["2-1500": total, "2-1530": -total]])
    note(owed, of: year, isForfeit: true)
    done.append(Done(entry: oracle.entries.count, act: act))
    return tried.outcome
  }

  // MARK: - Undoing, and doing again

  /// Takes a payment, or a division of which nothing is paid, back.
  mutating func undo() throws -> String {
    let kinds: [EntryKind] = [.shuDistribution, .shuCredit, .shuPayment, .shuForfeit]
    let known = oracle.entries.indices.filter { kinds.contains(oracle.entries[$0].kind) }
    // What was booked last more often: a division stands long enough to be paid.
    guard let any = known.randomElement(using: &random), let last = known.last else {
      return "undo none"
    }
    let index = chance(50) ? last : any
    let (number, year) = (index + 1, oracle.divisions.first { $0.value.entry == index + 1 }?.key)
    var expected: LedgerError.Code?
    if oracle.entries[index].isReversed {
      expected = .entryAlreadyReversed
    } else if let year,
      oracle.payments.contains(where: {
        $0.year == year && !oracle.entries[$0.entry - 1].isReversed
      })
    {
      expected = .shuPaid
    } else if oracle.entries[index].legs.contains(where: { leg in
      leg.account.hasPrefix("SUK-") && oracle.members[String(leg.account.dropFirst(4))]?.left != nil
    }) {
      expected = .accountClosed
    }
    let name = year == nil ? "undo payment" : "undo division"
    let tried = attempt(name, expected) {
      _ = try $0.reverse(EntryNumber(Int64(number)))
    }
    guard tried.isDone else { return tried.outcome }
    try read()
    oracle.entries[index].isReversed = true
    if let year { oracle.divisions[year] = nil }
    return tried.outcome
  }

  /// Whatever was done before: the same again changes nothing.
  mutating func again() throws -> String {
    guard let known = done.randomElement(using: &random) else { return "again none" }
    let isGone = known.entry.map { oracle.entries[$0 - 1].isReversed } ?? false
    let before = try ledger.knowledge()
    let tried = attempt("again", isGone ? .referenceReversed : nil, known.act)
    #expect(try ledger.knowledge() == before)
    return tried.outcome
  }
}
