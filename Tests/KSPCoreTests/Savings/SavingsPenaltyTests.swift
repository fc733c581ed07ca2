import KSPCore
import KSPTestSupport
import Testing

@Suite struct SavingsPenaltyTests {
  @Test func partOfTheBalanceWaivedOnDeath() throws {
    let vector = try Vector.named("sav-sisuka-penalty-3pct")
    let balance = try vector.input("balance")
    let penalty = try SavingsPenalty(
      on: .balance, rateBillionths: vector.rate("penaltyRate").billionths)
    let amount = try penalty.amount(balance: balance, interestPaid: .zero, onDeath: false)
    #expect(try amount == vector.expected("penalty"))
    #expect(try balance - amount == vector.expected("paidOut"))
    let onDeath = try penalty.amount(balance: balance, interestPaid: .zero, onDeath: true)
    #expect(try balance - onDeath == vector.expected("onDeath"))
  }

  @Test func partOfTheInterestReceived() throws {
    let vector = try Vector.named("sav-penalty-10pct-of-interest")
    let balance = try vector.input("balance")
    let penalty = try SavingsPenalty(
      on: .interest, rateBillionths: vector.rate("penaltyRate").billionths)
    let amount = try penalty.amount(
      balance: balance, interestPaid: vector.input("interestReceived"), onDeath: false)
    #expect(try amount == vector.expected("penalty"))
    #expect(try balance - amount == vector.expected("paidOut"))
  }

  @Test func deathWaivesOnlyWhereTheContractSaysSo() throws {
    let strict = try SavingsPenalty(
      on: .balance, rateBillionths: 30_000_000, isWaivedOnDeath: false)
    #expect(try strict.amount(balance: 100_000, interestPaid: .zero, onDeath: true) == 3_000)
  }

  @Test func neverMoreThanTheBalance() throws {
    let penalty = try SavingsPenalty(on: .interest, rateBillionths: 1_000_000_000)
    #expect(try penalty.amount(balance: 10, interestPaid: 11, onDeath: false) == 10)
  }

  @Test func roundedAsTheContractSays() throws {
    let cut = try SavingsPenalty(
      on: .balance, rateBillionths: 30_000_000, rounding: .downToRupiah)
    let near = try SavingsPenalty(on: .balance, rateBillionths: 30_000_000)
    #expect(try cut.amount(balance: 99, interestPaid: .zero, onDeath: false) == 2)
    #expect(try near.amount(balance: 99, interestPaid: .zero, onDeath: false) == 3)
  }

  @Test func refusals() throws {
    #expect(
      refusal { () throws(LedgerError) in try SavingsPenalty(on: .balance, rateBillionths: -1) }
        == .rateUnreadable)
    #expect(
      refusal { () throws(LedgerError) in
        try SavingsPenalty(on: .balance, rateBillionths: 1_000_000_001)
      } == .rateUnreadable)
    let penalty = try SavingsPenalty(on: .balance, rateBillionths: 1)
    #expect(
      refusal { () throws(LedgerError) in
        try penalty.amount(balance: -1, interestPaid: .zero, onDeath: false)
      } == .amountNotPositive)
    #expect(
      refusal { () throws(LedgerError) in
        try penalty.amount(balance: 1, interestPaid: -1, onDeath: true)
      } == .amountNotPositive)
  }
}
