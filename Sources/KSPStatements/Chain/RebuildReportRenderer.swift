/// Writes what was carried into a new book, and what was not.
public struct RebuildReportRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the counts, then by name what was corrected, computed again and left behind.
  public func render(_ document: RebuildReport, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ report: RebuildReport) -> Report {
    let words = style.words
    var blocks: [Report.Block] = [
      .fields(
        Report.Field(words("Peristiwa", "Events"), String(report.events)),
        Report.Field(words.entries, String(report.entries)),
        Report.Field(words.legs, String(report.postings)),
        Report.Field(words("Bukti bulan", "Evidence"), String(report.evidence)),
        Report.Field(words("Dihitung ulang", "Recomputed"), String(report.recomputed.count)),
        Report.Field(words("Data pribadi", "Personal data"), String(report.personalValues)),
        Report.Field(words("Sudah dihapus", "Erased before"), String(report.erased)),
        Report.Field(words.headHash, report.verification.headHash), width: 16)
    ]
    blocks += list(
      words("Dihitung ulang dari jurnal", "Computed again from the journal"), report.recomputed)
    blocks += list(
      words("Dibetulkan menurut rantai", "Corrected after the chain"), report.corrected)
    if !report.lost.isEmpty {
      blocks.append(.heading(words("TIDAK IKUT", "LEFT BEHIND")))
      blocks += report.lost.map { .note("\($0.name): \(words($0.reason))") }
    }
    let failed = report.verification.checks.filter { $0.count > 0 }
    blocks += list(
      words("Pemeriksaan buku baru yang gagal", "Checks of the new book that failed"),
      failed.map { "\($0.name): \($0.first ?? "")" })
    blocks.append(.verdict(verdict(report)))
    return Report(title: words("BUKU DIBANGUN ULANG", "BOOK REBUILT"), blocks: blocks)
  }

  private func list(_ title: String, _ names: [String]) -> [Report.Block] {
    names.isEmpty ? [] : [.heading(title)] + names.map { .note($0) }
  }

  private func verdict(_ report: RebuildReport) -> String {
    report.isComplete
      ? style.words(
        "Semuanya ikut, dan buku baru lulus pemeriksaan.",
        "Everything was carried, and the new book is proven.")
      : style.words(
        "TIDAK SEMUANYA IKUT: bandingkan dengan cadangan sebelum membukukan lagi.",
        "NOT EVERYTHING WAS CARRIED: compare with a backup before you post again.")
  }

  private func csv(_ report: RebuildReport, into output: inout TextOutput) {
    CSVWriter.header(["outcome", "name", "reason"], into: &output)
    for name in report.recomputed {
      CSVWriter.row([.text("recomputed"), .text(name), .text("")], into: &output)
    }
    for name in report.corrected {
      CSVWriter.row([.text("corrected"), .text(name), .text("")], into: &output)
    }
    for lost in report.lost {
      CSVWriter.row(
        [.text("lost"), .text(lost.name), .text(style.words(lost.reason))], into: &output)
    }
  }

  private func json(_ report: RebuildReport, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.rebuild/1")
      json.field("complete", report.isComplete)
      json.field("events", report.events)
      json.field("entries", report.entries)
      json.field("postings", report.postings)
      json.field("evidence", report.evidence)
      json.field("personalValues", report.personalValues)
      json.field("erased", report.erased)
      json.field("headHash", report.verification.headHash)
      json.array("recomputed") { json in
        for name in report.recomputed { json.object { $0.field("name", name) } }
      }
      json.array("corrected") { json in
        for name in report.corrected { json.object { $0.field("name", name) } }
      }
      json.array("lost") { json in
        for lost in report.lost {
          json.object { json in
            json.field("name", lost.name)
            json.field("reason", style.words(lost.reason))
          }
        }
      }
    }
  }
}
