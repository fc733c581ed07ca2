package import KSPCore
package import KSPLedger
package import KSPTestSupport

/// A young book whose year 2025 ends with its first month, January 2026, with a loss of
/// Rp3.000.000, reserves of Rp5.000.000 and Rp200.000, and one member.
package struct YearBook {
  package enum Stage {
    case monthsClosed, closed, ratified
  }

  package let ledger: Ledger

  package init(
    _ stage: Stage = .monthsClosed, in folder: TestFolder? = nil, chart: ChartOfAccounts? = nil
  ) throws {
    ledger = try createBook(folder ?? TestFolder(), chart: chart)
    var settings = try ledger.settings
    settings.yearStart = .february
    try ledger.updateSettings(settings)
    try ledger.join("0001")
    try post(
      "2026-01-05", ("1-1000", 10_000_000), ("3-2000", -5_000_000), ("3-2100", -200_000),
      ("2-1600", -4_800_000))
    try post("2026-01-10", ("5-2000", 4_000_000), ("1-1000", -4_000_000))
    try post("2026-01-20", ("1-1000", 1_000_000), ("4-1000", -1_000_000))
    try end("2026-01")
    guard stage != .monthsClosed else { return }
    try ledger.runYearEnd(2025)
    if stage == .ratified { try ratify() }
  }

  package func post(_ date: String, _ legs: (String, Rupiah)...) throws {
    try Poster(ledger).post(date, legs)
  }

  package func end(_ name: String) throws { try Poster(ledger).end(name) }

  package func ratify(_ date: String = "2026-02-10", _ decision: String = "RAT 1/2026") throws {
    try ledger.ratifyYear(2025, on: day(date), decision: decision)
  }

  package func cover(
    _ parts: [String: Rupiah], on date: String = "2026-02-10", reference: String? = nil
  ) throws {
    try ledger.coverLoss(
      LossCover(
        of: 2025,
        by: parts.sorted { $0.key < $1.key }.map { try .init(AccountCode($0.key), $0.value) },
        on: day(date), decision: "RAT 2/2026"), reference: reference)
  }

  /// A bill of the year that came after its meeting: Rp450.000, on 12 February 2026.
  @discardableResult
  package static func correct(
    _ ledger: Ledger, _ year: Int = 2025, on date: String = "2026-02-12",
    against account: String = "2-1600", reference: String? = nil,
    note: EntryNote = EntryNote(memo: "Tagihan terlambat", recordedBy: "sari"),
    document: String = "PLN 1/2026", dryRun: Bool = false
  ) throws -> Receipt {
    try ledger.correctYear(
      YearCorrection(
        of: year,
        legs: [
          .init(account: "5-2000", amount: 450_000),
          .init(account: AccountCode(account), amount: -450_000),
        ], on: day(date), document: document), reference: reference, note: note, dryRun: dryRun)
  }

  /// What an auditor asks for: Rp300.000 more set aside, against an account.
  @discardableResult
  package static func adjust(
    _ ledger: Ledger, _ year: Int = 2025, _ amount: Rupiah = 300_000,
    against account: String = "1-1290", reference: String? = nil,
    note: EntryNote = EntryNote(memo: "Menurut auditor", recordedBy: "sari")
  ) throws -> Receipt {
    try ledger.adjustYear(
      YearAdjustment(
        of: year,
        legs: [
          .init(account: AccountCode("5-2900"), amount: amount),
          .init(account: AccountCode(account), amount: amount.negated()),
        ], document: "Auditor 12"), reference: reference, note: note)
  }
}
