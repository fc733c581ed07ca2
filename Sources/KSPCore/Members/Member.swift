/// A member of the cooperative (anggota): a person or an organisation.
public struct Member: Hashable, Sendable, Codable {
  /// What a member is, which decides the tax on interest.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// A natural person (orang pribadi).
    case individual
    /// An organisation, such as another cooperative (badan).
    case organization

    /// Reads `individual` (orang) or `organization` (badan).
    ///
    /// - Throws: `import.wordUnknown`.
    public init(parsing text: String) throws(LedgerError) {
      switch text.lowercased() {
      case "individual", "person", "orang", "perorangan": self = .individual
      case "organization", "organisation", "badan": self = .organization
      default:
        throw .importWordUnknown(text, known: ["individual/orang", "organization/badan"])
      }
    }
  }

  /// How somebody belongs to the cooperative, which changes from a day on.
  public enum Standing: String, CaseIterable, Sendable, Codable {
    /// Not yet a member (calon anggota).
    case prospective
    /// A member with all rights and duties (anggota).
    case member
    /// A member without them (anggota luar biasa).
    case honorary

    /// Reads `prospective` (calon), `member` (anggota) or `honorary` (luar-biasa).
    ///
    /// - Throws: `import.wordUnknown`.
    public init(parsing text: String) throws(LedgerError) {
      switch text.lowercased() {
      case "prospective", "calon", "calon anggota": self = .prospective
      case "member", "anggota": self = .member
      case "honorary", "luar-biasa", "luar biasa", "anggota luar biasa": self = .honorary
      default:
        throw .importWordUnknown(
          text, known: ["prospective/calon", "member/anggota", "honorary/luar-biasa"])
      }
    }

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .prospective: Phrase(id: "calon anggota", en: "prospective member")
      case .member: Phrase(id: "anggota", en: "member")
      case .honorary: Phrase(id: "anggota luar biasa", en: "honorary member")
      }
    }
  }

  /// How somebody belongs to the cooperative from a day on.
  public struct Membership: Hashable, Sendable, Codable {
    /// The first day.
    public let since: BookDate
    /// How they belong from then on.
    public let standing: Standing

    /// Pairs a day with what begins on it.
    public init(_ standing: Standing, since: BookDate) {
      self.since = since
      self.standing = standing
    }
  }

  /// That somebody is a person or an organisation from a month on.
  public struct KindChange: Hashable, Sendable, Codable {
    /// What they are from then on.
    public let kind: Kind
    /// The first month in which the tax on their interest follows it.
    public let effectiveFrom: BookMonth

    /// Pairs a kind with the month in which it begins.
    public init(_ kind: Kind, from month: BookMonth) {
      self.kind = kind
      effectiveFrom = month
    }
  }

  /// The attribute that names who collects from a member (kolektor).
  public static let collectorAttribute = "kolektor"
  /// The attribute that says how a member is related to the cooperative (pihak terkait), such as
  /// `pengurus` or `pengawas`: they may borrow less.
  public static let relatedAttribute = "terkait"

  /// What stands for the name of somebody whose personal data was erased.
  public static let erasedName = "(dihapus)"

  /// The member number (nomor anggota), unique in the book.
  public let number: MemberNumber
  /// Name and contact.
  public let profile: MemberProfile
  /// The day of joining.
  public let joinedOn: BookDate
  /// The day of leaving, when the member has left.
  public let leftOn: BookDate?
  /// Why they left, where the register says so.
  public let leavingReason: String?
  /// The day on which they died; nil for the living.
  public package(set) var diedOn: BookDate?
  /// Who they turned out to be, where they were entered twice; nil for everybody else.
  public package(set) var mergedInto: MemberNumber?
  /// The numbers under which they had been entered as well, in the order of the mergers.
  public package(set) var mergedFrom: [MemberNumber] = []
  /// How they belonged, by the days from which they did, oldest first.
  public let memberships: [Membership]
  /// What a program that embeds the ledger keeps with the member, by name.
  public let attributes: [String: String]

  /// Gathers what the register says of a member.
  package init(
    number: MemberNumber, profile: MemberProfile, joinedOn: BookDate, leftOn: BookDate?,
    leavingReason: String? = nil, memberships: [Membership] = [],
    attributes: [String: String] = [:]
  ) {
    self.number = number
    self.profile = profile
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.leavingReason = leavingReason
    self.memberships = memberships
    self.attributes = attributes
  }

  /// How they belong on a day; before the first day of all, as on that day.
  public func standing(on date: BookDate) -> Standing {
    (memberships.last { $0.since <= date } ?? memberships.first)?.standing ?? .member
  }
}

extension Member: Identifiable {
  /// The member number.
  public var id: MemberNumber { number }
}
