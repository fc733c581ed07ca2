/// Writes a simulation of interest: the runs of days behind it and the result.
public struct InterestWorkingRenderer: DocumentRenderer {
  /// A working with the tax that would be withheld from it.
  public struct Simulation: Hashable, Sendable {
    /// The working.
    public let working: InterestWorking
    /// The tax; zero when none is withheld.
    public let tax: Rupiah

    /// Pairs a working with its tax.
    public init(working: InterestWorking, tax: Rupiah = .zero) {
      self.working = working
      self.tax = tax
    }

    /// What remains after tax.
    var net: Rupiah { (try? working.gross - tax) ?? working.gross }
  }

  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a simulation.
  public func render(_ document: Simulation, into output: inout TextOutput) {
    switch style.format {
    case .text:
      let words = style.words
      style.heading(words.simulationTitle, into: &output)
      runs(document.working, into: &output)
      style.labelled(words.tax, document.tax.formatted, width: 24, into: &output)
      style.labelled(words.net, document.net.formatted, width: 24, into: &output)
    case .csv: csv(document.working, into: &output)
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

  /// The runs as a table with their sum, the rounding and the gross interest.
  func runs(_ working: InterestWorking, into output: inout TextOutput) {
    let words = style.words
    style.labelled(words.period, words.days(working.period), into: &output)
    style.labelled(
      words.interest, "\(words.method(working.terms.method)), \(working.terms.dayCount.rawValue)",
      into: &output)
    output.newline()
    let table = TextTable([
      .left(words.date, 10), .left(words.through, 10), .right(words.days, 5),
      .right(words.balance, 17), .right(words.rate, 17), .right(words.interest, 16),
    ])
    table.header(into: &output)
    for run in working.runs {
      table.row(
        [
          .date(run.from), .date(run.through), .count(run.days), .amount(run.balance),
          .text(words.rate(run.rate)), .amount(run.interest),
        ], into: &output)
    }
    table.rule(into: &output)
    if let difference = try? working.roundingDifference(),
      let sum = try? working.gross - difference
    {
      style.labelled(words.sum, sum.formatted, width: 24, into: &output)
      style.labelled(words.rounding, difference.formatted, width: 24, into: &output)
    }
    style.labelled(words.gross, working.gross.formatted, width: 24, into: &output)
  }

  func csv(_ working: InterestWorking, into output: inout TextOutput) {
    CSVWriter.header(["from", "to", "days", "balance", "rate", "interest"], into: &output)
    for run in working.runs {
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
  }
}
