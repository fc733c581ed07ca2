extension Wording {
  var lookedAtOn: String { self("Diperiksa", "Looked at") }
  var findingsAsOf: String { self("Keadaan per", "State as of") }
  var monthEndCheckTitle: String { self("PERIKSA TUTUP BULAN", "BEFORE THE MONTH END") }
  var noFindings: String { self("Tidak ada temuan.", "Nothing was found.") }
  var finding: String { self("Temuan", "Finding") }

  /// A month that may be closed.
  func monthReady(_ month: BookMonth) -> String {
    self(
      "\(self(month.name)) bisa ditutup; temuan di bawah tidak menghalangi.",
      "\(self(month.name)) can be closed; what is found below does not stand in the way.")
  }

  /// A month that has not ended.
  func monthEnds(_ day: BookDate) -> String {
    self(
      "Bulannya belum berakhir: paling cepat \(self(day.inWords)).",
      "The month has not ended: \(self(day.inWords)) at the earliest.")
  }

  /// The vouchers of a line that has several.
  func vouchersThrough(_ first: EntryNumber?, _ last: EntryNumber) -> String {
    let begin = first.map(\.description) ?? "–"
    return self("Bukti \(begin) sampai \(last).", "Vouchers \(begin) through \(last).")
  }

  /// What stands in the way of a month end.
  func monthStands(_ obstacle: LedgerError) -> String {
    self(
      "Belum bisa ditutup: \(obstacle.message.indonesian)",
      "It cannot be closed yet: \(obstacle.message.english)")
  }

  /// A line for each finding.
  func findings(_ findings: [MonthFinding]) -> ReportTable {
    ReportTable(
      findings,
      [
        .left("finding", finding, 32) { .coded($0.kind.rawValue, shown: self($0.kind.name)) },
        .right("count", quantity, 6) { .count($0.count) },
        .left("counted", "", 14) { .text(self($0.kind.counted($0.count))) },
        .right("amount", amount, 19) { .optional($0.amount) },
        .nested("places") { .texts($0.places.map { self($0) }) },
      ]
    ).remarks { index in places(of: findings[index]) }
  }

  /// The first few places of a finding; nil for none.
  private func places(of finding: MonthFinding) -> String? {
    guard !finding.places.isEmpty else { return nil }
    let shown = finding.places.prefix(5)
    let rest = finding.places.count - shown.count + finding.unnamed
    let more = rest > 0 ? self("; dan \(rest) lagi", "; and \(rest) more") : ""
    return shown.map { self($0) }.joined(separator: "; ") + more
  }
}
