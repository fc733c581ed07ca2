/// What the register of members (daftar anggota) says of a person or an organisation.
///
/// Name, NIK, NPWP, birth, occupation, address, telephone, heir and remarks are personal data: the
/// chain holds a salted digest of each, and the values can be erased.
public struct MemberProfile: Hashable, Sendable, Codable {
  /// A word of the register.
  public enum Gender: String, CaseIterable, Sendable, Codable {
    /// Perempuan.
    case female
    /// Laki-laki.
    case male

    /// Reads `female` (perempuan, P) or `male` (laki-laki, L).
    ///
    /// - Throws: `import.wordUnknown`.
    public init(parsing text: String) throws(LedgerError) {
      switch text.lowercased() {
      case "female", "perempuan", "p": self = .female
      case "male", "laki-laki", "laki", "l": self = .male
      default: throw .importWordUnknown(text, known: ["female/perempuan", "male/laki-laki"])
      }
    }
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
  ///
  /// It stays in the chain as it is, so it should say nothing of the person.
  public var externalID: String?
  /// A remark (keterangan).
  public var remarks: String?

  /// Whether the tax office knows them by a number: an NPWP, for persons also the NIK.
  package var hasTaxNumber: Bool { npwp != nil || (kind == .individual && nik != nil) }

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

  /// The profile with what another of the same person says and this one does not. An heir goes with
  /// the relation; the key of another program stays with its number.
  package func completed(by other: MemberProfile) -> MemberProfile {
    var profile = self
    profile.nik = nik ?? other.nik
    profile.npwp = npwp ?? other.npwp
    profile.birthPlace = birthPlace ?? other.birthPlace
    profile.birthDate = birthDate ?? other.birthDate
    profile.gender = gender ?? other.gender
    profile.occupation = occupation ?? other.occupation
    profile.address = address ?? other.address
    profile.phone = phone ?? other.phone
    if heir == nil { (profile.heir, profile.heirRelation) = (other.heir, other.heirRelation) }
    profile.unit = unit ?? other.unit
    profile.remarks = remarks ?? other.remarks
    return profile
  }

  /// The profile as it is stored: numbers without dots and dashes, an NPWP of fifteen digits with a
  /// leading zero.
  ///
  /// - Throws: `member.profileUnacceptable` for a name that cannot be printed, `nik.unreadable` for
  ///   a person's NIK that has not sixteen digits, `npwp.unreadable`, `entry.noteUnacceptable`.
  public func checked() throws(LedgerError) -> MemberProfile {
    guard name.isUsableText else { throw .memberProfileUnacceptable(name) }
    let texts = [
      nik, npwp, birthPlace, occupation, address, phone, heir, heirRelation, unit, externalID,
      remarks,
    ]
    for case let text? in texts where !text.isUsableText { throw .noteUnacceptable(text) }
    var profile = self
    // The NIK of a cooperative is a number of its own.
    if kind == .individual, let nik { profile.nik = try IdentityNumber.nik(nik) }
    if let npwp { profile.npwp = try IdentityNumber.npwp(npwp) }
    return profile
  }

  /// What is unlikely about it, though it is accepted: a NIK whose digits 7 to 12 are no day of
  /// birth, or another one or of another gender than the profile says.
  public var doubts: [Phrase] {
    guard kind == .individual, let nik, let birth = IdentityNumber.Birth(nik: nik) else {
      return []
    }
    guard birth.isDay else {
      return [
        Phrase(
          id: "Angka ke-7 sampai 12 NIK \(nik) bukan tanggal lahir.",
          en: "Digits 7 to 12 of NIK \(nik) are no day of birth.")
      ]
    }
    var doubts: [Phrase] = []
    if let birthDate, !birth.isDay(birthDate) {
      doubts.append(
        Phrase(
          id: "Tanggal lahir \(birthDate) tidak cocok dengan NIK \(nik).",
          en: "Day of birth \(birthDate) does not fit NIK \(nik)."))
    }
    if let gender, gender != birth.gender {
      doubts.append(
        Phrase(
          id: "Jenis kelamin tidak cocok dengan NIK \(nik).",
          en: "The gender does not fit NIK \(nik)."))
    }
    return doubts
  }
}

extension Phrase {
  /// Several members have one NIK: perhaps one person who was entered twice.
  package static func nikShared(_ nik: String, by holders: [String]) -> Phrase {
    let list = holders.joined(separator: ", ")
    return Phrase(
      id: "NIK \(nik) dipakai beberapa anggota: \(list).",
      en: "NIK \(nik) is that of several members: \(list).")
  }

  /// Several members have one name and joined on one day: perhaps a number lost its zeros.
  package static func membersAlike(_ alike: [(name: String, numbers: [String])]) -> Phrase {
    let shown = alike.prefix(3).map { "\($0.name) (\($0.numbers.joined(separator: ", ")))" }
      .joined(separator: "; ")
    let more = alike.count - 3
    return Phrase(
      id: "Nama dan tanggal masuk yang sama pada beberapa nomor: \(shown)"
        + (more > 0 ? "; dan \(more) nama lagi." : "."),
      en: "The same name and day of joining under several numbers: \(shown)"
        + (more > 0 ? "; and \(more) more." : "."))
  }
}
