import KSPLedger
import KSPStatements
import KSPTesting

/// The code of the article *Testing*.
func testWithABook() throws {
  // snippet: clock
  let clock = FixedClock(try BookDate(parsing: "2026-03-31"))
  // snippet end

  // snippet: temporary
  let book = try TemporaryBook(
    settings: BookSettings(name: "KSP Uji", firstMonth: BookMonth(parsing: "2026-03")),
    clock: clock)
  clock.move(to: try BookDate(parsing: "2026-04-01"))
  print(try book.ledger.today())
  // snippet end

  // snippet: sample
  let sample = try SampleCooperative()
  print(try sample.ledger.account("SUK-0001").balance.formatted)
  let documents = try SampleDocuments(sample)
  let style = ReportStyle(.csv, language: .english, cooperative: "KSP Uji")
  print(ReceiptRenderer(style).string(documents.receipt).contains("100000"))
  // snippet end

  // snippet: expectations
  print(try book.ledger.verify().isOK)
  // snippet end
}
