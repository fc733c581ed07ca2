extension Remedy {
  /// What can be done in the register of members.
  public enum OnMember: Hashable, Sendable {
    /// Enter a new member.
    case add
    /// Read what the book says of a member.
    case see(MemberNumber?)
    /// Look for a member's number.
    case find
    /// End a membership, also on a day, and by setting off what is owed on loans.
    case endMembership(MemberNumber?, on: BookDate? = nil, settingOffLoans: Bool = false)
    /// Say from which month on a member is a person or an organization.
    case changeKind(MemberNumber)
    /// Say under which NPWP a member is known.
    case giveTaxNumber(MemberNumber)
    /// Read which months of dues a member has paid.
    case seeDues(MemberNumber)
    /// Read what former members have yet to take.
    case seeOwed

    var code: Code {
      switch self {
      case .add: .addMember
      case .see: .seeMember
      case .find: .findMember
      case .endMembership: .endMembership
      case .changeKind: .changeKind
      case .giveTaxNumber: .giveMemberTaxNumber
      case .seeDues: .seeDues
      case .seeOwed: .seeOwed
      }
    }

    var name: Phrase {
      switch self {
      case .add: Phrase(id: "Tambah anggota", en: "Add a member")
      case .see(let member?): Phrase(id: "Lihat anggota \(member)", en: "See member \(member)")
      case .see(nil): Phrase(id: "Lihat anggota", en: "See a member")
      case .find: Phrase(id: "Cari anggota", en: "Find a member")
      case .endMembership(_, _, settingOffLoans: true):
        Phrase(
          id: "Catat keluar, pinjaman dipotong dari simpanan", en: "End it, with loans set off")
      case .endMembership: Phrase(id: "Catat keluar", en: "End the membership")
      case .changeKind: Phrase(id: "Ganti jenis anggota", en: "Change the kind of member")
      case .giveTaxNumber(let member):
        Phrase(id: "Isi NPWP \(member)", en: "Enter the NPWP of \(member)")
      case .seeDues(let member):
        Phrase(id: "Lihat kartu wajib \(member)", en: "See the dues of \(member)")
      case .seeOwed:
        Phrase(id: "Lihat simpanan yang belum diambil", en: "See what was not taken yet")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .add, .find, .seeOwed: []
      case .see(let member): [Argument("member", member)]
      case .endMembership(let member, let date, let setsOff):
        [
          Argument("member", member), Argument("date", date),
          Argument("setOffLoans", setsOff ? setsOff : nil),
        ]
      case .changeKind(let member), .giveTaxNumber(let member), .seeDues(let member):
        [Argument("member", member)]
      }
    }
  }
}
