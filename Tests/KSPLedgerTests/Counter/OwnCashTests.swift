import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Money in and out that is no member's, with names for its accounts.
@Suite struct OwnCashTests {
  private let folder: TestFolder
  private let ledger: Ledger
  private let office = AccountCode(stored: "5-2100")

  init() throws {
    folder = try TestFolder()
    ledger = try createBook(folder, chart: .standard())
    try ledger.join("0001")
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-05"))
  }

  @Test func anExpenseIsPaidInOneLine() throws {
    try ledger.nameAccount("Listrik", office)
    let receipt = try ledger.pay(
      350_000, to: "PLN", for: ledger.account(named: "LISTRIK"), on: day("2026-01-06"),
      reference: "BKK-1", note: EntryNote(memo: "Januari", recordedBy: "sari"))
    #expect(receipt.kind == .cashPayment && receipt.party == "PLN")
    #expect(receipt.parts.map(\.account) == [office])
    let entry = try ledger.entry(receipt.entry)
    #expect(entry.legs.map(\.account.text) == ["5-2100", "1-1000"])
    #expect(entry.legs.map(\.amount) == [350_000, -350_000])
    let book = try ledger.cashBook(in: period("2026-01-06", "2026-01-06"))
    #expect(book.lines.map(\.name) == ["PLN"] && book.closing == 650_000)
    #expect(book.lines.map(\.text.indonesian) == ["Januari"])

    // The same again is the same voucher; another name under the reference is refused.
    func again(_ party: String) throws -> Receipt {
      try ledger.pay(
        350_000, to: party, for: office, on: day("2026-01-06"), reference: "BKK-1",
        note: EntryNote(memo: "Januari", recordedBy: "sari"))
    }
    #expect(try again("PLN").isReplay)
    #expect(refusal { try again("PDAM") } == .referenceReused)

    let rent = try ledger.receive(
      250_000, from: "Kantin", for: AccountCode("4-1200"), into: AccountCode("1-1100"),
      on: day("2026-01-07"))
    #expect(rent.counterpart?.code.text == "1-1100")
    #expect(try ledger.verify().isOK)
    _ = try ledger.reverse(receipt.entry)
    #expect(try ledger.status().cash == 1_000_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func whatIsAMembersOrKeptByActsIsRefused() throws {
    func pay(_ account: String, from till: String? = nil) throws {
      _ = try ledger.pay(
        1_000, to: "PLN", for: AccountCode(account), from: till.map { try AccountCode($0) },
        on: day("2026-01-06"))
    }
    #expect(refusal { try pay("SUK-0001") } == .accountOwnAct)
    #expect(refusal { try pay("5-1000") } == .accountOwnAct)
    // Tax, interest set aside or paid ahead, what leavers have yet to take, what assets lost.
    for code in ["2-1400", "2-1410", "1-1330", "2-1300", "1-1420", "2-1550", "1-2090", "1-1290"] {
      #expect(refusal { try pay(code) } == .accountOwnAct, "\(code)")
      #expect(
        refusal {
          _ = try ledger.receive(
            1_000, from: "PLN", for: AccountCode(code), on: day("2026-01-06"))
        } == .accountOwnAct, "\(code)")
    }
    #expect(refusal { try pay("5-0000") } == .accountNotPostable)
    #expect(refusal { try pay("9-9999") } == .accountUnknown)
    #expect(refusal { try pay("5-2100", from: "4-1200") } == .accountTermsUnfit)
    #expect(refusal { try pay("1-1000") } == .accountTermsUnfit)
    #expect(
      refusal { _ = try ledger.pay(9_000_000, to: "PLN", for: office, on: day("2026-01-06")) }
        == .cashBelowZero)
    #expect(
      refusal { _ = try ledger.pay(0, to: "PLN", for: office, on: day("2026-01-06")) }
        == .amountNotPositive)
    #expect(
      refusal { _ = try ledger.pay(1, to: " ", for: office, on: day("2026-01-06")) }
        == .noteUnacceptable)
  }

  /// What a treasurer takes in for somebody else goes out to them, and no more than that unnoticed.
  @Test func whatPassesThroughIsTakenInAndPaidOut() throws {
    let transit = try ledger.account(named: "titipan")
    #expect(transit == "2-1600")
    func pay(_ amount: Rupiah, to party: String, memo: String? = nil) throws -> Receipt {
      try ledger.pay(
        amount, to: party, for: transit, on: day("2026-01-07"), note: EntryNote(memo: memo))
    }
    for (party, amount) in [("Notaris Ani", 500_000), ("Asuransi", 80_000)] as [(String, Rupiah)] {
      let receipt = try ledger.receive(amount, from: party, for: transit, on: day("2026-01-06"))
      #expect(receipt.warnings.isEmpty)
    }
    #expect(try ledger.account(transit).balance == 580_000)
    #expect(try pay(300_000, to: "Notaris Ani").warnings.isEmpty)
    let open = try ledger.transit(asOf: day("2026-01-31")).accounts
    #expect(open.flatMap(\.items).map(\.open) == [200_000, 80_000])
    // Not what is held for somebody else.
    let beyond = try pay(250_000, to: "Notaris Ani")
    #expect(beyond.warnings.map(\.code) == [.transitBeyond])
    #expect(beyond.warnings.first?.message.english.contains("50.000") == true)
    #expect(try pay(80_000, to: "asuransi").warnings.isEmpty)
    #expect(try ledger.account(transit).balance == -50_000)
    _ = try ledger.reverse(beyond.entry)
    #expect(try ledger.account(transit).balance == 200_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func namesAreKeptChangedAndTakenAway() throws {
    try ledger.nameAccount("listrik  kantor", office)
    #expect(try ledger.accountNames().map(\.name) == ["listrik kantor"])
    #expect(try ledger.account(named: "Listrik Kantor") == office)
    #expect(try ledger.account(named: "5-2100") == office)
    try ledger.nameAccount("listrik kantor", AccountCode("5-3000"))
    #expect(try ledger.account(named: "listrik kantor").text == "5-3000")
    let unknown = refused { try ledger.account(named: "air") }
    #expect(unknown?.code == .accountNameUnknown)
    #expect(unknown?.advice.english.contains("listrik kantor") == true)
    #expect(refusal { try ledger.nameAccount("5-2100", office) } == .accountTermsUnfit)
    #expect(refusal { try ledger.nameAccount("siti", AccountCode("SUK-0001")) } == .accountOwnAct)
    #expect(refusal { try ledger.nameAccount("air", nil) } == .accountNameUnknown)
    try ledger.nameAccount("listrik kantor", nil)
    #expect(try ledger.accountNames().isEmpty)
    #expect(try ledger.verify().isOK)
  }
}
