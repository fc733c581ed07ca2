import ArgumentParser
import KSPCore

/// The month that a command is about.
struct MonthArgument: ParsableArguments {
  @Argument(
    help: .say("Bulan, misalnya 2026-01.", "The month, such as 2026-01.", .month))
  var month: String

  func value() throws -> BookMonth { try argument(month, BookMonth.init(parsing:)) }
}
