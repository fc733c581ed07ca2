public import KSPCore

/// Writes what the members' meeting decided about the SHU of a year (putusan pembagian SHU).
public struct ShuDecisionRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each share.
  public func report(of decision: ShuDecision) -> Report {
    let words = style.words
    let plan = decision.plan
    let table = shares(decision)
    return Report(
      "ksp.shu-decision/1", title: "\(words.shuDecisionTitle) \(decision.year)",
      subject: decision.number,
      data: [
        "year": .count(decision.year), "decidedOn": .date(decision.decidedOn),
        "decision": .text(decision.number), "shares": .rows(table),
        "capitalBase": .text(plan.bases.capital.rawValue),
        "activityBase": .text(plan.bases.activity.rawValue),
        "products": .texts(plan.bases.products.map(\.text)),
        "leavers": .flag(plan.bases.includesLeavers), "roundTo": .amount(plan.step),
        "restTo": .text(plan.restFund), "othersTo": .text(plan.othersFund),
        "points": .list(plan.bases.points) { rule in
          ["source": .text(rule.source.rawValue), "per": .amount(rule.amount)]
        }, "claimMonths": .count(decision.claimMonths),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.shuDecision, words.decision(decision)),
          Report.Field(words.shuCapitalBase, words(plan.bases.capitalName)),
          Report.Field(words.shuActivityBase, words(plan.bases.activityName)),
          Report.Field(
            words("Yang keluar", "Leavers"),
            plan.bases.includesLeavers
              ? words("ikut dibagi", "take part") : words("tidak ikut", "take no part")),
          Report.Field(words.rounding, plan.step.formatted),
          Report.Field(words("Sisa pembulatan", "Rest of rounding"), plan.restFund),
          Report.Field(
            words("Usaha bukan anggota", "From others"),
            plan.othersFund.map { words("masuk ke \($0)", "goes to \($0)") }),
          Report.Field(
            words("Waktu diambil", "To be taken in"),
            words("\(decision.claimMonths) bulan", "\(decision.claimMonths) months")), width: 18),
        .table(table),
      ])
  }

  private func shares(_ decision: ShuDecision) -> ReportTable {
    let words = style.words
    let shares = decision.plan.shares
    let pots = ShuShares.memberPots
    let all =
      [ShuShares.Fund(pots.capital, shares.capital), .init(pots.activity, shares.activity)]
      + shares.funds
    return ReportTable(
      all,
      [
        .left("name", words.shuPot, 34) { fund in
          .coded(
            fund.name,
            shown: decision.accounts[fund.name] == nil ? words.memberPot(fund.name) : fund.name)
        },
        .right("share", words.shuShare, 14) {
          .coded($0.share.percentText, shown: words($0.share.inWords))
        },
        .left("account", words.account, 14) { .optional(decision.accounts[$0.name]?.text) },
      ])
  }
}

extension Wording {
  fileprivate var shuDecisionTitle: String {
    self("PUTUSAN PEMBAGIAN SHU", "DECISION ABOUT THE SHU")
  }
}
