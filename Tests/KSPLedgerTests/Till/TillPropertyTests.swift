import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Whatever goes through them: on every day the tills, the safe and the bags of collectors are
/// together the cash of the book, and every cash book closes with what its accounts hold.
@Suite struct TillPropertyTests {
  /// What the test knows of a till: what it should hold, and whether it is open.
  private struct Known {
    var balance = Rupiah.zero
    var isOpen = false
  }

  @Test("K8: tills, safe and field tills together are the cash", arguments: ["1", "2", "3", "4"])
  func cash(_ seed: String) throws {
    var random = SplitMix64(seed: UInt64(seed) ?? 0)
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let names = ["kas-1", "kas-2", "brankas", "kolektor"]
    var known: [String: Known] = [:]
    for (name, kind) in zip(names, [Till.Kind.till, .till, .safe, .field]) {
      try ledger.addTill(name, kind, keeper: name)
      known[name] = Known(isOpen: kind == .safe)
    }
    var usual = Rupiah.zero
    let first = try day("2026-01-02")
    for step in 0..<80 {
      let date = try first.adding(days: step / 4)
      let name = names[Int.random(in: 0..<names.count, using: &random)]
      var till = known[name] ?? Known()
      let amount = Rupiah(sen: Int64.random(in: 1...900, using: &random) * 10_000)
      let way = EntryNote(recordedBy: name)
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        _ = try ledger.deposit(amount, member: "0001", on: date, note: way)
        // The clerk's own till takes it where it is open; a safe takes what is named alone.
        if till.isOpen, name != "brankas" {
          try till.balance += amount
        } else {
          try usual += amount
        }
      case 2:
        let outcome = refusal {
          try ledger.deposit(
            amount, member: "0001", on: date, note: EntryNote(till: name))
        }
        #expect(outcome == (till.isOpen ? nil : .tillClosed))
        if till.isOpen { try till.balance += amount }
      case 3 where name != "brankas":
        if till.isOpen {
          let counted = try till.balance + amount
          try ledger.closeTill(name, TillClosing(.sum(counted), booksDifference: true), on: date)
          till.balance = counted
        } else {
          try ledger.openTill(name, on: date, note: way)
        }
        till.isOpen.toggle()
      case 4 where till.balance >= amount:
        _ = try ledger.moveCash(
          amount, from: ledger.cashAccount(named: name), to: ledger.cashAccount(named: "kas"),
          on: date)
        try till.balance -= amount
        try usual += amount
      default: _ = try ledger.deposit(amount, member: "0001", from: AccountCode("1-1100"), on: date)
      }
      known[name] = till
      guard step % 8 == 7 else { continue }
      let tills = try ledger.tills()
      for till in tills { #expect(till.balance == known[till.name]?.balance, "\(till.name)") }
      let day = try BookPeriod(from: date, through: date)
      let whole = try ledger.cashBook(in: day).closing
      var parts = try ledger.cashBook(in: day, accounts: [ledger.cashAccount(named: "kas")]).closing
      #expect(parts == usual)
      for till in tills {
        try parts += ledger.cashBook(in: day, accounts: [till.account]).closing
      }
      #expect(whole == parts)
      #expect(try whole == usual + tills.map(\.balance).sum())
      // The list of tills has the rest of the cash beside them, and the status counts all of it.
      let list = try ledger.tillList()
      #expect(try list.tills == tills && list.total == whole)
      #expect(list.others.map(\.balance) == (usual.isZero ? [] : [usual]))
      #expect(try ledger.status().cash == whole)
    }
    #expect(try ledger.verify().isOK)
  }
}
