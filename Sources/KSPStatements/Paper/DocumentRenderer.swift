/// Writes one kind of document in a style. Rendering reads no clock and cannot fail.
///
/// ```swift
/// let style = ReportStyle(.text, language: .indonesian, cooperative: "KSP Maju Jaya")
/// let paper = TrialBalanceRenderer(style).string(trialBalance)
/// ```
public protocol DocumentRenderer: Sendable {
  /// What is rendered.
  associatedtype Document
  /// A renderer for a style.
  init(_ style: ReportStyle)
  /// Writes the document at the end of a buffer.
  func render(_ document: Document, into output: inout TextOutput)
}

extension DocumentRenderer {
  /// The document as one string.
  public func string(_ document: Document) -> String {
    var output = TextOutput()
    render(document, into: &output)
    return output.string
  }
}
