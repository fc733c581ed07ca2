import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax slips`.
struct TaxSlipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slips",
    abstract: say(
      "Bukti potong per anggota, sebulan atau setahun.",
      "Withholding slips by member, of a month or a year."),
    discussion: say(
      """
      Sebulan: satu lembar per anggota; setahun: satu rekap per anggota.
      Contoh:
        ksp pajak bukti-potong 2026-10 -o bukti.html
        ksp pajak bukti-potong 2026 0001
      Dengan --bentuk json, rekap setahun satu objek ksp.tax-year/1 tiap baris.
      """,
      """
      Of a month: a sheet for each member; of a year: a total for each member.
      Examples:
        ksp tax slips 2026-10 -o slips.html
        ksp tax slips 2026 0001
      With --format json, each line of a year is one ksp.tax-year/1 object.
      """),
    aliases: ["bukti-potong"])

  @Argument(
    help: .say(
      "Bulan, misalnya 2026-10, atau tahun.", "A month, such as 2026-10, or a year.", .month))
  var period: String
  @Argument(help: .say("Nomor anggota; bawaan semua.", "Member number; default all.", .member))
  var member: MemberNumber?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = period.utf8.count == 4 ? Int(period) : nil
    let months = try argument {
      guard let year else {
        let month = try BookMonth(parsing: period)
        return month...month
      }
      return try BookMonth(year: year, month: 1)...BookMonth(year: year, month: 12)
    }
    try book.withBook(.readOnly) { ledger in
      let found =
        switch (report.form, year) {
        case (.csv, _), (.json, nil): try list(ledger, months)
        case (_, nil): try slips(ledger, months)
        default: try totals(ledger, months)
        }
      let open = try ledger.status().openMonth
      guard found == 0 || months.upperBound >= open else { return }
      Terminal.message(
        found == 0
          ? say("Tidak ada bukti potong.", "There are no slips.")
          : say(
            "\(open.name.indonesian) dan sesudahnya belum ditutup.",
            "\(open.name.english) and what follows is not closed."))
    }
  }

  /// One table, for programs.
  private func list(_ ledger: Ledger, _ months: ClosedRange<BookMonth>) throws -> Int {
    guard report.form == .csv else {
      return try report.write(ledger, with: WithholdingSlipsRenderer.self) { book in
        try book.withholdingSlips(months.lowerBound, of: member)
      }.count
    }
    let renderer = WithholdingSlipsRenderer(report.style(try ledger.settings))
    return try stream { sink in
      renderer.header(into: &sink.buffer)
      var count = 0
      try ledger.withholdingSlips(in: months, of: member) { slip in
        renderer.append(slip, into: &sink.buffer)
        count += 1
        try sink.flush()
      }
      return count
    }
  }

  /// A sheet for each member.
  private func slips(_ ledger: Ledger, _ months: ClosedRange<BookMonth>) throws -> Int {
    let settings = try ledger.settings
    var renderer = WithholdingSlipRenderer(report.style(settings))
    renderer.withholder = settings
    return try stream { sink in
      renderer.header(into: &sink.buffer)
      var count = 0
      try ledger.withholdingSlips(in: months, of: member) { slip in
        if count > 0 { renderer.separator(into: &sink.buffer) }
        renderer.append(slip, into: &sink.buffer)
        count += 1
        try sink.flush()
      }
      renderer.footer(into: &sink.buffer)
      return count
    }
  }

  /// The year of each member.
  private func totals(_ ledger: Ledger, _ months: ClosedRange<BookMonth>) throws -> Int {
    let settings = try ledger.settings
    var renderer = TaxYearRenderer(report.style(settings))
    renderer.withholder = settings
    return try stream { sink in
      renderer.header(into: &sink.buffer)
      var (count, own) = (0, [WithholdingSlip]())
      func end(_ sink: inout Sink) throws {
        guard let year = try TaxYear(own) else { return }
        if count > 0 { renderer.separator(into: &sink.buffer) }
        renderer.append(year, into: &sink.buffer)
        count += 1
        own = []
        try sink.flush()
      }
      try ledger.withholdingSlips(in: months, of: member) { slip in
        if own.first.map({ $0.memberNumber != slip.memberNumber }) == true { try end(&sink) }
        own.append(slip)
      }
      try end(&sink)
      renderer.footer(into: &sink.buffer)
      return count
    }
  }

  private func stream(_ body: (inout Sink) throws -> Int) throws -> Int {
    var count = 0
    try report.stream { sink in count = try body(&sink) }
    return count
  }
}
