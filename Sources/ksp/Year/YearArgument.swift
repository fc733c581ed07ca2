import ArgumentParser
import KSPCore

/// The year of the book that a command is about.
struct YearArgument: ParsableArguments {
  @Argument(
    help: .say(
      "Tahun buku, misalnya 2025.", "The year of the book, such as 2025.",
      Phrase(id: "tahun", en: "year")))
  var year: String

  func value() throws -> Int { try StatementYear.number(year) }
}
