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

/// Writes one kind of document by saying once what it consists of; text, pages, CSV and JSON
/// follow.
///
/// ```swift
/// struct HolidayPaper: ReportRenderer {
///   let style: ReportStyle
///   init(_ style: ReportStyle) { self.style = style }
///   func report(of holidays: [Holiday]) -> Report {
///     let table = ReportTable(
///       holidays,
///       [
///         .left("day", "Tanggal", 10) { .date($0.day) },
///         .left("name", "Nama", 40) { .text($0.name) },
///       ])
///     return Report(
///       "kud.holidays/1", title: "HARI LIBUR", data: ["holidays": .rows(table)],
///       rows: ReportRows(table), blocks: [.table(table)])
///   }
/// }
/// ```
public protocol ReportRenderer: DocumentRenderer {
  /// What is rendered.
  associatedtype Document
  /// The style in which it writes.
  var style: ReportStyle { get }
  /// The document in all forms.
  func report(of document: Document) -> Report
}

extension ReportRenderer {
  /// Writes the document in the form of the style.
  public func render(_ document: Document, into output: inout TextOutput) {
    style.write(report(of: document), into: &output)
  }
}
