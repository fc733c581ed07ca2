import GRDB
import KSPCore

/// Where the bases of members come from: the book, or a list where the year began before it.
struct ShuBaseSource {
  let db: Database
  let catalog: Catalog
  let year: BookYear
  /// What a list says of members; nil where the book is asked.
  let given: [ShuBase]?

  /// The members who have a base, in the order of their numbers.
  ///
  /// - Throws: `shu.basesUnfit` for a list of a year that the book has wholly, none for a year that
  ///   it has nothing of, and a division by origin of income that it does not have;
  ///   `member.unknown`.
  func bases(
    _ plan: ShuPlan, _ state: KnownState
  ) throws -> [ShuBaseReader.Base] {
    let first = catalog.settings.firstMonth
    guard let given else {
      guard year.lastMonth >= first else {
        throw LedgerError.shuBasesUnfit(
          year, Phrase(id: "tidak ada di buku ini", en: "they are not in this book"),
          isMissing: true)
      }
      return try ShuBaseReader(db: db, year: year, state: state).bases(plan.bases, catalog)
    }
    guard year.firstMonth < first else {
      throw LedgerError.shuBasesUnfit(
        year, Phrase(id: "buku ini menghitungnya sendiri", en: "this book works them out"))
    }
    guard plan.othersFund == nil else {
      throw LedgerError.shuBasesUnfit(
        year,
        Phrase(
          id: "asal pendapatannya tidak ada di buku ini",
          en: "where its income came from is not in this book"))
    }
    return try given.filter { $0.capital.isPositive || $0.activity.isPositive }
      .sorted { $0.member.text < $1.member.text }.map(base)
  }

  private func base(_ given: ShuBase) throws -> ShuBaseReader.Base {
    let member = try MemberTable.requireMember(db, number: given.member)
    return ShuBaseReader.Base(
      member: try MemberTable.id(db, number: given.member), leftOn: member.leftOn,
      base: ShuBase(
        member: given.member, name: member.profile.name, capital: given.capital,
        activity: given.activity))
  }
}
