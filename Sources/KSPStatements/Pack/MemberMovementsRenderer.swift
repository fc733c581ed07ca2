/// Writes who came and went in a period (mutasi anggota).
public struct MemberMovementsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// How many there were, who came and went, and how many there are.
  public func report(of movements: MemberMovements) -> Report {
    let words = style.words
    let table = ReportTable(
      movements.lines,
      [
        .left("date", words.date, 11) { .date($0.date) },
        .left("member", words.memberNumber, 10) { .text($0.member.text) },
        .left("name", words.name, 33) { .text($0.name) },
        .left("movement", words.movement, 8) {
          .coded($0.hasLeft ? "left" : "joined", shown: words.movement($0.hasLeft))
        },
        .left("reason", words.reason, 10) { .optional($0.reason) },
      ])
    return Report(
      "ksp.member-movements/1", title: words.movementsTitle,
      subject: words.days(movements.period),
      data: [
        "from": .date(movements.period.first), "to": .date(movements.period.last),
        "opening": .count(movements.opening), "joined": .count(movements.joined),
        "left": .count(movements.left), "closing": .count(movements.closing),
        "lines": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.period, words.days(movements.period)),
          Report.Field(words.atStart, "\(movements.opening)"),
          Report.Field(words.came, "\(movements.joined)"),
          Report.Field(words.went, "\(movements.left)"),
          Report.Field(words.atEnd, "\(movements.closing)"), width: 20),
        movements.lines.isEmpty ? .verdict(words.noMovement) : .table(table),
        .note(words.known(movements.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: movements.known)
  }
}

extension Wording {
  fileprivate var movementsTitle: String { self("MUTASI ANGGOTA", "MEMBERS IN AND OUT") }
  fileprivate var movement: String { self("Mutasi", "Movement") }
  fileprivate func movement(_ hasLeft: Bool) -> String {
    hasLeft ? self("keluar", "left") : self("masuk", "joined")
  }
  fileprivate var atStart: String { self("Anggota awal", "At the start") }
  fileprivate var came: String { self("Masuk", "Joined") }
  fileprivate var went: String { self("Keluar", "Left") }
  fileprivate var atEnd: String { self("Anggota akhir", "At the end") }
  fileprivate var noMovement: String {
    self("Tidak ada yang masuk atau keluar.", "Nobody came or went.")
  }
}
