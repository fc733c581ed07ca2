import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Funds of an SHU are paid to people by name, with the tax that is withheld from them.
@Suite struct ShuRewardTests {
  private static func posted() throws -> ShuBook {
    let book = try ShuBook.opened()
    _ = try book.ledger.decideShu(ShuBook.decision())
    _ = try book.ledger.postShu(2025, on: day("2026-03-20"))
    return book
  }

  private func order(
    _ gross: Rupiah, fund: String = "sosial", to recipient: String = "Budi Hartono",
    rate: String = "5%"
  ) throws -> ShuReward.Order {
    ShuReward.Order(
      of: 2025, from: fund, to: recipient, gross, rate: try Share(parsing: rate))
  }

  @Test("The fund pays gross, the state is owed the tax, the rest is handed over")
  func paid() throws {
    let book = try Self.posted()
    defer { withExtendedLifetime(book) {} }
    let ledger = book.ledger
    let cash = try ledger.account("1-1000").balance
    let paid = try ledger.payShuFund(order(1_234_567), on: day("2026-03-21"), reference: "D-1")
    #expect(paid.tax == 61_728 && paid.net == 1_172_839)
    #expect(try ledger.account("2-1430").balance == 61_728)
    #expect(try cash - ledger.account("1-1000").balance == 1_172_839)
    let again = try ledger.payShuFund(order(1_234_567), on: day("2026-03-21"), reference: "D-1")
    #expect(again.isReplay && again.entry == paid.entry)
    let whole = try ledger.payShuFund(order(765_433, rate: "0%"), on: day("2026-03-22"))
    #expect(whole.tax.isZero && whole.net == 765_433)
    let rewards = try ledger.shuRewards(2025)
    #expect(rewards.funds.map(\.name) == ["sosial"] && rewards.funds[0].left.isZero)
    #expect(rewards.payments.map(\.entry) == [paid.entry, whole.entry])
    #expect(
      refusal { try ledger.payShuFund(order(1), on: day("2026-03-22")) } == .shuFundTooSmall)
    let checks = try ledger.verify().checks.filter { $0.count > 0 }
    #expect(checks.isEmpty, "\(checks)")
  }

  @Test("What the state was paid of it stands in the way of taking it back")
  func taxPaid() throws {
    let book = try Self.posted()
    defer { withExtendedLifetime(book) {} }
    let ledger = book.ledger
    let reward = try ledger.payShuFund(order(1_000_000), on: day("2026-03-21")).entry
    for number in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(number)) }
    let payment = try ledger.payTax(
      of: month("2026-03"), under: .employee, on: day("2026-04-10")
    ).entry
    let error = try #require(
      KSPTestSupport.refused { try ledger.reverse(reward, on: day("2026-04-11")) })
    #expect(error.code == .entryNotReversible)
    #expect(error.remedies == [.journal(.reverse(payment))])
    _ = try ledger.reverse(payment, on: day("2026-04-11"))
    _ = try ledger.reverse(reward, on: day("2026-04-11"))
    #expect(try ledger.verify().isOK)
  }

  @Test("What is taken back may be paid again, and the division stands meanwhile")
  func takenBack() throws {
    let book = try Self.posted()
    defer { withExtendedLifetime(book) {} }
    let ledger = book.ledger
    let entry = try ledger.payShuFund(order(2_000_000), on: day("2026-03-21")).entry
    let division = try #require(try ledger.shu(2025).posting).entry
    #expect(refusal { _ = try ledger.reverse(division, on: day("2026-03-22")) } == .shuPaid)
    let reversal = try ledger.reverse(entry, on: day("2026-03-22"))
    let rewards = try ledger.shuRewards(2025)
    #expect(rewards.payments.map(\.reversedBy) == [reversal.entry])
    #expect(rewards.funds[0].left == 2_000_000)
    #expect(try ledger.account("2-1430").balance.isZero)
    // What somebody takes from its account by hand cannot be paid any more.
    let account = rewards.funds[0].account
    _ = try ledger.post(
      ManualEntry(
        on: day("2026-03-22"),
        legs: [
          .init(account: account, amount: 1_500_000), .init(account: "1-1000", amount: -1_500_000),
        ]))
    #expect(try ledger.shuRewards(2025).funds[0].left == 500_000)
    _ = try ledger.payShuFund(order(500_000), on: day("2026-03-23"))
    #expect(try ledger.shuRewards(2025).funds[0].left == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test("The tax of a month is paid to the state as any other")
  func remitted() throws {
    let book = try Self.posted()
    defer { withExtendedLifetime(book) {} }
    let ledger = book.ledger
    _ = try ledger.payShuFund(order(1_000_000), on: day("2026-03-21"))
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    #expect(try ledger.taxDeadline()?.payBy == day("2026-04-15"))
    let receipt = try ledger.payTax(of: month("2026-03"), under: .employee, on: day("2026-04-10"))
    #expect(receipt.amount == 50_000 && receipt.balance == .zero)
    #expect(try ledger.taxDeadline() == nil)
    #expect(try ledger.verify().isOK)
  }

  @Test("A reserve, an unknown fund, a nameless recipient and a day before are refused")
  func refused() throws {
    let book = try Self.posted()
    let ledger = book.ledger
    for wrong in try [
      order(5, fund: "cadangan"), order(5, fund: "x"), order(5, to: ""), order(5, rate: "100%"),
    ] {
      #expect(refusal { try ledger.payShuFund(wrong, on: day("2026-03-21")) } == .shuRewardUnfit)
    }
    #expect(refusal { try ledger.payShuFund(order(5), on: day("2026-03-19")) } == .shuTooEarly)
    #expect(
      refusal { try ledger.payShuFund(order(0), on: day("2026-03-21")) } == .amountNotPositive)
    let fresh = try ShuBook.opened()
    defer { withExtendedLifetime(fresh) {} }
    #expect(
      refusal { try fresh.ledger.payShuFund(order(5), on: day("2026-03-21")) } == .shuNotPosted)
  }

  @Test(
    "Verify finds a payment that is not what was posted",
    arguments: [
      "UPDATE shuReward SET gross = gross - 100", "UPDATE shuReward SET tax = tax - 100",
      "UPDATE shuReward SET rateBillionths = 60000000", "DELETE FROM shuReward",
      "UPDATE shuPot SET amount = 100 WHERE line = 4",
    ])
  func broken(_ sql: String) throws {
    let book = try Self.posted()
    _ = try book.ledger.payShuFund(order(1_000_000), on: day("2026-03-21"))
    try book.ledger.close()
    try RichBook.change(DatabaseQueue(path: book.folder.file()), sql)
    #expect(try RichBook.failures(book.folder).map(\.name).contains("shu.rewards"))
  }
}
