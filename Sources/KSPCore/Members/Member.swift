/// A member of the cooperative (anggota): a person or an organisation.
public struct Member: Hashable, Sendable {
  /// What a member is, which decides the tax on interest.
  public enum Kind: String, CaseIterable, Sendable {
    /// A natural person (orang pribadi).
    case individual
    /// An organisation, such as another cooperative (badan).
    case organization
  }

  /// The member number (nomor anggota), unique in the book.
  public let number: String
  /// Name and contact.
  public let profile: MemberProfile
  /// The day of joining.
  public let joinedOn: BookDate
  /// The day of leaving, when the member has left.
  public let leftOn: BookDate?

  /// Gathers what the register says of a member.
  public init(number: String, profile: MemberProfile, joinedOn: BookDate, leftOn: BookDate?) {
    self.number = number
    self.profile = profile
    self.joinedOn = joinedOn
    self.leftOn = leftOn
  }
}

/// What a member tells about themselves when joining.
public struct MemberProfile: Hashable, Sendable {
  /// The full name.
  public var name: String
  /// A person or an organisation.
  public var kind: Member.Kind
  /// The address, if given.
  public var address: String?
  /// The telephone number, if given.
  public var phone: String?
  /// The national identity number (NIK), or the tax number of an organisation, if given.
  public var nationalID: String?

  /// A profile; only the name is required.
  public init(
    name: String, kind: Member.Kind = .individual, address: String? = nil, phone: String? = nil,
    nationalID: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.address = address
    self.phone = phone
    self.nationalID = nationalID
  }
}
