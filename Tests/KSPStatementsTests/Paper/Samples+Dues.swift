import KSPCore
import KSPStatements

extension Samples {
  /// A member with a month paid, one in part, one exempt, one open, and one paid ahead.
  private static func memberDues() throws -> MemberDues {
    var facts = DuesFacts(member: "0001", joinedOn: try BookDate(parsing: "2026-01-05"))
    facts.exemptions = [
      DueExemption(
        from: try BookMonth(parsing: "2026-03"), until: try BookMonth(parsing: "2026-03"),
        reason: "sakit, rapat \"3\"")
    ]
    facts.takeover = DuesTakeover(.arrears(15_000), asOf: try BookDate(parsing: "2025-12-31"))
    facts.payments = [
      DuePayment(
        70_000, on: try BookDate(parsing: "2026-01-05"), entry: EntryNumber(1), event: 1,
        parts: [DuePayment.Part(try BookMonth(parsing: "2026-12"), 25_000)])
    ]
    let card = try DuesCard(
      facts, name: "Budi <Hartono>", product: "wajib", under: DuesRule(amounts()),
      asOf: BookDate(parsing: "2026-04-30"))
    return MemberDues(member: "0001", name: card.name, asOf: card.asOf, cards: [card])
  }

  private static func amounts() throws -> [DueAmount] {
    let first = try BookMonth(parsing: "2026-01")
    return [
      DueAmount(20_000, product: "wajib", from: first),
      DueAmount(25_000, product: "wajib", from: try BookMonth(parsing: "2026-04")),
      DueAmount(100_000, product: "wajib", scope: .kind(.organization), from: first),
      DueAmount(5_000, product: "wajib", scope: .standing(.prospective), from: first),
      DueAmount(0, product: "wajib", scope: .member("0009"), from: first),
    ]
  }

  /// The papers of dues.
  static func dues(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let dues = try memberDues()
    let list = try DuesList(
      asOf: dues.asOf, isAsked: true,
      members: [
        DuesList.Row(
          member: dues.member, name: dues.name, phone: "0812-3456", group: "Pasar; Barat",
          dues.cards)
      ])
    let nothing = try DuesList(asOf: dues.asOf, isAsked: false, members: [])
    return [
      ("dues", DuesListRenderer(style).string(list)),
      ("dues-nothing", DuesListRenderer(style).string(nothing)),
      ("dues-reminders", DuesReminderRenderer(style).string(list)),
      ("dues-card", DuesCardRenderer(style).string(dues)),
      ("due-amounts", DueAmountsRenderer(style).string(try amounts())),
    ]
  }
}
