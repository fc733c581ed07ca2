/// One fact of the register by which a program knows a member for certain.
///
/// ```swift
/// let members = try ledger.members(having: .attribute("payroll", "K-17"))
/// ```
public enum MemberKey: Hashable, Sendable {
  /// The national identity number (NIK), as a card prints it or in digits. Two members may have
  /// one, though it is pointed out.
  case nik(String)
  /// The tax number (NPWP), with fifteen digits or sixteen.
  case npwp(String)
  /// The telephone number: its digits count, and a leading 0 or 62 is one and the same.
  case phone(String)
  /// The key under which another program knows the member; no two have the same.
  case externalID(String)
  /// An attribute with its whole value.
  case attribute(String, String)
}
