/// Writes how an SHU is divided: its pots, and the part of each member with both bases.
public struct ShuDistributionRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the pots and a line for each member; in CSV the members.
  public func report(of shu: ShuDistribution) -> Report {
    let words = style.words
    let pots = pots(shu)
    let members = members(shu)
    return Report(
      "ksp.shu/1", title: words.shuTitle,
      data: [
        "pots": .rows(pots), "members": .rows(members),
        "undistributed": .amount(shu.undistributed), "shu": .amount(shu.shu),
        "roundTo": .amount(shu.step),
      ], rows: ReportRows(members),
      blocks: [
        .fields(
          Report.Field(words.shuName, shu.shu.formatted),
          Report.Field(words.rounding, shu.step.formatted)),
        .heading(words.shuPots), .table(pots), .heading(words.shuParts), .table(members),
        .fields(
          Report.Field(words.shuUndistributed, shu.undistributed.formatted, isStrong: true)),
      ] + remarks(shu).map { .note($0) } + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ])
  }

  /// A row for each pot, for programs with what is booked for it where that is known.
  func pots(
    _ shu: ShuDistribution, booked: ((ShuDistribution.Pot) -> Rupiah)? = nil
  ) -> ReportTable {
    let words = style.words
    return ReportTable(
      shu.pots,
      [
        .left("name", words.shuPot, 34) { pot in
          .coded(pot.name, shown: pot.base == nil ? pot.name : words.memberPot(pot.name))
        },
        .sum("amount", words.amount, 19) { .amount($0.amount) },
        .right("share", words.shuShare, 11) {
          .coded($0.share.percentText, shown: words($0.share.inWords))
        },
        .data("base") { .optional($0.base) }, .data("undistributed") { .amount($0.undistributed) },
        .nested("booked") { pot in .present(booked) { .amount($0(pot)) } },
      ], printed: ["name", "share", "amount"]
    ).total(words.total)
  }

  private func members(_ shu: ShuDistribution) -> ReportTable {
    let words = style.words
    return ReportTable(
      shu.parts,
      [
        .left("member", words.number, 8) { .text($0.base.member.text) },
        .sum("capital", words.memberPot(ShuShares.memberPots.capital), 15) { .amount($0.capital) },
        .sum("activity", words.memberPot(ShuShares.memberPots.activity), 15) {
          .amount($0.activity)
        },
        .sum("total", words.total, 16) { .amount($0.total) },
        .left("name", words.name, 22) { .optional($0.base.name) },
        .data("capitalBase") { .amount($0.base.capital) },
        .data("activityBase") { .amount($0.base.activity) },
      ], printed: ["member", "name", "capital", "activity", "total"]
    ).total("\(words.total): \(shu.parts.count)", in: 1)
  }

  /// Why something is left.
  func remarks(_ shu: ShuDistribution) -> [String] {
    let words = style.words
    return shu.pots.compactMap { pot in
      guard pot.undistributed.isPositive else { return nil }
      let name = words.memberPot(pot.name)
      return pot.hasNobody
        ? words(
          "\(name): tidak ada dasar seorang pun, jadi \(pot.amount.formatted) tidak dibagi.",
          "\(name): nobody has a base, so \(pot.amount.formatted) is not distributed.")
        : words(
          "\(name): pembulatan ke bawah menyisakan \(pot.undistributed.formatted).",
          "\(name): rounding down leaves \(pot.undistributed.formatted).")
    }
  }
}
