import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport

extension RefusalCase {
  /// An SHU that cannot be decided, divided or paid.
  static let shu: [RefusalCase] = [
    RefusalCase("shu.rewardUnfit") { _ in try reward(5, "x") },
    RefusalCase("shu.fundTooSmall") { _ in try reward(900_000_000, "sosial") },
    RefusalCase("shu.decisionUnfit") { _ in
      _ = try ShuDecision(
        year: 2025, on: day("2026-03-20"), number: "1", plan: ShuBook.plan(), accounts: [:])
    },
    RefusalCase("shu.decisionUnfit") { _ in _ = try ShuBook.plan(restFund: "pesta") },
    RefusalCase("shu.decisionUnfit") { _ in _ = try ShuBook.plan(step: Rupiah(sen: 1)) },
    RefusalCase("shu.decisionUnfit") { _ in
      let plan = try ShuBook.plan()
      _ = try ShuDecision(
        year: 2025, on: day("2026-03-20"), number: "1", plan: plan,
        accounts: ["cadangan": "3-2000", "sosial": "2-1520"], claimMonths: 0)
    },
    RefusalCase("shu.basesUnfit") { _ in
      let book = try ShuBook.opened()
      _ = try book.ledger.simulateShu(2025, by: ShuBook.plan(), among: [])
    },
    RefusalCase("shu.notDecided") { _ = try $0.ledger.shu(2025) },
    RefusalCase("shu.notPosted") {
      try $0.ledger.payShu(2025, into: .cash(nil), on: day("2026-02-21"))
    },
    RefusalCase("shu.roleMissing") { _ in
      let book = try ShuBook.opened()
      try book.ledger.releaseRole(.shuPayable, from: "2-1500")
      try book.ledger.decideShu(ShuBook.decision())
      try book.ledger.postShu(2025, on: day("2026-03-20"))
    },
    RefusalCase("shu.posted") { _ in
      let book = try posted()
      try book.ledger.postShu(2025, on: day("2026-03-20"))
    },
    RefusalCase("shu.tooEarly") { _ in
      let book = try posted()
      try book.ledger.payShu(2025, into: .cash(nil), on: day("2026-03-19"))
    },
    RefusalCase("shu.nothingLeft") { _ in
      let book = try posted()
      for _ in 1...2 { try book.ledger.payShu(2025, into: .cash(nil), on: day("2026-03-20")) }
    },
    RefusalCase("shu.memberWithoutPart") { _ in
      let book = try posted()
      try book.ledger.payShu(2025, to: ["C"], into: .cash(nil), on: day("2026-03-20"))
    },
    RefusalCase("shu.paid") { _ in
      let book = try posted()
      let paid = try book.ledger.payShu(2025, to: ["A"], into: .cash(nil), on: day("2026-03-20"))
      let division = try book.ledger.shu(2025).posting?.entry
      _ = try book.ledger.reverse(division ?? paid.entries[0])
    },
  ]

  private static func posted() throws -> ShuBook {
    let book = try ShuBook.opened()
    try book.ledger.decideShu(ShuBook.decision())
    try book.ledger.postShu(2025, on: day("2026-03-20"))
    return book
  }

  /// A payment out of a fund of an SHU that is booked.
  private static func reward(_ gross: Rupiah, _ fund: String) throws {
    let book = try ShuBook.opened()
    try book.ledger.decideShu(ShuBook.decision())
    try book.ledger.postShu(2025, on: day("2026-03-20"))
    try book.ledger.payShuFund(
      ShuReward.Order(of: 2025, from: fund, to: "Budi", gross), on: day("2026-03-21"))
  }
}
