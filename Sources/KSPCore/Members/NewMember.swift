/// Somebody who joins, with the money they bring.
public struct NewMember: Hashable, Sendable, Codable {
  /// The member number; nil takes the next free one.
  public var number: MemberNumber?
  /// Name and contact.
  public var profile: MemberProfile
  /// The day of joining.
  public var joinedOn: BookDate
  /// How they belong to the cooperative from then on.
  public var standing: Member.Standing
  /// What a program that embeds the ledger keeps with the member, by name.
  public var attributes: [String: String]
  /// Simpanan pokok paid on joining.
  public var pokok: Rupiah
  /// The first simpanan wajib paid on joining.
  public var wajib: Rupiah
  /// Uang pangkal, which is income of the cooperative.
  public var entranceFee: Rupiah
  /// Reference, memo and author of the joining entry.
  public var note: EntryNote
  /// The caller's key (nomor referensi): the same key with the same content returns the first
  /// result, with other content it is refused.
  public var reference: String? {
    get { note.reference }
    set { note.reference = newValue }
  }

  /// Describes somebody who joins; without money no entry is made.
  public init(
    number: MemberNumber? = nil, profile: MemberProfile, joinedOn: BookDate,
    as standing: Member.Standing = .member, attributes: [String: String] = [:],
    pokok: Rupiah = .zero, wajib: Rupiah = .zero, entranceFee: Rupiah = .zero,
    reference: String? = nil, note: EntryNote = EntryNote()
  ) {
    self.number = number
    self.profile = profile
    self.joinedOn = joinedOn
    self.standing = standing
    self.attributes = attributes
    self.pokok = pokok
    self.wajib = wajib
    self.entranceFee = entranceFee
    self.note = note.keyed(by: reference)
  }

  /// Whether there is anything to book.
  package var bringsMoney: Bool {
    !(pokok.isZero && wajib.isZero && entranceFee.isZero)
  }
}
