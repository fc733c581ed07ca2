import KSPCore

/// The columns of a table of members, and how a row of them is read.
struct MemberColumns {
  let number, name, joined, nik: CSVColumn
  private let kind, standing, npwp, birthPlace, birthDate, gender, occupation: CSVColumn
  private let address, phone, heir, heirRelation, unit, externalID, remarks: CSVColumn

  init(_ sheet: Sheet) {
    number = sheet.column("number")
    name = sheet.column("name")
    kind = sheet.column("kind")
    standing = sheet.column("standing")
    joined = sheet.column("joined")
    nik = sheet.column("nik")
    npwp = sheet.column("npwp")
    birthPlace = sheet.column("birth_place")
    birthDate = sheet.column("birth_date")
    gender = sheet.column("gender")
    occupation = sheet.column("occupation")
    address = sheet.column("address")
    phone = sheet.column("phone")
    heir = sheet.column("heir")
    heirRelation = sheet.column("heir_relation")
    unit = sheet.column("unit")
    externalID = sheet.column("external_id")
    remarks = sheet.column("remarks")
  }

  func read(_ cells: inout RowReader) -> NewMember? {
    let number: MemberNumber? = cells.optionalNumber(number)
    let name = cells.text(name)
    let kind = readKind(&cells)
    let standing = readStanding(&cells)
    let joinedOn = cells.date(joined)
    var profile = MemberProfile(name: name ?? "", kind: kind)
    // The NIK of a cooperative is a number of its own.
    profile.nik = cells.optionalNumber(nik) { text throws(LedgerError) in
      kind == .individual ? try IdentityNumber.nik(text) : text
    }
    profile.npwp = cells.optionalNumber(npwp, IdentityNumber.npwp)
    profile.birthPlace = cells.optionalText(birthPlace)
    profile.birthDate = cells.optionalDate(birthDate)
    profile.gender = cells.optionalValue(gender, MemberProfile.Gender.init(parsing:))
    profile.occupation = cells.optionalText(occupation)
    profile.address = cells.optionalText(address)
    profile.phone = cells.optionalNumber(phone)
    profile.heir = cells.optionalText(heir)
    profile.heirRelation = cells.optionalText(heirRelation)
    profile.unit = cells.optionalText(unit)
    profile.externalID = cells.optionalNumber(externalID)
    profile.remarks = cells.optionalText(remarks)
    guard name != nil, let joinedOn else { return nil }
    return NewMember(
      number: number, profile: profile, joinedOn: joinedOn, as: standing ?? .member)
  }

  /// Whoever is running is a member; whoever is out is not entered without a word.
  private func readStanding(_ cells: inout RowReader) -> Member.Standing? {
    cells.optionalValue(standing) { word throws(LedgerError) in
      if ["aktif", "active", "anggota aktif"].contains(word.lowercased()) { return .member }
      guard !SheetWords.saysOut(word) else { throw .importRowMarked(word) }
      return try Member.Standing(parsing: word)
    }
  }

  private func readKind(_ cells: inout RowReader) -> Member.Kind {
    cells.optionalValue(kind) { word throws(LedgerError) in
      switch word.lowercased() {
      case "individual", "perorangan", "orang", "pribadi": .individual
      case "organization", "badan", "organisasi": .organization
      default: throw .importWordUnknown(word, known: ["perorangan", "badan"])
      }
    } ?? .individual
  }
}
