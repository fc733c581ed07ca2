import Foundation
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What the register says of members, how it changes, and how it is erased.
@Suite struct MemberRegisterTests {
  static func profile() throws -> MemberProfile {
    var profile = MemberProfile(
      name: "Siti Aminah", address: "Jalan Melati 5", phone: "0812-3456",
      nik: "3171014501900001", npwp: "01.234.567.8-901.000")
    profile.birthPlace = "Bandung"
    profile.birthDate = try day("1990-01-05")
    profile.gender = .female
    profile.occupation = "Guru"
    profile.heir = "Budi Santoso"
    profile.heirRelation = "suami"
    profile.unit = "SD 1"
    profile.externalID = "HR-17"
    profile.remarks = "Rujukan Pak Lurah"
    return profile
  }

  private func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    _ = try ledger.addMember(
      NewMember(
        number: "0001", profile: Self.profile(), joinedOn: day("2026-01-05"), as: .prospective,
        attributes: ["payroll": "K-17", "shirt": "XL"], pokok: 100_000,
        reference: "M-1"))
    return ledger
  }

  @Test func everythingComesBackAsItIsStored() throws {
    let folder = try TestFolder()
    let member = try book(folder).member("0001").member
    #expect(try member.profile == Self.profile().checked())
    #expect(member.profile.npwp == "0012345678901000")
    #expect(member.attributes == ["payroll": "K-17", "shirt": "XL"])
    #expect(try member.memberships == [.init(.prospective, since: day("2026-01-05"))])
  }

  @Test func oneActChangesProfileAttributesAndStanding() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    var profile = try Self.profile()
    profile.phone = nil
    profile.nik = "3171014601900001"
    let note = EntryNote(reference: "U-1", recordedBy: "Rina")
    func change(_ standing: Member.Standing = .member, _ shirt: String? = nil) throws -> Member {
      try ledger.updateMember(
        "0001", profile: profile, attributes: ["shirt": shirt, "hat": "L"],
        membership: .init(standing, since: day("2026-02-01")), note: note)
    }
    let changed = try change()
    #expect(changed.profile.phone == nil)
    #expect(changed.attributes == ["payroll": "K-17", "hat": "L"])
    #expect(changed.memberships.map(\.standing) == [.prospective, .member])
    #expect(try changed.standing(on: day("2026-01-31")) == .prospective)
    #expect(try changed.standing(on: day("2026-02-01")) == .member)
    // The same again is no second event, also after somebody changed it again.
    let after = try BookContent(folder)
    #expect(try change() == changed)
    #expect(try BookContent(folder) == after)
    #expect(refusal { try change(.honorary) } == .referenceReused)
    #expect(refusal { try change(.member, "M") } == .referenceReused)
    _ = try ledger.updateMember("0001", profile: Self.profile())
    #expect(try change().profile.phone == "0812-3456")
    // More than the first time is other content, though what was stored agrees.
    profile.occupation = "Nelayan"
    #expect(refused { try change() }?.message[.english].contains("occupation") == true)
    #expect(try ledger.verify().isOK)
  }

  @Test func standingsFollowOneAnother() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let profile = try Self.profile()
    func change(_ standing: Member.Standing, _ date: String) throws {
      try ledger.updateMember(
        "0001", profile: profile, membership: .init(standing, since: day(date)))
    }
    #expect(refusal { try change(.member, "2026-01-05") } == .memberStandingNotLater)
    let before = try BookContent(folder)
    // The standing that they have already is nothing new.
    try change(.prospective, "2026-03-01")
    #expect(try BookContent(folder) == before)
    try change(.member, "2026-01-06")
    #expect(refusal { try change(.honorary, "2026-01-06") } == .memberStandingNotLater)
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"), reason: "Pindah")
    #expect(refusal { try change(.honorary, "2026-02-01") } == .memberLeft)
    #expect(try ledger.member("0001").member.leavingReason == "Pindah")
  }

  @Test func leavingAgainForAnotherReasonIsRefused() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    func leave(_ reason: String?) throws -> Bool? {
      try ledger.endMembership(
        of: "0001", on: day("2026-01-20"), reason: reason, reference: "L-1"
      ).receipt?.isReplay
    }
    #expect(try leave("Pindah") == false)
    #expect(try leave("Pindah") == true)
    #expect(refusal { try leave(nil) } == .referenceReused)
  }

  @Test func keysOfOtherProgramsBelongToOneMember() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    var other = MemberProfile(name: "Budi")
    other.externalID = "HR-17"
    func join() throws {
      _ = try ledger.addMember(NewMember(profile: other, joinedOn: day("2026-01-06")))
    }
    #expect(refusal { try join() } == .memberExternalIDTaken)
    other.externalID = nil
    try join()
    other.externalID = "HR-17"
    #expect(refusal { try ledger.updateMember("0002", profile: other) } == .memberExternalIDTaken)
  }

  @Test func aTableBringsTheWholeRegisterInBothLanguages() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let rows = [
      "nomor,nama,masuk,status,nik,npwp,tempat_lahir,tanggal_lahir,jenis_kelamin,pekerjaan,"
        + "alamat,telepon,ahli_waris,hubungan,unit,id_luar,catatan",
      "number,name,joined,standing,nik,npwp,birth_place,birth_date,gender,occupation,"
        + "address,phone,heir,heir_relation,unit,external_id,remarks",
    ].enumerated().map { index, header in
      header + "\n000\(index + 1),Siti Aminah,2026-01-05,\(["calon", "prospective"][index]),"
        + "3171014501900001,012345678901000,Bandung,1990-01-05,\(["P", "female"][index]),Guru,"
        + "Jalan Melati 5,0812-3456,Budi Santoso,suami,SD 1,\(index),Rujukan Pak Lurah\n"
    }
    for (index, text) in rows.enumerated() {
      #expect(try ledger.importMembers(csv: text, file: "m.csv").stored == 1)
      #expect(try ledger.importMembers(csv: text, file: "m.csv").alreadyStored == 1)
      let member = try ledger.member("000\(index + 1)").member
      var wanted = try Self.profile().checked()
      wanted.externalID = String(index)
      #expect(member.profile == wanted)
      #expect(member.memberships.map(\.standing) == [.prospective])
    }
    let bad = refused {
      try ledger.importMembers(csv: "nama,masuk,nik\nA,2026-01-05,123\n", file: "m.csv")
    }
    #expect(bad?.details.map(\.code) == [.nikUnreadable])
  }

  // MARK: - Erasing

  @Test func whoeverHasNotLeftIsNotErased() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    #expect(refusal { try ledger.eraseMember("0001") } == .memberNotLeft)
  }

  /// Nothing of the person is left in the file, and the chain still verifies.
  @Test func erasingLeavesTheChainWhole() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    try ledger.join("0002")
    var profile = try Self.profile()
    profile.phone = "0899-1111"
    try ledger.updateMember("0001", profile: profile, attributes: ["shirt": "M"])
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"))
    let before = try ledger.verify()
    let rehearsed = try ledger.eraseMember("0001", dryRun: true)
    #expect(rehearsed.profile.name == "(dihapus)")
    #expect(try ledger.member("0001").member.profile.name == "Siti Aminah")
    let erased = try ledger.eraseMember("0001", reference: "E-1")
    #expect(erased.profile == MemberProfile(name: Member.erasedName))
    #expect(erased.attributes.isEmpty)
    #expect(try erased.leftOn == day("2026-01-20"))
    #expect(erased == rehearsed)
    let report = try ledger.verify()
    #expect(report.isOK, "\(report.checks.filter { $0.count > 0 })")
    #expect(report.events == before.events + 1)
    #expect(report.entries == before.entries)
    let after = try BookContent(folder)
    #expect(try ledger.eraseMember("0001") == erased)
    #expect(try BookContent(folder) == after)
    #expect(try ledger.member("0002").member.profile.name == "Anggota 0002")
    try ledger.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    for text in [
      "Siti Aminah", "3171014501900001", "0012345678901000", "Bandung", "1990-01-05", "Guru",
      "Jalan Melati", "0812-3456", "0899-1111", "Budi Santoso", "Pak Lurah", "K-17",
    ] {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) is still in the file")
    }
  }

  /// A value that is gone without an event that says so is damage, not erasure.
  @Test func whatSomebodyTookOutIsDamage() throws {
    let folder = try TestFolder()
    try book(folder).close()
    try tamper(
      with: folder, "book.ksp",
      "UPDATE personalValue SET salt = NULL, value = NULL WHERE field = 'nik'")
    let ledger = try Ledger.open(
      at: folder.file(), access: .readOnly, clock: standingClock)
    let failed = try ledger.verify().checks.filter { $0.count > 0 }.map(\.name)
    #expect(failed.contains("personal.value"), "\(failed)")
  }

  @Test func namesOfGuarantorsGoToo() throws {
    let book = try LoanBook()
    let number = try book.ledger.disburse(
      LoanApplication(
        member: "0001", product: "flat", amount: 1_200_000, date: day("2026-01-15"),
        guarantors: ["Wayan Sudarma"])
    ).loan.number
    #expect(refusal { try book.ledger.eraseMember("0001") } == .memberNotLeft)
    _ = try book.ledger.settleLoan(loan: number, on: day("2026-01-15"))
    _ = try book.ledger.endMembership(of: "0001", on: day("2026-01-20"))
    try book.ledger.eraseMember("0001")
    let status = try book.ledger.loan(number, asOf: day("2026-01-20"))
    #expect(status.guarantors.map(\.name) == [Member.erasedName])
    #expect(try book.ledger.verify().isOK)
    try book.ledger.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: book.folder.file()))
    #expect(bytes.range(of: Data("Wayan Sudarma".utf8)) == nil)
  }

  /// Who owes what was written off is remembered until it has come in.
  @Test func aClaimKeepsTheName() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 1_200_000)
    _ = try book.ledger.writeOffLoan(number, on: day("2026-01-15"))
    _ = try book.ledger.endMembership(of: "0001", on: day("2026-01-20"))
    #expect(refusal { try book.ledger.eraseMember("0001") } == .memberNotSettled)
    _ = try book.ledger.recoverLoan(1_200_000, loan: number, on: day("2026-01-21"))
    try book.ledger.eraseMember("0001")
    #expect(try book.ledger.verify().isOK)
  }
}
