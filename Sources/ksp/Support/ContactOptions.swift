import ArgumentParser
import KSPCore

/// How a member is reached; what is not given stays as it was.
struct ContactOptions: ParsableArguments {
  @Option(help: .init(say("Alamat.", "Address."), valueName: say("teks", "text")))
  var address: String?
  @Option(help: .init(say("Telepon.", "Telephone."), valueName: say("nomor", "number")))
  var phone: String?
  @Option(
    help: .init(
      say("NIK atau nomor pajak.", "National or tax number."), valueName: say("nomor", "number")))
  var nationalId: String?

  func apply(to old: MemberProfile) -> MemberProfile {
    var profile = old
    profile.address = address ?? old.address
    profile.phone = phone ?? old.phone
    profile.nationalID = nationalId ?? old.nationalID
    return profile
  }
}
