/// Writes who owes dues and who has paid them ahead (tunggakan wajib).
public struct DuesListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member.
  public func report(of list: DuesList) -> Report {
    let words = style.words
    let table = ReportTable(
      list.members,
      [
        .left("member", words.number, 8) { .text($0.member.text) },
        .left("name", words.name, 20) { .text($0.name) },
        .data("phone") { .optional($0.phone) }.only(.csv),
        .data("group") { .optional($0.group) }.only(.csv),
        .data("due") { .amount($0.due) }, .data("paid") { .amount($0.paid) },
        .sum("owed", words.duesOwed, 13) { .amount($0.owed) }.only([.people, .json]),
        .data("owed") { .amount($0.owed) }.only(.csv),
        .sum("ahead", words.duesAhead, 13) { .unlessZero($0.ahead) }.only(.people),
        .data("ahead") { .amount($0.ahead) },
        .left("open", words.openMonths, 22) { .text(months($0)) }.only(.people),
        .data("takenOver") { .amount($0.takenOver) }.only(.csv),
        .data("months") { .text($0.months.map(\.description).joined(separator: " ")) }.only(.csv),
        .nested("months") { .texts($0.months.map(\.description)) },
        .nested("takenOver") { $0.takenOver.isZero ? .absent : .amount($0.takenOver) },
        .nested("died") { .present($0.diedOn) { .date($0) } },
      ]
    ).total("\(words.total): \(list.members.count)", in: 1)
    return Report(
      "ksp.dues/1", title: words.duesTitle, subject: words(list.asOf.inWords),
      data: [
        "asOf": .date(list.asOf), "members": .rows(table), "owed": .amount(list.owed),
      ], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.asOfDay, words(list.asOf.inWords)))
      ] + (list.isAsked ? [.table(table)] : [.note(words.nothingAsked)]) + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ]
    ).statement(known: style.known)
  }

  private func months(_ row: DuesList.Row) -> String {
    let words = style.words
    let spans = words.spans(row.months)
    guard !row.takenOver.isZero else { return spans }
    return [words("saldo awal", "taken over"), spans].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

/// Writes a line to send to each member who owes dues (pengingat wajib).
public struct DuesReminderRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the telephone number and the sentence, one member below the other.
  public func report(of list: DuesList) -> Report {
    let debtors = list.members.filter(\.owed.isPositive)
    let owing = debtors.filter { $0.diedOn == nil }
    let table = ReportTable(
      owing,
      [
        .data("member") { .text($0.member.text) }, .data("name") { .text($0.name) },
        .data("phone") { .optional($0.phone) }, .data("owed") { .amount($0.owed) },
        .data("message") { .text(message($0, asOf: list.asOf)) },
      ])
    let words = style.words
    return Report(
      "ksp.dues-reminders/1", title: words("PENGINGAT SIMPANAN WAJIB", "REMINDERS OF DUES"),
      subject: words(list.asOf.inWords),
      data: ["asOf": .date(list.asOf), "members": .rows(table)], rows: ReportRows(table),
      blocks: owing.map { row in
        .note(
          (row.phone ?? words("(tanpa telepon)", "(no telephone)")) + "  "
            + message(row, asOf: list.asOf))
      } + words.notWritten(debtors.filter { $0.diedOn != nil }.map { ($0.member, $0.name) }))
  }

  private func message(_ row: DuesList.Row, asOf date: BookDate) -> String {
    let words = style.words
    let names = row.months.map { words($0.name) }
    let months =
      names.count > 3 ? "\(names[0]) – \(names[names.count - 1])" : names.joined(separator: ", ")
    let what = months.isEmpty ? "" : " " + months
    let sender = style.cooperative.isEmpty ? "" : " \(style.cooperative)."
    return words(
      "Yth. \(row.name) (\(row.member)): simpanan wajib\(what) sebesar \(row.owed.formatted) belum "
        + "kami terima per \(style.words.dayInWords(date)).\(sender)",
      "Dear \(row.name) (\(row.member)): dues\(what) of \(row.owed.formatted) have not reached us "
        + "as of \(style.words.dayInWords(date)).\(sender)")
  }
}
