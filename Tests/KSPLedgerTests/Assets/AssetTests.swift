import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Fixed assets in a book: bought, taken over, written off, disposed of.
@Suite struct AssetTests {
  private static let cash: AccountCode = "1-1000"

  /// A book that has money, and where it is asked for what ``motor()`` cost and lost before it.
  static func book(_ folder: TestFolder? = nil, holdingMotor: Bool = false) throws -> Ledger {
    let ledger = try makeBook(folder ?? TestFolder())
    let motor = "1-2000,8.000.000,\n1-2090,,4.133.333\n3-1300,,3.866.667\n"
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,50.000.000,\n3-1200,,50.000.000\n"
        + (holdingMotor ? motor : ""), file: "saldo", on: day("2025-12-31"))
    return ledger
  }

  private static func laptop(_ date: String = "2026-01-10") throws -> NewAsset {
    NewAsset(
      "Laptop", cost: 9_600_001, months: 48, acquiredOn: try day(date), residual: 1,
      place: "Kasir")
  }

  static func motor() throws -> NewAsset {
    NewAsset(
      "Motor", cost: 8_000_000, months: 60, acquiredOn: try day("2023-05-10"),
      takeover: .init(asOf: try day("2025-12-31"), accumulated: 4_133_333))
  }

  private static func balance(_ code: AccountCode, _ ledger: Ledger) throws -> Rupiah {
    try ledger.account(code).balance
  }

  @Test func boughtAndWrittenOffFromTheMonthAfter() throws {
    let ledger = try Self.book()
    let bought = try ledger.buyAsset(Self.laptop(), reference: "B-1")
    let (asset, receipt) = (bought.asset, bought.receipt)
    #expect(asset.number == "INV-0001" && receipt.amount == 9_600_001)
    #expect(receipt.kind == .assetPurchase && receipt.parts.first?.account == "1-2000")
    let again = try ledger.buyAsset(Self.laptop(), reference: "B-1")
    #expect(again.receipt.isReplay && again.asset == asset)
    let january = try ledger.runMonthEnd(month("2026-01"))
    #expect(january.sections.first { $0.code == "depreciation" } == nil)
    #expect(try Self.balance("5-2200", ledger) == .zero)
    let preview = try ledger.previewMonthEnd(month("2026-02"))
    let february = try ledger.runMonthEnd(month("2026-02"))
    let lines = try #require(february.sections.first { $0.code == "depreciation" }?.lines)
    #expect(lines.map(\.amount) == [200_000] && lines.map(\.count) == [1])
    #expect(
      preview.sections.first { $0.code == "depreciation" }?.lines.map(\.amount) == [200_000])
    #expect(try ledger.monthEnd(month("2026-02"))?.sections == february.sections)
    #expect(try Self.balance("5-2200", ledger) == 200_000)
    let card = try ledger.asset("INV-0001")
    #expect(card.standing.accumulated == 200_000 && card.standing.bookValue == 9_400_001)
    #expect(card.months.map(\.entry) == [try #require(lines[0].entry)])
    #expect(try ledger.asset("INV-0001", asOf: day("2026-02-27")).standing.accumulated == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func takenOverGoesOnWithWhatIsLeft() throws {
    let ledger = try Self.book(holdingMotor: true)
    let motor = try ledger.takeOverAsset(Self.motor(), reference: "M-1")
    #expect(try ledger.takeOverAsset(Self.motor(), reference: "M-1") == motor)
    var other = try Self.motor()
    other.cost = 8_100_000
    #expect(refusal { try ledger.takeOverAsset(other, reference: "M-1") } == .referenceReused)
    // 3,866,667 over the 29 months from January 2026 to May 2028.
    #expect(try ledger.asset(motor.number).plan.monthly == 133_333)
    let register = try ledger.assets(asOf: day("2026-01-15"))
    #expect(register.bookValue == 3_866_667)
    #expect(register.controls.map(\.difference) == [.zero, .zero])
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try Self.balance("5-2200", ledger) == 133_333)
    #expect(
      try ledger.assets(asOf: day("2026-01-31")).controls.map(\.difference) == [.zero, .zero])
    #expect(try ledger.verify().isOK)
  }

  @Test(arguments: [
    (1_500_000, "4-1320", -700_000), (500_000, "5-2210", 300_000), (0, "5-2210", 800_000),
    (800_000, "5-2210", 0),
  ])
  func disposedOf(_ proceeds: Int64, _ account: String, _ result: Int64) throws {
    let ledger = try Self.book()
    _ = try ledger.buyAsset(
      NewAsset("Printer", cost: 1_000_000, months: 10, acquiredOn: day("2026-01-05")))
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    let before = try Self.balance(Self.cash, ledger)
    func dispose() throws -> Receipt {
      try ledger.disposeOfAsset(
        "INV-0001", for: Rupiah(sen: proceeds * 100), on: day("2026-04-20"), reference: "L-1",
        note: EntryNote(memo: "dijual"))
    }
    let receipt = try dispose()
    #expect(try dispose().isReplay && dispose().entry == receipt.entry)
    #expect(try Self.balance(Self.cash, ledger) == before + Rupiah(sen: proceeds * 100))
    #expect(try Self.balance("1-2000", ledger) == .zero)
    #expect(try Self.balance(AccountCode(account), ledger) == Rupiah(sen: abs(result) * 100))
    #expect(try ledger.assets().assets.isEmpty)
    #expect(
      refusal {
        try ledger.disposeOfAsset(
          "INV-0001", on: day("2026-04-21"), note: EntryNote(memo: "lagi"))
      } == .assetDisposed)
    // Nothing is written off for the month in which it left.
    #expect(
      try ledger.runMonthEnd(month("2026-04")).sections.allSatisfy { $0.code != "depreciation" })
    #expect(try ledger.verify().isOK)
  }

  /// A disposal that is taken back brings the asset back, and the months it missed with it.
  @Test func whatComesBackCatchesUp() throws {
    let ledger = try Self.book()
    _ = try ledger.buyAsset(
      NewAsset("Printer", cost: 1_000_000, months: 10, acquiredOn: day("2026-01-05")))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let gone = try ledger.disposeOfAsset(
      "INV-0001", on: day("2026-02-10"), note: EntryNote(memo: "hilang"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    _ = try ledger.reverse(gone.entry, on: day("2026-03-05"))
    let march = try ledger.runMonthEnd(month("2026-03"))
    #expect(
      march.sections.first { $0.code == "depreciation" }?.lines.map(\.amount) == [200_000])
    #expect(try ledger.asset("INV-0001").standing.accumulated == 200_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func aPurchaseIsReversedWhileNothingStandsOnIt() throws {
    let ledger = try Self.book()
    let first = try ledger.buyAsset(Self.laptop())
    _ = try ledger.reverse(first.receipt.entry, on: day("2026-01-11"))
    #expect(try ledger.assets().assets.isEmpty)
    #expect(refusal { try ledger.asset("INV-0001") } == .assetUnknown)
    let second = try ledger.buyAsset(Self.laptop("2026-01-12"))
    #expect(second.asset.number == "INV-0002")
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(
      refusal { try ledger.reverse(second.receipt.entry, on: day("2026-03-01")) } == .assetInUse)
    #expect(try ledger.verify().isOK)
  }

  @Test func whatIsRefused() throws {
    let ledger = try Self.book()
    _ = try ledger.buyAsset(Self.laptop())
    var same = try Self.laptop()
    same.number = "INV-0001"
    #expect(refusal { try ledger.buyAsset(same) } == .assetExists)
    var onCash = try Self.laptop()
    onCash.account = "1-1000"
    #expect(refusal { try ledger.buyAsset(onCash) } == .accountTermsUnfit)
    var onIncome = try Self.laptop()
    onIncome.expenseAccount = "4-1000"
    #expect(refusal { try ledger.buyAsset(onIncome) } == .accountTermsUnfit)
    #expect(refusal { try ledger.buyAsset(Self.motor()) } == .dateBeforeBook)
    #expect(refusal { try ledger.takeOverAsset(Self.laptop()) } == .assetTermsUnfit)
    #expect(
      refusal {
        try ledger.disposeOfAsset("INV-0001", on: day("2026-01-20"), note: EntryNote())
      } == .assetReasonMissing)
    #expect(
      refusal {
        try ledger.disposeOfAsset(
          "INV-0009", on: day("2026-01-20"), note: EntryNote(memo: "x"))
      } == .assetUnknown)
    #expect(
      refusal {
        try ledger.disposeOfAsset(
          "INV-0001", on: day("2026-02-20"), note: EntryNote(memo: "x"))
      } == .monthEarlierOpen)
  }
}
