/// A member of the cooperative (anggota): a person or an organisation.
public struct Member: Hashable, Sendable {
  /// What a member is, which decides the tax on interest.
  public enum Kind: String, CaseIterable, Sendable {
    /// A natural person (orang pribadi).
    case individual
    /// An organisation, such as another cooperative (badan).
    case organization
  }

  /// How somebody belongs to the cooperative, which changes from a day on.
  public enum Standing: String, CaseIterable, Sendable {
    /// Not yet a member (calon anggota).
    case prospective
    /// A member with all rights and duties (anggota).
    case member
    /// A member without them (anggota luar biasa).
    case honorary
  }

  /// The member number (nomor anggota), unique in the book.
  public let number: String
  /// Name and contact.
  public let profile: MemberProfile
  /// The day of joining.
  public let joinedOn: BookDate
  /// The day of leaving, when the member has left.
  public let leftOn: BookDate?
  /// Why they left, where the register says so.
  public let leavingReason: String?

  /// Gathers what the register says of a member.
  public init(
    number: String, profile: MemberProfile, joinedOn: BookDate, leftOn: BookDate?,
    leavingReason: String? = nil
  ) {
    self.number = number
    self.profile = profile
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.leavingReason = leavingReason
  }
}
