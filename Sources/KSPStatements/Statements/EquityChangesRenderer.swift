/// Writes the changes of equity (perubahan ekuitas).
public struct EquityChangesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// What came and went for each part of equity and for all of it, both periods side by side;
  /// programs get a line for each part.
  public func report(of changes: EquityChanges) -> Report {
    let words = style.words
    let lines = specification.report(
      of: changes.lines,
      head: [
        "from": .date(changes.period.first), "to": .date(changes.period.last),
        "previousFrom": .date(changes.previous.first), "previousTo": .date(changes.previous.last),
      ],
      tail: [
        "shu": .amount(changes.shu), "previousShu": .amount(changes.previousTotal.shu),
        "total": .record(flow(changes.total)),
        "previousTotal": .record(flow(changes.previousTotal)),
        "balances": .flag(changes.balances),
      ])
    return Report(
      schema, title: words.equityTitle, subject: words.days(changes.period), data: lines.data,
      rows: lines.rows,
      blocks: [
        .fields(
          Report.Field(words.period, words.days(changes.period)),
          Report.Field(words.comparedWith, words.days(changes.previous))),
        .table(table(changes)),
        .verdict(changes.balances ? words.equityAgrees : words.equityDiffers),
        .note(words.known(changes.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: changes.known)
  }

  private let schema = "ksp.equity-changes/1"

  private var specification: StatementSpecification<EquityChanges.Line> {
    let words = style.words
    return StatementSpecification(
      schema, title: words.equityTitle, lines: "lines",
      columns: [
        .data("code") { .text($0.code) },
        .left("label", words.description, 16) { .text(words($0.label)) },
        .sum("previous", words.opening, 15) { .amount($0.opening) },
        .sum("additions", words.additions, 15) { .unlessZero($0.now.received) },
        .sum("reductions", words.reductions, 15) { .unlessZero($0.now.taken) },
        .sum("shu", words.shuOfPeriod, 15) { .amount($0.now.shu) },
        .sum("distributed", words.shuDivided, 15) { .amount($0.now.distributed) },
        .sum("amount", words.closing, 15) { .amount($0.closing) },
        .data("opening") { .amount($0.opening) }, .data("closing") { .amount($0.closing) },
        .nested("yearBefore") { .record(flow($0.before)) },
      ],
      parts: [
        .section(
          StatementSection.Name.equity.rawValue, heading: words("EKUITAS", "EQUITY"),
          total: words.total)
      ])
  }

  private func flow(_ flow: EquityChanges.Flow) -> ReportRecord {
    [
      "opening": .amount(flow.opening), "received": .amount(flow.received),
      "taken": .amount(flow.taken), "shu": .amount(flow.shu),
      "distributed": .amount(flow.distributed), "closing": .amount(flow.closing),
    ]
  }

  // MARK: - For people

  /// A row of the table: the head of a part, or what happened to it in both periods.
  private typealias Row = (code: String?, label: String, now: Cell, before: Cell)

  private func table(_ changes: EquityChanges) -> ReportTable {
    let words = style.words
    let parts = changes.lines.flatMap { line in
      rows(line.code, words(line.label), line.now, line.before)
    }
    return ReportTable(
      [
        .left(words.code, 10), .left(words.description, 33),
        .right(words.column(changes.period), 17), .right(words.column(changes.previous), 17),
      ], parts + rows(nil, words.allEquity, changes.total, changes.previousTotal)
    ) { [.optional($0.code), .text($0.label), $0.now, $0.before] }
  }

  /// A part of equity from its opening to its closing; what happened in neither period is left out.
  private func rows(
    _ code: String?, _ name: String, _ now: EquityChanges.Flow, _ before: EquityChanges.Flow
  ) -> [Row] {
    let words = style.words
    let moves: [(String, KeyPath<EquityChanges.Flow, Rupiah>)] = [
      (words.additions, \.received), (words.reductions, \.taken), (words.shuOfPeriod, \.shu),
      (words.shuDivided, \.distributed),
    ]
    let moved = moves.filter { !now[keyPath: $0.1].isZero || !before[keyPath: $0.1].isZero }
    return [
      (code, name, .blank, .blank),
      (nil, words.opening, .amount(now.opening), .amount(before.opening)),
    ]
      + moved.map { word, path in
        let isTaken = path == \.taken
        func cell(_ flow: EquityChanges.Flow) -> Cell {
          isTaken ? .total(-Int128(flow[keyPath: path].sen)) : .amount(flow[keyPath: path])
        }
        return (nil, word, cell(now), cell(before))
      }
      + [(nil, words.closing, .amount(now.closing), .amount(before.closing))]
  }
}

extension Wording {
  fileprivate var equityTitle: String {
    self("LAPORAN PERUBAHAN EKUITAS", "STATEMENT OF CHANGES IN EQUITY")
  }
  fileprivate var opening: String { self("Awal", "Opening") }
  fileprivate var additions: String { self("Bertambah", "Additions") }
  fileprivate var reductions: String { self("Berkurang", "Reductions") }
  fileprivate var closing: String { self("Akhir", "Closing") }
  fileprivate var shuOfPeriod: String { self("SHU masa ini", "SHU of the period") }
  fileprivate var shuDivided: String { self("Pembagian SHU", "Distribution of SHU") }
  fileprivate var allEquity: String { self("Jumlah ekuitas", "Total equity") }
  fileprivate var equityAgrees: String {
    self(
      "Cocok: awal, yang bertambah dan yang berkurang sama dengan saldo akhir.",
      "It agrees: what was there, came and went comes to the closing balances.")
  }
  fileprivate var equityDiffers: String {
    self(
      "TIDAK COCOK dengan saldo akhir: periksalah buku ini.",
      "IT DOES NOT AGREE with the closing balances: verify the book.")
  }
}
