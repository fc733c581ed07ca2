import KSPCore

/// The columns of a table of members, and how a row of them is read.
struct MemberColumns {
  let number, name, joined: CSVColumn
  private let kind, standing, nik, npwp, birthPlace, birthDate, gender, occupation: CSVColumn
  private let address, phone, heir, heirRelation, unit, externalID, remarks: CSVColumn

  init(_ table: CSVTable) {
    number = table.column(["number", "nomor", "no"])
    name = table.column(["name", "nama"])
    kind = table.column(["kind", "jenis"])
    standing = table.column(["standing", "status"])
    joined = table.column(["joined", "masuk", "tanggal_masuk", "date", "tanggal"])
    nik = table.column(["nik", "ktp"])
    npwp = table.column(["npwp"])
    birthPlace = table.column(["birth_place", "tempat_lahir"])
    birthDate = table.column(["birth_date", "tanggal_lahir"])
    gender = table.column(["gender", "jenis_kelamin"])
    occupation = table.column(["occupation", "pekerjaan"])
    address = table.column(["address", "alamat"])
    phone = table.column(["phone", "telepon", "hp"])
    heir = table.column(["heir", "ahli_waris"])
    heirRelation = table.column(["heir_relation", "hubungan"])
    unit = table.column(["unit", "kelompok"])
    externalID = table.column(["external_id", "id_luar"])
    remarks = table.column(["remarks", "catatan", "keterangan"])
  }

  func read(_ cells: inout RowReader) -> NewMember? {
    let number = cells.optionalText(number)
    let name = cells.text(name)
    let kind = kind(&cells)
    let standing = cells.optionalValue(standing, Member.Standing.init(parsing:))
    let joinedOn = cells.value(joined) { text throws(LedgerError) in
      try BookDate(parsing: text)
    }
    var profile = MemberProfile(name: name ?? "", kind: kind)
    profile.nik = cells.optionalValue(nik) { text throws(LedgerError) in
      // The NIK of a cooperative is a number of its own.
      kind == .individual ? try IdentityNumber.nik(text) : text
    }
    profile.npwp = cells.optionalValue(npwp, IdentityNumber.npwp)
    profile.birthPlace = cells.optionalText(birthPlace)
    profile.birthDate = cells.optionalValue(birthDate) { text throws(LedgerError) in
      try BookDate(parsing: text)
    }
    profile.gender = cells.optionalValue(gender, MemberProfile.Gender.init(parsing:))
    profile.occupation = cells.optionalText(occupation)
    profile.address = cells.optionalText(address)
    profile.phone = cells.optionalText(phone)
    profile.heir = cells.optionalText(heir)
    profile.heirRelation = cells.optionalText(heirRelation)
    profile.unit = cells.optionalText(unit)
    profile.externalID = cells.optionalText(externalID)
    profile.remarks = cells.optionalText(remarks)
    guard name != nil, let joinedOn else { return nil }
    return NewMember(
      number: number, profile: profile, joinedOn: joinedOn, as: standing ?? .member)
  }

  private func kind(_ cells: inout RowReader) -> Member.Kind {
    cells.optionalValue(kind) { word throws(LedgerError) in
      switch word.lowercased() {
      case "individual", "perorangan", "orang", "pribadi": .individual
      case "organization", "badan", "organisasi": .organization
      default: throw .importWordUnknown(word, known: ["perorangan", "badan"])
      }
    } ?? .individual
  }
}
