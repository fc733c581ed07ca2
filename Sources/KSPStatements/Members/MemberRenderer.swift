/// Writes one member: profile and accounts.
public struct MemberRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one member; in CSV a row for each account.
  public func report(of summary: MemberSummary) -> Report {
    let words = style.words
    let member = summary.member
    let profile = member.profile
    let table = ReportTable(
      [
        .left(words.account, 16), .left(words.product, 32), .left(words.closedOn, 10),
        .sum(words.balance, 19),
      ], summary.savings
    ) { savings in
      [
        .text(savings.account.text), .text(words(savings.productName)),
        .optional(savings.closedOn), .amount(savings.balance),
      ]
    }.total(words.total)
    return Report(
      "ksp.member/1", title: words.memberTitle, subject: "\(member.number) \(profile.name)",
      data: data(summary), rows: ReportRows(Self.columns, rows(summary)),
      blocks: [.fields(fields(member) + claim(summary) + shu(summary), width: 16), .table(table)]
        + summary.held.compactMap { HeldLines(style: style).block($0, names: true) }
        + PlannedLines(style: style).blocks(summary.planned)
        + DebtTable(style: style).blocks(summary.loans)
        + style.later(than: [summary])
    ).statement(known: style.known)
  }

  /// What is claimed for tax, where something is.
  private func claim(_ summary: MemberSummary) -> [Report.Field] {
    guard let claim = summary.taxClaim, !claim.isZero else { return [] }
    return [Report.Field(style.words("Piutang PPh", "Tax claimed"), claim.formatted)]
      .compactMap(\.self)
  }

  /// The SHU of every year.
  private func shu(_ summary: MemberSummary) -> [Report.Field] {
    let words = style.words
    return (summary.shu ?? []).compactMap { shu in
      let left =
        shu.left.isZero
        ? ""
        : words(
          ", belum dibayar \(shu.left.formatted)", ", \(shu.left.formatted) not paid")
      return Report.Field("SHU \(shu.year)", shu.total.formatted + left)
    }
  }

  private func fields(_ member: Member) -> [Report.Field] {
    let words = style.words
    let profile = member.profile
    func joined(_ parts: [String?], _ sign: String) -> String? {
      let parts = parts.compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: sign)
    }
    let standings = member.memberships.map {
      "\(words.standing($0.standing)) (\(words.dayInWords($0.since)))"
    }
    let fields =
      [
        Report.Field(words.number, member.number.text), Report.Field(words.name, profile.name),
        Report.Field(words.kind, words.kind(profile.kind)),
        Report.Field(words.standing, joined(standings, ", ")),
        Report.Field(words.nik, profile.nik), Report.Field(words.npwp, profile.npwp),
        Report.Field(
          words.birth,
          joined([profile.birthPlace, profile.birthDate.map { words($0.inWords) }], ", ")),
        Report.Field(words.gender, profile.gender.map { words.gender($0) }),
        Report.Field(words.occupation, profile.occupation),
        Report.Field(words.address, profile.address), Report.Field(words.phone, profile.phone),
        Report.Field(words.heir, joined([profile.heir, profile.heirRelation], ", ")),
        Report.Field(words.unit, profile.unit),
        Report.Field(words.externalID, profile.externalID),
        Report.Field(words.remarks, profile.remarks),
        Report.Field(words.joined, words(member.joinedOn.inWords)),
        Report.Field(words.died, member.diedOn.map { words($0.inWords) }),
        Report.Field(words.left, member.leftOn.map { words($0.inWords) }),
        Report.Field(words.leavingReason, member.leavingReason),
        Report.Field(words.mergedInto, member.mergedInto?.text),
        Report.Field(words.mergedFrom, joined(member.mergedFrom.map(\.text), ", ")),
      ]
      + member.attributes.sorted { $0.key < $1.key }.map { Report.Field($0.key, $0.value) }
    return fields.compactMap(\.self)
  }

  /// The columns of members in CSV.
  static let columns =
    [
      "number", "name", "kind", "standing", "joined", "left", "reason", "nik", "npwp",
      "birth_place", "birth_date", "gender", "occupation", "address", "phone", "heir",
      "heir_relation", "unit", "external_id", "remarks", "account", "product", "balance",
      "closed",
    ]

  /// A row for each account of a member, and one for a member without any.
  func rows(_ summary: MemberSummary) -> [[Cell]] {
    let profile = summary.member.profile
    let member: [Cell] = [
      .text(summary.member.number.text), .text(profile.name), .text(profile.kind.rawValue),
      .optional(summary.member.memberships.last?.standing.rawValue),
      .date(summary.member.joinedOn), .optional(summary.member.leftOn),
      .optional(summary.member.leavingReason), .optional(profile.nik), .optional(profile.npwp),
      .optional(profile.birthPlace), .optional(profile.birthDate),
      .optional(profile.gender?.rawValue), .optional(profile.occupation),
      .optional(profile.address), .optional(profile.phone), .optional(profile.heir),
      .optional(profile.heirRelation), .optional(profile.unit), .optional(profile.externalID),
      .optional(profile.remarks),
    ]
    guard !summary.savings.isEmpty else { return [member + [.blank, .blank, .blank, .blank]] }
    return summary.savings.map { savings in
      member + [
        .text(savings.account.text), .text(savings.product.text), .amount(savings.balance),
        .optional(savings.closedOn),
      ]
    }
  }

  /// A member with their accounts for programs.
  func data(_ summary: MemberSummary) -> ReportRecord {
    let member = summary.member
    let attributes = member.attributes.sorted { $0.key < $1.key }
    return person(member) + [
      "joined": .date(member.joinedOn), "left": .date(member.leftOn),
      "leavingReason": .text(member.leavingReason),
      "died": .present(member.diedOn) { .date($0) },
      "mergedInto": .present(member.mergedInto) { .text($0.text) },
      "mergedFrom": member.mergedFrom.isEmpty
        ? .absent : .list(member.mergedFrom) { ["number": .text($0.text)] },
      "attributes": .record(ReportRecord(attributes.map { ($0.key, .text($0.value)) })),
      "accounts": .list(summary.savings) { savings in
        [
          "account": .text(savings.account.text), "product": .text(savings.product.text),
          "balance": .amount(savings.balance), "later": .present(savings.later) { .amount($0) },
          "closed": .date(savings.closedOn),
        ]
      },
      "taxClaim": .present(summary.taxClaim) { .amount($0) },
      "shu": .present(summary.shu) { years in
        .list(years) { shu in
          [
            "year": .count(shu.year), "total": .amount(shu.total), "paid": .amount(shu.paid),
            "unpaid": .amount(shu.left),
          ]
        }
      },
      "held": summary.held.isEmpty
        ? .absent : .list(summary.held) { HeldLines(style: style).data($0) },
      "planned": summary.planned.isEmpty
        ? .absent : .list(summary.planned) { PlannedLines(style: style).data($0) },
      "loans": summary.loans.isEmpty
        ? .absent : .rows(DebtTable(style: style).table(summary.loans)),
    ]
  }

  private func person(_ member: Member) -> ReportRecord {
    let profile = member.profile
    return [
      "number": .text(member.number.text), "name": .text(profile.name),
      "kind": .text(profile.kind.rawValue),
      "standing": .text(member.memberships.last?.standing.rawValue),
      "memberships": .list(member.memberships) {
        ["since": .date($0.since), "standing": .text($0.standing.rawValue)]
      },
      "nik": .text(profile.nik), "npwp": .text(profile.npwp),
      "birthPlace": .text(profile.birthPlace), "birthDate": .date(profile.birthDate),
      "gender": .text(profile.gender?.rawValue), "occupation": .text(profile.occupation),
      "address": .text(profile.address), "phone": .text(profile.phone),
      "heir": .text(profile.heir), "heirRelation": .text(profile.heirRelation),
      "unit": .text(profile.unit), "externalID": .text(profile.externalID),
      "remarks": .text(profile.remarks),
    ]
  }
}
