import GRDB
import KSPCore

/// Works every division of an SHU that stands out again: the bases of its members from the book as
/// it was known then, the pots and parts from those bases.
struct ShuCheck {
  let db: Database

  func run() throws -> VerificationReport.Check {
    var offenders = Offenders()
    let years = try Int.fetchAll(
      db, sql: "SELECT DISTINCT year FROM shuPosting ORDER BY year")
    let catalog = try Catalog(db)
    var examined = 0
    for year in years {
      let found: [String]? = try unlessDamaged {
        guard let division = try ShuReader(db: db).division(of: year) else { return [] }
        let debts = try ShuReader(db: db).debts(of: division)
        examined += debts.count
        return try strange(division, year, debts.map(\.recipient.part), catalog)
      }
      for name in found ?? ["\(year)"] { offenders.add(name) }
    }
    return offenders.check(
      "shu.parts",
      Phrase(
        id: "Dasar dan bagian SHU setiap anggota sama dengan hitungan ulang",
        en: "Bases and parts of every member in an SHU are what they come to again"),
      examined: examined)
  }

  private func strange(
    _ division: ShuReader.Division, _ year: Int, _ parts: [ShuDistribution.Part],
    _ catalog: Catalog
  ) throws -> [String] {
    let reader = ShuReader(db: db)
    let decision = try reader.decision(event: division.decision)
    let bookYear = try BookYear(year, startingIn: catalog.settings.yearStart)
    // What a list said stands nowhere but beside the parts.
    guard !division.hasGivenBases || bookYear.firstMonth < catalog.settings.firstMonth else {
      return ["\(year)"]
    }
    let bases =
      division.hasGivenBases
      ? parts.map(\.base)
      : try ShuBaseReader(
        db: db, year: bookYear, state: KnownState(before: division.entry, db)
      ).bases(decision.plan.bases, catalog).map(\.base)
    let aside = try division.origin?.aside(of: division.shu) ?? .zero
    guard aside == division.aside, (division.origin == nil) == (decision.plan.othersFund == nil)
    else { return ["\(year)"] }
    let again = try ShuDistribution(
      of: division.shu, by: decision.plan.shares, among: bases,
      step: decision.plan.step, aside: aside)
    guard try again.pots.map(\.amount) == reader.amounts(of: division) else { return ["\(year)"] }
    let known = Dictionary(parts.map { ($0.base.member, $0) }) { first, _ in first }
    let worked = Dictionary(again.parts.map { ($0.base.member, $0) }) { first, _ in first }
    return Set(known.keys).union(worked.keys).sorted().filter { member in
      let (kept, right) = (known[member], worked[member])
      return kept?.base.capital != right?.base.capital
        || kept?.base.activity != right?.base.activity || kept?.capital != right?.capital
        || kept?.activity != right?.activity
    }.map { "\(year) \($0)" }
  }
}
