import ArgumentParser
import KSPCore
import KSPLedger

/// A period by `--from` and `--to`, and what was known then.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: .init(
      say("Hari pertama.", "First day."), valueName: say("tanggal", "date")))
  var from: String?
  @Option(
    help: .init(
      say("Hari terakhir.", "Last day."), valueName: say("tanggal", "date")))
  var to: String?
  @OptionGroup var knowledge: KnowledgeOptions

  /// One month is the least that a statement shows: that of the end that was given, or the open one.
  func period(_ ledger: Ledger) throws -> BookPeriod {
    let (first, last) = try ends()
    let start = try first ?? last?.month.firstDay ?? ledger.status().openMonth.firstDay
    return try argument { try BookPeriod(from: start, through: last ?? start.month.lastDay) }
  }

  /// Nil when neither end was given: the whole book.
  func optionalPeriod() throws -> BookPeriod? {
    let (first, last) = try ends()
    guard first != nil || last != nil else { return nil }
    return try argument { try BookPeriod(from: first ?? .earliest, through: last ?? .latest) }
  }

  private func ends() throws -> (BookDate?, BookDate?) {
    (try argument(from, BookDate.init(parsing:)), try argument(to, BookDate.init(parsing:)))
  }
}

/// What was known when a report was printed before.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    help: .init(
      say("Seperti yang diketahui pada nomor bukti ini.", "As known at this voucher."),
      valueName: say("bukti", "voucher")))
  var knownAt: String?

  /// The last voucher that counts; nil for all.
  func known() throws -> EntryNumber? { try argument(knownAt, EntryNumber.init(parsing:)) }
}
