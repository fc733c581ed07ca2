/// Somebody who may record in the book (petugas), from a day on.
///
/// A book in which nobody is in office takes any author. As long as somebody is, only those record
/// under a name.
public struct Officer: Hashable, Sendable, Codable {
  /// The name, as it stands beside what they record.
  public let name: String
  /// What they are: cashier, treasurer, manager; nil where it is not said.
  public let role: String?
  /// The first day.
  public let since: BookDate
  /// The last day; nil while they are in office.
  public let until: BookDate?

  /// Gathers an officer.
  package init(name: String, role: String?, since: BookDate, until: BookDate?) {
    self.name = name
    self.role = role
    self.since = since
    self.until = until
  }

  /// Whether they are in office on a day.
  package func isInOffice(on date: BookDate) -> Bool {
    since <= date && until.map { date <= $0 } ?? true
  }
}

extension LedgerError.Code {
  /// Something is recorded by somebody who is not in office.
  public static let officerUnknown = Self(rawValue: "officer.unknown")
  /// An officer is in office already, or is not.
  public static let officerStanding = Self(rawValue: "officer.standing")
}

extension LedgerError {
  /// Something is recorded by somebody who is not in office; `known` are those who are.
  package static func officerUnknown(_ name: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .officerUnknown,
      message: Phrase(
        id: "“\(name.quotable)” bukan petugas buku ini.",
        en: "“\(name.quotable)” is no officer of this book."),
      advice: Phrase(
        id: "Petugas sekarang: \(list). Tambahkan dulu kalau ada yang baru.",
        en: "In office are: \(list). Add a new one first."),
      remedies: [.book(.addOfficer(name))])
  }

  /// An officer is in office already, or is not.
  package static func officerStanding(_ name: String, isInOffice: Bool) -> LedgerError {
    LedgerError(
      .officerStanding,
      message: isInOffice
        ? Phrase(
          id: "“\(name.quotable)” sudah petugas.", en: "“\(name.quotable)” is in office already.")
        : Phrase(
          id: "“\(name.quotable)” tidak sedang bertugas.",
          en: "“\(name.quotable)” is not in office."),
      advice: Phrase(
        id: "Lihat daftar petugas.", en: "See the list of officers."),
      remedies: [.book(.seeOfficers)])
  }
}
