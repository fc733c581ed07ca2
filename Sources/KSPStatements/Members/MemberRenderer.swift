/// Writes one member: profile and accounts.
public struct MemberRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one member; in CSV a row for each account.
  public func render(_ document: MemberSummary, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ summary: MemberSummary) -> Report {
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
      title: words.memberTitle, subject: "\(member.number) \(profile.name)",
      blocks: [.fields(fields(member) + claim(summary), width: 16), .table(table)]
        + style.later(than: [summary]))
  }

  /// What is claimed for tax, where something is.
  private func claim(_ summary: MemberSummary) -> [Report.Field] {
    guard let claim = summary.taxClaim, !claim.isZero else { return [] }
    return [Report.Field(style.words("Piutang PPh", "Tax claimed"), claim.formatted)]
      .compactMap(\.self)
  }

  private func fields(_ member: Member) -> [Report.Field] {
    let words = style.words
    let profile = member.profile
    func joined(_ parts: [String?], _ sign: String) -> String? {
      let parts = parts.compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: sign)
    }
    let standings = member.memberships.map { "\(words.standing($0.standing)) (\($0.since))" }
    let fields =
      [
        Report.Field(words.number, member.number), Report.Field(words.name, profile.name),
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
        Report.Field(words.left, member.leftOn.map { words($0.inWords) }),
        Report.Field(words.leavingReason, member.leavingReason),
      ]
      + member.attributes.sorted { $0.key < $1.key }.map { Report.Field($0.key, $0.value) }
    return fields.compactMap(\.self)
  }

  private func csv(_ summary: MemberSummary, into output: inout TextOutput) {
    header(into: &output)
    rows(summary, into: &output)
  }

  private func json(_ summary: MemberSummary, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.member/1")
      fields(summary, into: &json)
      if let claim = summary.taxClaim { json.field("taxClaim", claim) }
    }
  }

  func header(into output: inout TextOutput) {
    CSVWriter.header(
      [
        "number", "name", "kind", "standing", "joined", "left", "reason", "nik", "npwp",
        "birth_place", "birth_date", "gender", "occupation", "address", "phone", "heir",
        "heir_relation", "unit", "external_id", "remarks", "account", "product", "balance",
        "closed",
      ], into: &output)
  }

  func rows(_ summary: MemberSummary, into output: inout TextOutput) {
    let profile = summary.member.profile
    let member: [Cell] = [
      .text(summary.member.number), .text(profile.name), .text(profile.kind.rawValue),
      .optional(summary.member.memberships.last?.standing.rawValue),
      .date(summary.member.joinedOn), .optional(summary.member.leftOn),
      .optional(summary.member.leavingReason), .optional(profile.nik), .optional(profile.npwp),
      .optional(profile.birthPlace), .optional(profile.birthDate),
      .optional(profile.gender?.rawValue), .optional(profile.occupation),
      .optional(profile.address), .optional(profile.phone), .optional(profile.heir),
      .optional(profile.heirRelation), .optional(profile.unit), .optional(profile.externalID),
      .optional(profile.remarks),
    ]
    for savings in summary.savings {
      CSVWriter.row(
        member + [
          .text(savings.account.text), .text(savings.product), .amount(savings.balance),
          .optional(savings.closedOn),
        ], into: &output)
    }
    if summary.savings.isEmpty {
      CSVWriter.row(member + [.blank, .blank, .blank, .blank], into: &output)
    }
  }

  func fields(_ summary: MemberSummary, into json: inout JSONWriter) {
    let profile = summary.member.profile
    json.field("number", summary.member.number)
    json.field("name", profile.name)
    json.field("kind", profile.kind.rawValue)
    json.field("standing", summary.member.memberships.last?.standing.rawValue)
    json.array("memberships") { json in
      for membership in summary.member.memberships {
        json.object { json in
          json.field("since", membership.since)
          json.field("standing", membership.standing.rawValue)
        }
      }
    }
    json.field("nik", profile.nik)
    json.field("npwp", profile.npwp)
    json.field("birthPlace", profile.birthPlace)
    json.field("birthDate", profile.birthDate)
    json.field("gender", profile.gender?.rawValue)
    json.field("occupation", profile.occupation)
    json.field("address", profile.address)
    json.field("phone", profile.phone)
    json.field("heir", profile.heir)
    json.field("heirRelation", profile.heirRelation)
    json.field("unit", profile.unit)
    json.field("externalID", profile.externalID)
    json.field("remarks", profile.remarks)
    json.field("joined", summary.member.joinedOn)
    json.field("left", summary.member.leftOn)
    json.field("leavingReason", summary.member.leavingReason)
    json.object("attributes") { json in
      for (name, value) in summary.member.attributes.sorted(by: { $0.key < $1.key }) {
        json.field(name, value)
      }
    }
    json.array("accounts") { json in
      for savings in summary.savings {
        json.object { json in
          json.field("account", savings.account.text)
          json.field("product", savings.product)
          json.field("balance", savings.balance)
          if let later = savings.later { json.field("later", later) }
          json.field("closed", savings.closedOn)
        }
      }
    }
  }
}
