import KSPCore
import KSPTestSupport
import Testing

/// NIK, NPWP and NITKU as people write them.
@Suite struct IdentityNumberTests {
  @Test(arguments: [
    ("3171010101900001", "3171010101900001"), ("3171 0101 0190 0001", "3171010101900001"),
    ("31.71.01.010190-0001", "3171010101900001"),
  ])
  func nikIsSixteenDigits(_ text: String, _ digits: String) throws {
    #expect(try IdentityNumber.nik(text) == digits)
  }

  @Test(arguments: [
    "", "317101010190000", "31710101019000011", "317101010190000x", "٣١٧١٠١٠١٠١٩٠٠٠٠١", "n/a",
  ])
  func whatIsNoNIK(_ text: String) throws {
    #expect(refusal { try IdentityNumber.nik(text) } == .nikUnreadable)
  }

  @Test(arguments: [
    ("01.234.567.8-901.000", "0012345678901000"), ("012345678901000", "0012345678901000"),
    ("0012345678901000", "0012345678901000"), ("3171010101900001", "3171010101900001"),
  ])
  func npwpOfFifteenDigitsGetsAZero(_ text: String, _ digits: String) throws {
    #expect(try IdentityNumber.npwp(text) == digits)
    // What was read once reads as itself.
    #expect(try IdentityNumber.npwp(IdentityNumber.npwp(text)) == digits)
  }

  @Test(arguments: ["", "1234", "01.234.567.8-901.0000a", "00123456789010001"])
  func whatIsNoNPWP(_ text: String) throws {
    #expect(refusal { try IdentityNumber.npwp(text) } == .npwpUnreadable)
  }

  @Test func nitkuIsTheNPWPAndSixMore() throws {
    #expect(try IdentityNumber.nitku("0012345678901000-000000") == "0012345678901000000000")
    #expect(refusal { try IdentityNumber.nitku("0012345678901000") } == .nitkuUnreadable)
  }

  // MARK: - What a NIK says

  private func doubts(
    _ nik: String, _ birth: String? = nil, _ gender: MemberProfile.Gender? = nil
  ) throws -> Int {
    var profile = MemberProfile(name: "Siti", nik: nik)
    profile.birthDate = try birth.map { try day($0) }
    profile.gender = gender
    return try profile.checked().doubts.count
  }

  /// Every day of birth, of both genders, is the one that its own NIK says; the day after is not.
  @Test func theNIKSaysTheDayOfBirth() throws {
    var random = SplitMix64(seed: 17)
    for _ in 0..<500 {
      let date = try day("1930-01-01").adding(days: Int.random(in: 0..<33_000, using: &random))
      let (year, month, dayOfMonth) = date.components
      let gender = Bool.random(using: &random) ? MemberProfile.Gender.female : .male
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
      let coded = two(dayOfMonth + (gender == .female ? 40 : 0))
      let nik = "317101\(coded)\(two(month))\(two(year % 100))0001"
      #expect(try doubts(nik, date.description, gender) == 0, "\(nik)")
      #expect(try doubts(nik, date.adding(days: 1).description, gender) == 1, "\(nik)")
      #expect(try doubts(nik, nil, gender == .male ? .female : .male) == 1, "\(nik)")
    }
  }

  @Test(arguments: ["3171010001900001", "3171013201900001", "3171013102900001", "3171017201900001"])
  func anUnlikelyDayIsADoubtAndNoError(_ nik: String) throws {
    #expect(try doubts(nik) == 1)
  }

  /// A cooperative that is a member has a NIK of another kind.
  @Test func organisationsHaveNumbersOfTheirOwn() throws {
    let profile = try MemberProfile(name: "KUD", kind: .organization, nik: "3273-01").checked()
    #expect(profile.nik == "3273-01")
    #expect(profile.doubts.isEmpty)
  }
}
