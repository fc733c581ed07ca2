/// Writes an error for people: where, what, and what to do next.
///
/// ```text
/// setoran.csv:3:12: galat: “1,500” bukan jumlah rupiah yang jelas.
///   2026-01-05,SUK-0001,"1,500"
///              ^
/// petunjuk: Tulis 1500 atau 1.500.
/// ```
public struct ErrorText: Sendable {
  /// The number of single errors that are shown.
  public static let shownDetails = 20

  private let words: Wording

  /// A renderer for a language.
  public init(_ language: Language = .indonesian) {
    self.words = Wording(language)
  }

  /// Writes an error with its single errors, at most ``shownDetails`` of them.
  public func render(_ error: LedgerError, into output: inout TextOutput) {
    if let place = error.place {
      output.append("\(TextTable.oneLine(place.file)):\(place.line):\(place.column): ")
    }
    output.line("\(words.error): \(TextTable.oneLine(words(error.message)))")
    if let place = error.place, !place.excerpt.isEmpty { excerpt(place, into: &output) }
    for detail in error.details.prefix(ErrorText.shownDetails) { render(detail, into: &output) }
    if error.details.count > ErrorText.shownDetails {
      output.line(words.andMore(error.details.count - ErrorText.shownDetails))
    }
    output.line("\(words.hint): \(TextTable.oneLine(words(error.advice)))")
  }

  /// The error as one string.
  public func string(_ error: LedgerError) -> String {
    var output = TextOutput()
    render(error, into: &output)
    return output.string
  }

  private func excerpt(_ place: LedgerError.Place, into output: inout TextOutput) {
    output.line("  " + TextTable.oneLine(place.excerpt))
    // A column far outside comes from a damaged file; the caret stays at the end of the line.
    let column = max(1, min(place.column, place.excerpt.count + 1))
    output.repeat(UInt8(ascii: " "), 2 + column - 1)
    output.line("^")
  }
}
