extension Wording {
  var nik: String { "NIK" }
  var npwp: String { "NPWP" }
  var standing: String { self("Keanggotaan", "Membership") }
  var birth: String { self("Lahir", "Born") }
  var gender: String { self("Jenis kelamin", "Gender") }
  var occupation: String { self("Pekerjaan", "Occupation") }
  var heir: String { self("Ahli waris", "Heir") }
  var unit: String { self("Unit", "Unit") }
  var externalID: String { self("ID luar", "External id") }
  var remarks: String { self("Catatan", "Remarks") }
  var leavingReason: String { self("Sebab keluar", "Reason") }
  var died: String { self("Meninggal", "Died") }
  var mergedInto: String { self("Digabung ke", "Merged into") }
  var mergedFrom: String { self("Gabungan dari", "Merged from") }

  func standing(_ standing: Member.Standing) -> String {
    let name = self(standing.name)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  func gender(_ gender: MemberProfile.Gender) -> String {
    switch gender {
    case .female: self("Perempuan", "Female")
    case .male: self("Laki-laki", "Male")
    }
  }
}
