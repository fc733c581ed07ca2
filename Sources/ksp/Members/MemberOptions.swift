import ArgumentParser
import KSPCore

/// What the register says of a member; what is not given stays as it was, and an empty text takes
/// away what was there.
struct MemberOptions: ParsableArguments {
  @Option(help: .say("NIK, 16 angka.", "National identity number (NIK), 16 digits.", .number))
  var nik: String?
  @Option(help: .say("NPWP, 16 angka (lama 15).", "Tax number (NPWP), 16 digits.", .number))
  var npwp: String?
  @Option(name: .also("tempat-lahir"), help: .say("Tempat lahir.", "Place of birth.", .text))
  var birthPlace: String?
  @Option(name: .also("tanggal-lahir"), help: .say("Tanggal lahir.", "Day of birth.", .date))
  var birthDate: String?
  @Option(
    name: .also("jenis-kelamin"),
    help: .say(
      "Perempuan atau laki-laki.", "Female or male.",
      Phrase(id: "perempuan|laki-laki", en: "female|male")))
  var gender: String?
  @Option(name: .also("pekerjaan"), help: .say("Pekerjaan.", "Occupation.", .text))
  var occupation: String?
  @Option(name: .also("alamat"), help: .say("Alamat.", "Address.", .text))
  var address: String?
  @Option(name: .also("telepon"), help: .say("Telepon.", "Telephone.", .number))
  var phone: String?
  @Option(name: .also("ahli-waris"), help: .say("Ahli waris.", "Heir.", .name))
  var heir: String?
  @Option(
    name: .also("hubungan"),
    help: .say("Hubungan ahli waris.", "What the heir is to the member.", .text))
  var relation: String?
  @Option(name: .also("kelompok"), help: .say("Kelompok atau unit.", "Group or unit.", .text))
  var unit: String?
  @Option(name: .also("kolektor"), help: .say("Kolektornya.", "Their collector.", .name))
  var collector: String?
  @Option(
    name: .also("id-luar"),
    help: .say("Nomor dari program lain.", "The key of another program.", .code))
  var externalId: String?
  @Option(name: .also("catatan"), help: .say("Catatan.", "Remarks.", .text))
  var remarks: String?
  @Option(
    name: .also("atribut"), parsing: .singleValue,
    help: .say(
      "Isian lain; boleh berulang.", "Anything else; may be repeated.",
      Phrase(id: "nama=isi", en: "name=value")))
  var attribute: [String] = []

  func apply(to old: MemberProfile) throws -> MemberProfile {
    var profile = old
    func set(_ path: WritableKeyPath<MemberProfile, String?>, _ text: String?) {
      guard let text else { return }
      profile[keyPath: path] = text.isEmpty ? nil : text
    }
    set(\.nik, nik)
    set(\.npwp, npwp)
    set(\.birthPlace, birthPlace)
    set(\.occupation, occupation)
    set(\.address, address)
    set(\.phone, phone)
    set(\.heir, heir)
    set(\.heirRelation, relation)
    set(\.unit, unit)
    set(\.externalID, externalId)
    set(\.remarks, remarks)
    func said(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    if birthDate != nil {
      profile.birthDate = try argument(said(birthDate), BookDate.init(parsing:))
    }
    if gender != nil {
      profile.gender = try argument(said(gender), MemberProfile.Gender.init(parsing:))
    }
    return try argument { try profile.checked() }
  }

  /// The attributes that were named; an empty value takes one away.
  func attributes() throws -> [String: String?] {
    var attributes: [String: String?] = [:]
    if let collector {
      attributes[Member.collectorAttribute] = .some(collector.isEmpty ? nil : collector)
    }
    for text in attribute {
      let (name, value) = try pair(text, Phrase(id: "NAMA=ISI", en: "NAME=VALUE"))
      attributes[name] = .some(value.isEmpty ? nil : value)
    }
    return attributes
  }
}

extension Rehearsal {
  /// Adds what is unlikely about a profile; it is accepted all the same.
  mutating func doubt(_ doubts: [Phrase]) {
    for doubt in doubts {
      line("PERIKSA: \(doubt.indonesian)", "CHECK: \(doubt.english)")
    }
  }
}

/// Says what is unlikely about a profile that was stored.
func announceDoubts(_ doubts: [Phrase]) {
  for doubt in doubts { Terminal.message(say(doubt)) }
}
