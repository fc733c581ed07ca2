/// Writes a simulation of interest: the runs of days behind it and the result.
public struct InterestWorkingRenderer: DocumentRenderer {
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

  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a simulation.
  public func render(_ document: Simulation, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document.working.runs, into: &output)
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.interest/1")
        json.field("gross", document.working.gross)
        json.field("tax", document.tax)
        json.field("net", document.net)
        fields(document.working, into: &json)
      }
    }
  }

  private func report(_ simulation: Simulation) -> Report {
    let words = style.words
    return Report(
      title: words.simulationTitle,
      blocks: runs(simulation.working) + [
        .fields(
          Report.Field(words.tax, simulation.tax.formatted),
          Report.Field(words.net, simulation.net.formatted, isStrong: true), width: 24)
      ])
  }

  /// The runs as a table with their sum, the rounding and the gross interest.
  func runs(_ working: InterestWorking) -> [Report.Block] {
    let words = style.words
    let method = words.method(working.terms.method)
    let table = ReportTable(
      [
        .left(words.date, 10), .left(words.through, 10), .right(words.days, 5),
        .right(words.balance, 17), .right(words.rate, 17), .right(words.interest, 16),
      ], working.runs
    ) { run in
      [
        .date(run.from), .date(run.through), .count(run.days), .amount(run.balance),
        .text(words.rate(run.rate)), .amount(run.interest),
      ]
    }
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
    ]
  }

  /// The same for programs.
  func fields(_ terms: InterestTerms, into json: inout JSONWriter) {
    json.field("floor", terms.floor)
    json.field("rounding", terms.rounding.mode.rawValue)
    json.field("roundTo", terms.rounding.step)
    json.field("round", terms.roundingMoment.rawValue)
    json.field("excludesLastDay", !terms.countsPostingDay)
  }

  func csv(_ runs: [InterestWorking.Run], into output: inout TextOutput) {
    CSVWriter.header(["from", "to", "days", "balance", "rate", "interest"], into: &output)
    for run in runs {
      CSVWriter.row(
        [
          .date(run.from), .date(run.through), .count(run.days), .amount(run.balance),
          .text(run.rate.description), .amount(run.interest),
        ], into: &output)
    }
  }

  func fields(_ working: InterestWorking, into json: inout JSONWriter) {
    json.array("working") { json in
      for run in working.runs {
        json.object { json in
          json.field("from", run.from)
          json.field("to", run.through)
          json.field("days", run.days)
          json.field("balance", run.balance)
          json.field("rate", run.rate.description)
          json.field("interest", run.interest)
        }
      }
    }
    json.object("terms") { json in
      json.field("method", working.terms.method.rawValue)
      json.field("dayCount", working.terms.dayCount.rawValue)
      json.array("tiers") { json in
        for tier in working.terms.tiers {
          json.object { json in
            json.field("from", tier.threshold)
            json.field("rate", tier.rate.description)
          }
        }
      }
      fields(working.terms, into: &json)
    }
  }
}
