import ArgumentParser
import KSPCore
import KSPLedger

/// The day on which balances are brought in.
struct OpeningDateOptions: ParsableArguments {
  @Option(
    name: .also("tanggal"),
    help: .say(
      "Tanggal saldo; bawaan hari sebelum bulan pertama buku.",
      "Day of the balances; default the day before the book's first month.", .date))
  var date: String?

  func day(_ ledger: Ledger) throws -> BookDate {
    try argument(date, BookDate.init(parsing:)) ?? ledger.settings.firstMonth.previous().lastDay
  }
}
