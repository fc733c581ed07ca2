/// The period of a rate as sheets give it: behind the figure, or in the heading.
package enum RatePeriod {
  /// How a heading ends that says for which period its rates are.
  static let endings =
    monthly.flatMap { [$0, "persen" + $0] } + yearly.flatMap { [$0, "persen" + $0] }
  private static let monthly = [
    "perbulan", "bulan", "perbln", "bln", "bulanan", "permonth", "month",
  ]
  private static let yearly = [
    "pertahun", "tahun", "perthn", "thn", "tahunan", "peryear", "year", "pa",
  ]

  /// The period that a heading names; nil where it names none.
  static func basis(of heading: String) -> Rate.Basis? {
    let name = SheetName.normalized(heading)
    if monthly.contains(where: name.hasSuffix) { return .month }
    return yearly.contains(where: name.hasSuffix) ? .year : nil
  }

  /// Reads the rate of a cell: `2%/bulan`, `2% per bulan`, `1,5 % / bln`; below a heading that
  /// names the period also `2` and `2%`.
  ///
  /// - Throws: `rate.periodMissing` for a rate without a period, `rate.unreadable`.
  package static func rate(_ text: String, under heading: String?) throws(LedgerError) -> Rate {
    var figure = String(text.lowercased().filter { !$0.isWhitespace })
    var basis = heading.flatMap { Self.basis(of: $0) }
    for mark in ["/", "per"] {
      guard let range = figure.firstRange(of: mark) else { continue }
      guard
        let named = Self.basis(of: String(figure[range.upperBound...]))
          ?? short(figure[range.upperBound...])
      else { throw .rateUnreadable(text) }
      basis = named
      figure = String(figure[..<range.lowerBound])
      break
    }
    if figure.last == "%" { figure.removeLast() }
    guard let basis else {
      _ = try Rate(parsing: figure + "%", per: .year)
      throw .ratePeriodMissing(text)
    }
    do throws(LedgerError) {
      return try Rate(parsing: "\(figure)%/\(basis.rawValue)")
    } catch {
      throw .rateUnreadable(text)
    }
  }

  private static func short(_ word: Substring) -> Rate.Basis? {
    switch word {
    case "m", "b": .month
    case "y", "th", "t": .year
    default: nil
    }
  }
}

extension RowReader {
  /// The rate of a cell that may be blank, for the period that it or the heading names.
  package mutating func optionalRate(_ column: CSVColumn) -> Rate? {
    optionalValue(column) { text throws(LedgerError) in
      try RatePeriod.rate(text, under: column.heading)
    }
  }
}
