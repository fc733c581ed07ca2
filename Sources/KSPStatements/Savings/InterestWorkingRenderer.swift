/// Writes a simulation of interest: the runs of days behind it and the result.
public struct InterestWorkingRenderer: ReportRenderer {
  /// A working with the tax that would be withheld from it.
  public struct Simulation: Hashable, Sendable {
    /// The working.
    public let working: InterestWorking
    /// The tax; zero when none is withheld.
    public let tax: Rupiah
    /// What remains after tax.
    public let net: Rupiah

    /// Pairs a working with its tax.
    ///
    /// - Throws: `amount.overflow`.
    public init(working: InterestWorking, tax: Rupiah = .zero) throws(LedgerError) {
      self.working = working
      self.tax = tax
      net = try working.gross - tax
    }
  }

  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a simulation.
  public func report(of simulation: Simulation) -> Report {
    let words = style.words
    let working = simulation.working
    return Report(
      "ksp.interest/1", title: words.simulationTitle,
      data: [
        "gross": .amount(working.gross), "tax": .amount(simulation.tax),
        "net": .amount(simulation.net),
      ] + data(working), rows: rows(working),
      blocks: runs(working) + [
        .fields(
          Report.Field(words.tax, simulation.tax.formatted),
          Report.Field(words.net, simulation.net.formatted, isStrong: true), width: 24)
      ])
  }

  /// The runs as a table with their sum, the rounding and the gross interest.
  func runs(_ working: InterestWorking) -> [Report.Block] {
    let words = style.words
    let method = words(working.terms.method.name)
    let table = table(working.runs)
    return [
      .fields(
        Report.Field(words.period, words.days(working.period)),
        Report.Field(words.interest, "\(method), \(working.terms.dayCount.rawValue)")),
      .fields(terms(working.terms).compactMap { Report.Field($0.0, $0.1) }, width: 24),
      .table(table),
      .fields(
        Report.Field(words.sum, working.sum.formatted),
        Report.Field(words.rounding, working.roundingDifference.formatted),
        Report.Field(words.gross, working.gross.formatted, isStrong: true), width: 24),
    ]
  }

  /// The runs of days, in all forms.
  private func table(_ runs: [InterestWorking.Run]) -> ReportTable {
    let words = style.words
    return ReportTable(
      runs,
      [
        .left("from", words.date, 10) { .date($0.from) },
        .left("to", words.through, 10) { .date($0.through) },
        .right("days", words.days, 5) { .count($0.days) },
        .right("balance", words.balance, 17) { .amount($0.balance) },
        .right("rate", words.rate, 17) {
          .coded($0.rate.description, shown: words.rate($0.rate))
        },
        .right("interest", words.interest, 16) { .amount($0.interest) },
      ])
  }

  /// What the terms say beside method, day count and rates, for people.
  func terms(_ terms: InterestTerms) -> [(String, String)] {
    let words = style.words
    return [
      (words.heading("interestFloor"), terms.floor.formatted),
      (
        words.rounding,
        "\(words(terms.rounding.mode.name)), \(terms.rounding.step.formatted)"
      ),
      (
        words.heading("roundingMoment"),
        words.word(terms.roundingMoment.rawValue, of: "roundingMoment")
      ),
      (words.heading("countsPostingDay"), terms.countsPostingDay ? words.yes : words.no),
    ] + crediting(terms.crediting)
  }

  /// The runs of a working in CSV; only their names where there is none.
  func rows(_ working: InterestWorking?) -> ReportRows {
    ReportRows(table(working?.runs ?? []))
  }

  /// The runs and the terms of a working for programs.
  func data(_ working: InterestWorking) -> ReportRecord {
    [
      "working": .rows(table(working.runs)), "terms": .record(data(working.terms)),
    ]
  }

  /// The terms for programs.
  func data(_ terms: InterestTerms) -> ReportRecord {
    [
      "method": .text(terms.method.rawValue), "dayCount": .text(terms.dayCount.rawValue),
      "tiers": .list(terms.tiers) {
        [
          "from": .amount($0.threshold), "rate": .text($0.rate.description),
          "standing": .text($0.standing?.rawValue),
        ]
      },
      "floor": .amount(terms.floor), "rounding": .text(terms.rounding.mode.rawValue),
      "roundTo": .amount(terms.rounding.step), "round": .text(terms.roundingMoment.rawValue),
      "excludesLastDay": .flag(!terms.countsPostingDay),
      "credited": .text(terms.crediting.interval.rawValue),
      "accrued": .flag(terms.crediting.isAccrued), "least": .amount(terms.crediting.least),
      "belowLeast": .text(terms.crediting.belowLeast.rawValue),
    ]
  }
}
