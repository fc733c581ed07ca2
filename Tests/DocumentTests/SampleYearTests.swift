import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The sample's year 2025 on every single day: the statements prove themselves, and say what plain
/// sums over the journal's legs come to.
@Suite struct SampleYearTests {
  /// A leg of the journal, with what is needed to add it up.
  private struct Leg {
    let entry: Int64
    let event: EntryKind
    let date: BookDate
    let account: String
    let type: AccountType
    let amount: Rupiah
  }

  private let ledger: Ledger
  private let legs: [Leg]
  /// The last voucher before the closing voucher, and before what the auditor asked for.
  private let unclosed: Int64
  private let unadjusted: Int64

  init() throws {
    ledger = try SampleYear().ledger
    var legs: [Leg] = []
    try ledger.entries { entry in
      legs += entry.legs.map {
        Leg(
          entry: entry.number.value, event: entry.kind, date: entry.bookDate,
          account: $0.account.text, type: $0.accountType, amount: $0.amount)
      }
    }
    self.legs = legs
    unclosed = try #require(legs.filter { $0.event == .yearClosing }.map(\.entry).min()) - 1
    unadjusted = try #require(legs.filter { $0.event == .yearAdjustment }.map(\.entry).min()) - 1
  }

  /// Everything of a month, and of the year's end, is in it.
  @Test func theYearHasWhatAYearHas() throws {
    let kinds = Set(legs.map(\.event))
    for kind: EntryKind in [
      .join, .deposit, .withdrawal, .leave, .disbursement, .repayment, .provision, .savingsInterest,
      .taxPayment, .depositOpening, .depositInterest, .accrual,
      .depreciation, .assetPurchase, .assetDisposal, .yearAdjustment, .yearClosing,
      .yearRatification, .shuDistribution, .shuCredit, .shuPayment, .shuForfeit,
    ] {
      #expect(kinds.contains(kind), "\(kind)")
    }
    let end = try ledger.yearEnd(2025)
    #expect(end.state == .ratified && end.shu.isPositive && end.adjustments.count == 1)
    // The auditor came after the closing voucher, while business of the new year went on.
    #expect(unclosed < unadjusted)
    let later = legs.filter { $0.entry <= unadjusted && $0.date.month.year == 2026 }
    #expect(later.contains { $0.event == .deposit } && later.contains { $0.event == .repayment })
    let shu = try ledger.shu(2025)
    #expect(shu.left.isZero && shu.paid.isPositive && shu.forfeited.isPositive)
    #expect(try ledger.verify().isOK)
  }

  @Test func everyDayProvesItself() throws {
    try walk(nil, from: "2025-01-01", through: "2026-03-31")
  }

  /// As it was known before the auditor came, and before the year was closed.
  @Test func everyDayProvesItselfAsItWasKnown() throws {
    try walk(unadjusted, from: "2025-01-01", through: "2025-12-31")
    try walk(unclosed, from: "2025-12-01", through: "2025-12-31")
  }

  /// An adjustment moves the last day of its year, and no other.
  @Test func theAdjustmentMovesTheLastDayAlone() throws {
    let known = KnowledgePoint.entry(EntryNumber(unadjusted))
    for (date, isMoved) in [("2025-12-30", false), ("2025-12-31", true)] {
      let (now, then) = (
        try ledger.balanceSheet(asOf: day(date)),
        try ledger.balanceSheet(asOf: day(date), asRecordedThrough: known)
      )
      #expect((now.sections != then.sections) == isMoved, "\(date)")
    }
    let effect = try ledger.yearEnd(2025).adjustments.map(\.effect).sum()
    let year = try BookPeriod(year: 2025)
    let (now, then) = (
      try ledger.incomeStatement(year).shu,
      try ledger.incomeStatement(year, asRecordedThrough: known).shu
    )
    #expect(try effect.isNegative && now == then + effect)
  }

  private func walk(_ known: Int64?, from first: String, through last: String) throws {
    let counted = legs.filter { $0.entry <= known ?? .max }
    let point = known.map { KnowledgePoint.entry(EntryNumber($0)) }
    let cash = Set(try ledger.chart().filter(\.marks.isCash).map(\.code.text))
    var date = try day(first)
    while try date <= day(last) {
      let start = try BookDate(year: date.month.year, month: 1, day: 1)
      let period = try BookPeriod(from: start, through: date)
      let held = counted.filter { $0.date <= date }
      let sheet = try ledger.balanceSheet(asOf: date, asRecordedThrough: point)
      let place = "\(date), known at \(known ?? -1)"
      #expect(sheet.balances, "\(place)")
      for (section, type) in zip(sheet.sections.prefix(2), [AccountType.asset, .liability]) {
        let debits = try held.filter { $0.type == type }.map(\.amount).sum()
        let sum = type == .asset ? debits : try debits.negated()
        #expect(section.total == sum, "\(place): \(type)")
      }
      // Income of the year, without what closed it.
      let result = try held.filter {
        [.income, .expense].contains($0.type) && $0.date >= start && $0.event != .yearClosing
      }.map(\.amount).sum().negated()
      #expect(
        try ledger.incomeStatement(period, asRecordedThrough: point).shu == result, "\(place)")
      let equity = try ledger.equityChanges(period, asRecordedThrough: point)
      #expect(equity.balances && equity.shu == result, "\(place)")
      let income = try ledger.incomeStatement(period, asRecordedThrough: point)
      #expect(income.agrees && income.inEquity.closing == result, "\(place)")
      #expect(sheet.controlsAgree && !sheet.controls.isEmpty, "\(place)")
      #expect(try equity.lines.map(\.closing).sum() == sheet.sections[2].total, "\(place)")
      let current = sheet.sections[2].lines.first { $0.code == "3-3000" }?.amount
      #expect((current ?? .zero) == result, "\(place)")
      let flow = try ledger.cashFlow(period, asRecordedThrough: point)
      let money = try held.filter { cash.contains($0.account) }.map(\.amount).sum()
      #expect(flow.balances && flow.facts.closing == money, "\(place)")
      try expectSubledgers(held, date, point, place)
      date = try date.adding(days: 1)
    }
  }

  /// The accounts of members and of loans add up to their control accounts.
  private func expectSubledgers(
    _ held: [Leg], _ date: BookDate, _ point: KnowledgePoint?, _ place: String
  ) throws {
    let rows = try ledger.trialBalance(asOf: date, asRecordedThrough: point).rows
    let controls = [
      "POK": "3-1000", "WAJ": "3-1100", "SUK": "2-1000", "HR-": "2-1200", "BJK": "2-1100",
    ]
    for (prefix, control) in controls {
      let sum = try held.filter { $0.account.hasPrefix(prefix) }.map(\.amount).sum()
      let row = rows.first { $0.code.text == control }
      #expect(try sum == (row.map { try $0.debit - $0.credit } ?? .zero), "\(place): \(control)")
    }
    guard point == nil else { return }
    let deposits = try ledger.termDeposits(asOf: date, includingEnded: true)
    let placed = try held.filter { $0.account.hasPrefix("BJK") }.map(\.amount).sum().negated()
    #expect(try deposits.map(\.balance).sum() == placed, "\(place)")
    #expect(deposits.allSatisfy { $0.endedOn == nil || $0.balance.isZero }, "\(place)")
    guard date.month.lastDay == date else { return }
    #expect(try ledger.loanRegister(asOf: date).agrees, "\(place)")
  }
}
