import ArgumentParser
import KSPCore

/// Which period a statement of a year shows.
struct StatementPeriodOptions: ParsableArguments {
  @Option(
    name: .also("tahun"),
    help: .say(
      "Tahun buku; bawaan tahun jurnal terakhir.", "The year; default that of the last entry.",
      Phrase(id: "tahun", en: "year")))
  var year: String?
  @OptionGroup var range: DayRange

  /// The period that is asked for; of a year it takes the settings of the book to know its days.
  func wanted() throws -> Wanted {
    let (first, last) = try range.ends()
    guard let year else {
      guard first != nil || last != nil else { return .usual }
      guard let first, let last else {
        throw UsageProblem(
          Phrase(
            id: "Masa laporan perlu hari pertama dan terakhir.",
            en: "A period needs its first and last day."),
          advice: Phrase(
            id: "Beri --dari dan --sampai, atau --tahun.", en: "Give --from and --to, or --year."))
      }
      return .days(try argument { try BookPeriod(from: first, through: last) })
    }
    guard first == nil, last == nil else {
      throw UsageProblem(
        Phrase(
          id: "--tahun tidak bisa bersama --dari dan --sampai.",
          en: "--year does not go with --from and --to."),
        advice: Phrase(id: "Beri salah satu.", en: "Give one of them."))
    }
    return .year(try StatementYear.number(year))
  }

  enum Wanted {
    /// The year of the last entry.
    case usual
    case days(BookPeriod)
    /// The year of the book with a number.
    case year(Int)

    /// Its days in a book; nil for the usual year.
    func period(_ settings: BookSettings) throws -> BookPeriod? {
      switch self {
      case .usual: nil
      case .days(let period): period
      case .year(let number): try StatementYear.year(number, settings).period
      }
    }
  }
}

/// A year as people type it.
enum StatementYear {
  static func number(_ text: String) throws -> Int {
    guard text.count == 4, let year = Int(text) else {
      throw UsageProblem(
        Phrase(id: "“\(text)” bukan tahun.", en: "“\(text)” is no year."),
        advice: Phrase(
          id: "Tulis empat angka, misalnya 2026.", en: "Write four digits, such as 2026."))
    }
    return year
  }

  static func year(_ number: Int, _ settings: BookSettings) throws -> BookYear {
    try argument { try BookYear(number, startingIn: settings.yearStart) }
  }
}

/// How far a statement is unfolded.
struct UnfoldOptions: ParsableArguments {
  @Flag(
    name: .also("akun"),
    help: .say("Tunjukkan akun di balik setiap pos.", "Show the accounts behind each line."))
  var accounts = false
}
