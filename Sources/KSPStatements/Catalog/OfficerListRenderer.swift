/// Writes who may record in the book (daftar petugas).
public struct OfficerListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each time that somebody is or was in office.
  public func report(of officers: [Officer]) -> Report {
    let words = style.words
    let table = ReportTable(
      officers,
      [
        .left("name", words.name, 28) { .text($0.name) },
        .left("role", words("Jabatan", "Role"), 26) { .optional($0.role) },
        .left("since", words("Sejak", "Since"), 11) { .date($0.since) },
        .left("until", words("Sampai", "Until"), 11) { .optional($0.until) },
      ])
    return Report(
      "ksp.officers/1", title: words("DAFTAR PETUGAS", "OFFICERS"),
      data: ["officers": .rows(table)], rows: ReportRows(table), blocks: [.table(table)])
  }
}
