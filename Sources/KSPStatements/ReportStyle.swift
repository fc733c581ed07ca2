/// How reports are written: format, language, and the name that heads them.
public struct ReportStyle: Sendable {
  /// Text, CSV or JSON.
  public var format: OutputFormat
  /// The language of labels and names.
  public var language: Language
  /// The cooperative's name, at the head of texts; left out when empty.
  public var cooperative: String

  /// A style; Indonesian text is the default.
  public init(
    _ format: OutputFormat = .text, language: Language = .indonesian, cooperative: String = ""
  ) {
    self.format = format
    self.language = language
    self.cooperative = cooperative
  }

  /// The words in the style's language.
  public var words: Wording { Wording(language) }

  /// Writes the name of the cooperative and the title of a text report.
  func heading(_ title: String, into output: inout TextOutput) {
    if !cooperative.isEmpty { output.line(TextTable.oneLine(cooperative)) }
    output.line(title)
    output.newline()
  }

  /// Writes `label : value` with the labels in one column and long values on several lines.
  package func labelled(
    _ label: String, _ value: String, width: Int = 16, into output: inout TextOutput
  ) {
    TextTable.fit(label, width: width, isRight: false, into: &output)
    output.append(":")
    var column = width + 1
    for word in TextTable.oneLine(value).split(separator: " ", omittingEmptySubsequences: false) {
      // A long text, such as an amount in words, goes on below its own beginning.
      if column + 1 + word.count > TextTable.pageWidth, column > width + 1 {
        output.newline()
        output.repeat(UInt8(ascii: " "), width + 1)
        column = width + 1
      }
      output.append(" ")
      output.append(word)
      column += 1 + word.count
    }
    output.newline()
  }
}
