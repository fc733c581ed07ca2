import GRDB
import KSPCore

/// Compares the name that a row gives beside a member's number with the register, so that a number
/// that slipped by a row does not give money to somebody else.
final class NameCheck {
  private let session: PostingSession
  private let name: CSVColumn
  /// The names of all members as they are compared; read once a row is written otherwise than the
  /// register has it.
  private var names: Set<String>?

  init(session: PostingSession, name: CSVColumn) {
    self.session = session
    self.name = name
  }

  /// Notes a name that is not that of the member, or wholly that of another one; a number that
  /// nobody has is said elsewhere.
  func check(_ member: MemberNumber?, _ cells: inout RowReader) {
    guard name.isThere, let member, let written = cells.optionalText(name) else { return }
    let registered = try? String.fetchOne(
      session.db.cachedStatement(sql: "SELECT name FROM member WHERE number = ?"),
      arguments: [member.text])
    guard let registered, written != registered else { return }
    guard !SheetWords.mayName(written, registered) || isAnothers(written, registered) else {
      return
    }
    cells.refuse(
      .importNameDiffers(member, written: written, registered: registered), at: name)
  }

  /// Whether a name is wholly that of a member, but not of the one with the number.
  private func isAnothers(_ written: String, _ registered: String) -> Bool {
    let key = SheetWords.nameKey(written)
    guard key != SheetWords.nameKey(registered) else { return false }
    let all =
      names
      ?? Set(
        ((try? String.fetchAll(session.db, sql: "SELECT name FROM member")) ?? [])
          .map(SheetWords.nameKey))
    names = all
    return all.contains(key)
  }
}
