import ArgumentParser
import KSPCore

/// What members would pay and get elsewhere; an empty text takes away what was there.
struct MarketRateOptions: ParsableArguments {
  @Option(
    name: .also("pasar-pinjaman"),
    help: .say(
      "Bunga pasar untuk pinjaman, misalnya 18%/tahun.",
      "The market rate of loans, such as 18%/year.", .percent))
  var marketLoans: String?
  @Option(
    name: .also("pasar-simpanan"),
    help: .say("Bunga pasar untuk simpanan.", "The market rate of savings.", .percent))
  var marketSavings: String?
  @Option(
    name: .also("pasar-berjangka"),
    help: .say("Bunga pasar untuk berjangka.", "The market rate of term deposits.", .percent))
  var marketDeposits: String?

  /// The rates that are given, and those of before where none is.
  func rates(before: MarketRates) throws -> MarketRates {
    func rate(_ text: String?, _ before: Rate?) throws -> Rate? {
      guard let text else { return before }
      return text.isEmpty ? nil : try argument { try Rate(parsing: text) }
    }
    return MarketRates(
      loans: try rate(marketLoans, before.loans),
      savings: try rate(marketSavings, before.savings),
      deposits: try rate(marketDeposits, before.deposits))
  }
}
