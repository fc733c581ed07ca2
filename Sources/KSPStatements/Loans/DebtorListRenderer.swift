/// Writes what each member has to pay in a period, over all loans (daftar tagihan per anggota).
public struct DebtorListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member; programs also get a sentence to send.
  public func report(of list: DueList) -> Report {
    let words = style.words
    let table = table(list)
    let period = words.days(list.period)
    return Report(
      "ksp.due-members/1", title: words.debtorsTitle, subject: period,
      data: [
        "from": .date(list.period.first), "to": .date(list.period.last), "members": .rows(table),
        "groups": sums(list.groups), "collectors": sums(list.collectors),
      ], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.period, period)), .table(totalled(table, list)),
      ] + part(words.unit, list.groups) + part(words.collector, list.collectors) + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ]
    ).statement(known: style.known)
  }

  /// What stands below the installments of a list.
  func blocks(_ list: DueList) -> [Report.Block] {
    guard !list.debtors.isEmpty else { return [] }
    return [.heading(style.words.perMember), .table(totalled(table(list), list))]
  }

  /// What the members of each group or collector have to pay.
  private func part(_ heading: String, _ totals: [DueList.Total]) -> [Report.Block] {
    guard !totals.isEmpty else { return [] }
    return [.gap, .table(sums(heading, totals).total(style.words.total))]
  }

  private func sums(_ totals: [DueList.Total]) -> ReportValue {
    guard !totals.isEmpty else { return .absent }
    return .rows(sums("", totals))
  }

  private func sums(_ heading: String, _ totals: [DueList.Total]) -> ReportTable {
    let words = style.words
    return ReportTable(
      totals,
      [
        .left("name", heading, 22) { .text($0.name ?? "–") },
        .count("members", words.members, 7) { .count($0.members) },
        .sum("due", words.dueInPeriod, 12) { .amount($0.due) },
        .sum("arrears", words.arrears, 11) { .unlessZero($0.arrears) },
        .sum("lateFee", words.lateFee, 10) { .unlessZero($0.lateFee) },
        .sum("total", words.total, 13) { .amount($0.total) },
      ])
  }

  private func totalled(_ table: ReportTable, _ list: DueList) -> ReportTable {
    table.total("\(style.words.total): \(list.debtors.count)", in: 0)
  }

  func table(_ list: DueList) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.debtors,
      [
        .left("who", words.name, 20) { .text("\($0.member) \($0.name)") }.only(.people),
        .data("memberNumber") { .text($0.member.text) }, .data("member") { .text($0.name) },
        .left("phone", words.phone, 13) { .optional($0.phone) },
        .data("group") { .optional($0.group) }, .data("collector") { .optional($0.collector) },
        .nested("loans") { .texts($0.loans.map(\.text)) },
        .nested("died") { .present($0.diedOn) { .date($0) } },
        .sum("due", words.dueInPeriod, 11) { .amount($0.due) },
        .sum("arrears", words.arrears, 10) { .unlessZero($0.arrears) },
        .sum("lateFee", words.lateFee, 9) { .unlessZero($0.lateFee) },
        .sum("total", words.total, 12) { .amount($0.total) },
        .data("message") { .text(message(to: $0, list.period)) },
      ])
  }

  /// A sentence to send.
  func message(to debtor: DueList.Debtor, _ period: BookPeriod) -> String {
    let words = style.words
    let last = words.dayInWords(period.last)
    let parts = [
      debtor.due.isZero ? nil : "\(words.installmentDue) \(debtor.due.formatted)",
      debtor.arrears.isZero ? nil : "\(words.arrearsInText) \(debtor.arrears.formatted)",
      debtor.lateFee.isZero ? nil : "\(words.feeInText) \(debtor.lateFee.formatted)",
    ].compactMap(\.self).joined(separator: ", ")
    let cooperative = style.cooperative.isEmpty ? "" : " \(style.cooperative)"
    return words(
      "Yth. \(debtor.name) (\(debtor.member)): sampai \(last) \(parts); jumlah "
        + "\(debtor.total.formatted). Terima kasih.\(cooperative)",
      "Dear \(debtor.name) (\(debtor.member)): by \(last) \(parts); in all "
        + "\(debtor.total.formatted). Thank you.\(cooperative)")
  }
}

/// Writes a line to send to each member who has something to pay (pengingat angsuran).
public struct DebtorReminderRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the telephone number and the sentence, one member below the other.
  public func report(of list: DueList) -> Report {
    let words = style.words
    let debtors = DebtorListRenderer(style)
    let living = list.debtors.filter { $0.diedOn == nil }
    let table = ReportTable(
      living,
      [
        .data("memberNumber") { .text($0.member.text) }, .data("member") { .text($0.name) },
        .data("phone") { .optional($0.phone) }, .data("total") { .amount($0.total) },
        .data("message") { .text(debtors.message(to: $0, list.period)) },
      ])
    return Report(
      "ksp.due-reminders/1", title: words("PENGINGAT ANGSURAN", "REMINDERS OF INSTALLMENTS"),
      subject: words.days(list.period),
      data: [
        "from": .date(list.period.first), "to": .date(list.period.last), "members": .rows(table),
      ], rows: ReportRows(table),
      blocks: living.map { debtor in
        .note(
          (debtor.phone ?? words("(tanpa telepon)", "(no telephone)")) + "  "
            + debtors.message(to: debtor, list.period))
      } + words.notWritten(list.debtors.filter { $0.diedOn != nil }.map { ($0.member, $0.name) }))
  }
}

extension Wording {
  fileprivate var collector: String { self("Kolektor", "Collector") }
  fileprivate var debtorsTitle: String { self("TAGIHAN PER ANGGOTA", "DUE BY MEMBER") }
  fileprivate var perMember: String { self("Per anggota", "By member") }
  fileprivate var dueInPeriod: String { self("Angsuran", "Due") }
  fileprivate var installmentDue: String { self("angsuran", "installments") }
  fileprivate var arrearsInText: String { self("tunggakan", "arrears") }
  fileprivate var feeInText: String { self("denda", "late fee") }
}
