import KSPCore

extension Samples {
  /// A year with a loss that was adjusted, ratified and covered in part.
  static func yearEnd() throws -> YearEnd {
    try YearEnd(
      year: try BookYear(2025, startingIn: .march), openMonths: [], shu: -3_300_000,
      missing: [],
      adjustments: [
        YearEnd.Adjustment(
          entry: EntryNumber(77), recordedAt: Timestamp(seconds: 1_782_900_000), effect: -300_000,
          document: awkward, reason: "Menurut; auditor", recordedBy: "Rina")
      ], closedAt: Timestamp(seconds: 1_782_910_000), closings: [EntryNumber(78), EntryNumber(80)],
      ratification: YearEnd.Ratification(
        date: try date("2026-03-14"), decision: "RAT 1/2026", shu: -3_300_000,
        entry: EntryNumber(81)),
      covers: [YearEnd.Cover(entry: EntryNumber(82), amount: 200_000, decision: "RAT 2/2026")],
      corrections: [
        YearEnd.Correction(
          entry: EntryNumber(90), bookDate: try date("2026-05-04"), amount: 450_000,
          effect: -450_000, equity: 25_000, document: awkward, reason: "Tagihan; terlambat",
          recordedBy: "Rina")
      ],
      corporateTax: AdjustedCorporateTax(
        corporateTax(), booked: 90_000, expense: "5-4000", payable: "2-1420",
        unpaid: 90_000, overpaid: "1-1340"))
  }

  /// What a year in its closing period would move.
  static func yearClosing() throws -> YearClosing {
    try YearClosing(
      year: BookYear(2025), outcome: .preview, closedAt: nil,
      lines: [
        YearClosing.Line(
          account: "4-1000", name: Phrase(id: awkward, en: "Interest"), type: .income,
          amount: 12_345_678),
        YearClosing.Line(
          account: "5-2000", name: Phrase(id: "Beban gaji", en: "Salaries"), type: .expense,
          amount: 4_000_000),
      ], entries: [])
  }
}
