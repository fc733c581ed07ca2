import ArgumentParser
import KSPCore

/// How a member is reached; what is not given stays as it was.
struct ContactOptions: ParsableArguments {
  @Option(name: .also("alamat"), help: .say("Alamat.", "Address.", .text))
  var address: String?
  @Option(name: .also("telepon"), help: .say("Telepon.", "Telephone.", .number))
  var phone: String?
  @Option(
    name: .also("nik"),
    help: .say("NIK atau nomor pajak.", "National or tax number.", .number))
  var nationalId: String?

  func apply(to old: MemberProfile) -> MemberProfile {
    var profile = old
    profile.address = address ?? old.address
    profile.phone = phone ?? old.phone
    profile.nik = nationalId ?? old.nik
    return profile
  }
}
