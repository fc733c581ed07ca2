import GRDB
import KSPCore

/// Compares the name that a row gives beside a member's number with the register, so that a number
/// that slipped by a row does not give money to somebody else.
struct NameCheck {
  let session: PostingSession
  let name: CSVColumn

  /// Notes a name that is not that of the member; a number that nobody has is said elsewhere.
  func check(_ member: MemberNumber?, _ cells: inout RowReader) {
    guard name.isThere, let member, let written = cells.optionalText(name) else { return }
    let registered = try? String.fetchOne(
      session.db.cachedStatement(sql: "SELECT name FROM member WHERE number = ?"),
      arguments: [member.text])
    guard let registered, !SheetWords.mayName(written, registered) else { return }
    cells.refuse(
      .importNameDiffers(member, written: written, registered: registered), at: name)
  }
}
