/// What the register of members (daftar anggota) says of a person or an organisation.
///
/// Name, NIK, NPWP, birth, address, telephone and heir are personal data: the chain holds a salted
/// digest of each, and the values can be erased.
public struct MemberProfile: Hashable, Sendable {
  /// A word of the register.
  public enum Gender: String, CaseIterable, Sendable {
    /// Perempuan.
    case female
    /// Laki-laki.
    case male
  }

  /// The full name.
  public var name: String
  /// A person or an organisation.
  public var kind: Member.Kind
  /// The national identity number (NIK) of a person, sixteen digits.
  public var nik: String?
  /// The tax number (NPWP), sixteen digits.
  public var npwp: String?
  /// The place of birth.
  public var birthPlace: String?
  /// The day of birth.
  public var birthDate: BookDate?
  /// Female or male.
  public var gender: Gender?
  /// The occupation (pekerjaan).
  public var occupation: String?
  /// The address.
  public var address: String?
  /// The telephone number.
  public var phone: String?
  /// Who inherits the savings (ahli waris).
  public var heir: String?
  /// What the heir is to the member: wife, son.
  public var heirRelation: String?
  /// The group, unit or work place.
  public var unit: String?
  /// The key under which a program that embeds the ledger knows the member; unique in the book.
  public var externalID: String?
  /// A remark (keterangan).
  public var remarks: String?

  /// A profile; only the name is required.
  public init(
    name: String, kind: Member.Kind = .individual, address: String? = nil, phone: String? = nil,
    nik: String? = nil, npwp: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.address = address
    self.phone = phone
    self.nik = nik
    self.npwp = npwp
  }
}
