/// Writes an error for people: where, what, and what to do next.
///
/// ```text
/// setoran.csv:3:12: Salah: “1,500” bukan jumlah rupiah yang jelas.
///   2026-01-05,SUK-0001,"1,500"
///              ^
/// petunjuk: Tulis 1500 atau 1.500.
/// ```
public struct ErrorText: Sendable {
  /// The number of single errors that are shown.
  public static let shownDetails = 20

  private let words: Wording
  private let typed: RemedyWords?

  /// A renderer for a language; `typed` says what readers do for a remedy.
  ///
  /// Without it the advice stands by itself, for programs that show a remedy in another way.
  public init(_ language: Language = .indonesian, typed: RemedyWords? = nil) {
    self.words = Wording(language)
    self.typed = typed
  }

  /// Writes an error with its single errors, at most ``shownDetails`` of them.
  public func render(_ error: LedgerError, into output: inout TextOutput) {
    renderProblem(error, into: &output)
    renderAdvice(error, into: &output)
  }

  /// Writes what is wrong and where, with the single errors and what to do about each.
  ///
  /// `isTyped` says that what somebody typed is wrong; what stands in a file is so anyway.
  public func renderProblem(
    _ error: LedgerError, isTyped: Bool = false, into output: inout TextOutput
  ) {
    let isTyped = isTyped || error.place != nil
    if let place = error.place {
      output.append("\(TextTable.oneLine(place.file)):\(place.line):\(place.column): ")
    }
    output.line(
      "\(words.error(isTyped: isTyped)): \(TextTable.oneLine(words(error.message)))")
    if let place = error.place, !place.excerpt.isEmpty { excerpt(place, into: &output) }
    for detail in error.details.prefix(ErrorText.shownDetails) { render(detail, into: &output) }
    if error.details.count > ErrorText.shownDetails {
      output.line(words.andMore(error.details.count - ErrorText.shownDetails))
    }
  }

  /// Writes what to do next: the advice, and what readers type for its remedies.
  public func renderAdvice(_ error: LedgerError, into output: inout TextOutput) {
    let advice = "\(words.hint): \(words(error.advice))"
    for line in LedAdvice(advice, error.remedies, in: words.language, typed: typed).lines {
      output.line(TextTable.oneLine(line))
    }
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
