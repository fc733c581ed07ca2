/// Writes what was carried into a new book, and what was not.
public struct RebuildReportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the counts, then by name what was corrected, computed again and left behind.
  public func report(of report: RebuildReport) -> Report {
    let words = style.words
    let outcomes =
      report.recomputed.map { ("recomputed", $0, "") }
      + report.corrected.map { ("corrected", $0, "") }
      + report.lost.map { ("lost", $0.name, words($0.reason)) }
    return Report(
      "ksp.rebuild/1", title: words("BUKU DIBANGUN ULANG", "BOOK REBUILT"), data: data(report),
      rows: ReportRows(
        ["outcome", "name", "reason"], outcomes.map { [.text($0.0), .text($0.1), .text($0.2)] }),
      blocks: blocks(report))
  }

  private func blocks(_ report: RebuildReport) -> [Report.Block] {
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
        width: 16),
      // A hash has no place to be broken: it needs the room.
      .fields(Report.Field(words.headHash, report.verification.headHash), width: 12),
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
    return blocks
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

  private func data(_ report: RebuildReport) -> ReportRecord {
    [
      "complete": .flag(report.isComplete), "events": .count(report.events),
      "entries": .count(report.entries), "postings": .count(report.postings),
      "evidence": .count(report.evidence), "personalValues": .count(report.personalValues),
      "erased": .count(report.erased), "headHash": .text(report.verification.headHash),
      "recomputed": .list(report.recomputed) { ["name": .text($0)] },
      "corrected": .list(report.corrected) { ["name": .text($0)] },
      "lost": .list(report.lost) {
        ["name": .text($0.name), "reason": .text(style.words($0.reason))]
      },
    ]
  }
}
