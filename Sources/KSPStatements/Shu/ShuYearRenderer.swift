public import KSPCore

/// Writes the SHU of a year: its pots, and what every member gets and was paid (daftar pembagian
/// SHU).
public struct ShuYearRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the pots and a line for each member; in CSV the members.
  public func report(of year: ShuYear) -> Report {
    let words = style.words
    let (shu, plan) = (year.distribution, year.plan)
    let pots = ShuDistributionRenderer(style)
    let potTable = pots.pots(shu, booked: { year.booked($0) })
    let members = members(year)
    return Report(
      "ksp.shu/1", title: "\(words.title(year)) \(year.year)", subject: "\(year.year)",
      data: [
        "pots": .rows(potTable), "members": .rows(members),
        "undistributed": .amount(year.undistributed), "rest": .amount(year.rest),
        "restTo": .text(plan.restFund), "shu": .amount(shu.shu),
        "roundTo": .amount(shu.step), "aside": .amount(shu.aside), "year": .count(year.year),
        "state": .text(year.state.rawValue),
        "decision": .present(year.decision) { .text($0.number) },
        "decidedOn": .present(year.decision) { .date($0.decidedOn) },
        "entry": .present(year.posting) { .entry($0.entry) },
        "date": .present(year.posting) { .date($0.date) },
        "capitalBase": .text(plan.bases.capital.rawValue),
        "activityBase": .text(plan.bases.activity.rawValue), "paid": .amount(year.paid),
        "forfeited": .amount(year.forfeited), "unpaid": .amount(year.left),
      ], rows: ReportRows(members),
      blocks: [
        .fields(
          Report.Field(words.shuYear, "\(year.year): \(words.state(year))"),
          Report.Field(words.shuDecision, year.decision.map(words.decision)),
          Report.Field(words.shuName, shu.shu.formatted),
          Report.Field(
            words("Usaha bukan anggota", "From others"),
            plan.othersFund.map { "\(shu.aside.formatted) → \($0)" }),
          Report.Field(words.shuCapitalBase, words(plan.bases.capitalName)),
          Report.Field(words.shuActivityBase, words(plan.bases.activityName)),
          Report.Field(words.rounding, shu.step.formatted)),
        .heading(year.state == .planned ? words.shuPotsPlanned : words.shuPots), .table(potTable),
        .heading(words.shuParts), .table(members),
        .fields(
          Report.Field(
            words("Sisa pembulatan", "Rest of rounding"),
            plan.restFund.map { "\(year.rest.formatted) → \($0)" }),
          Report.Field(words.shuUndistributed, year.undistributed.formatted, isStrong: true)),
      ] + pots.remarks(shu).map { .note($0) } + [
        .fields(additions(year), width: 16),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: style.known)
  }

  private func members(_ year: ShuYear) -> ReportTable {
    let words = style.words
    return ReportTable(
      year.recipients,
      [
        .left("member", words.number, 7) { .text($0.part.base.member.text) },
        .sum("capital", words.memberPot(ShuShares.memberPots.capital), 13) {
          .amount($0.part.capital)
        },
        .sum("activity", words.memberPot(ShuShares.memberPots.activity), 13) {
          .amount($0.part.activity)
        },
        .sum("total", words.total, 13) { .amount($0.part.total) },
        .left("name", words.name, 16) { .optional($0.part.base.name) },
        .data("capitalBase") { .amount($0.part.base.capital) },
        .data("activityBase") { .amount($0.part.base.activity) },
        .data("paid") { .amount($0.paid) }, .data("forfeited") { .amount($0.forfeited) },
        .sum("unpaid", words.shuLeft, 13) { year.posting == nil ? .blank : .unlessZero($0.left) },
        .data("left") { .optional($0.leftOn) },
      ], printed: ["member", "name", "capital", "activity", "total", "unpaid"]
    ).total("\(words.total): \(year.recipients.count)", in: 1)
  }

  /// What is booked for funds beyond their pots.
  private func additions(_ year: ShuYear) -> [Report.Field] {
    year.distribution.pots.compactMap { pot in
      let booked = year.booked(pot)
      guard pot.base == nil, booked != pot.amount else { return nil }
      let more = Rupiah(sen: booked.sen &- pot.amount.sen).formatted
      return Report.Field(
        style.words("Dibukukan ke", "Booked to"),
        "\(pot.name): \(pot.amount.formatted) + \(more) = \(booked.formatted)")
    }
  }
}

extension Wording {
  /// What the paper is called: a proposal until the meeting has decided.
  fileprivate func title(_ year: ShuYear) -> String {
    year.state == .planned
      ? self("USULAN PEMBAGIAN SHU", "PROPOSED DISTRIBUTION OF THE SHU") : shuTitle
  }
  fileprivate var shuPotsPlanned: String { self("Bagian menurut usulan", "Shares proposed") }
}
