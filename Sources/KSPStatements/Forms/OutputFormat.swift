/// The forms in which every report can be written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For people: 80 columns of plain text.
  case text
  /// For spreadsheets: RFC 4180 with a header row.
  case csv
  /// For programs: one JSON object on one line.
  case json
  /// For the printer: one self-contained file of numbered pages, without scripts or pictures.
  case html
}
