import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What the book says of itself, and which account plays which role.
@Suite struct SettingsTests {
  @Test func everythingTheBookSaysComesBack() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var settings = try ledger.settings
    settings.legalNumber = "AHU-1"
    settings.nik = "3273010010001"
    settings.npwp = "01.234.567.8-901.000"
    settings.nitku = "0012345678901000-000000"
    settings.businessNumber = "9120"
    settings.address = "Jalan Melati 5"
    settings.phone = "022-1"
    settings.place = "Bandung"
    settings.chair = "Siti"
    settings.secretary = "Budi"
    settings.treasurer = "Rina"
    settings.supervisor = "Wayan"
    let stored = try ledger.updateSettings(settings)
    settings.npwp = "0012345678901000"
    settings.nitku = "0012345678901000000000"
    #expect(stored == settings)
    #expect(try ledger.settings == settings)
    settings.chair = nil
    settings.name = "KSP Baru"
    try ledger.updateSettings(settings)
    settings.chair = "Siti Aminah"
    try ledger.updateSettings(settings)
    try ledger.close()
    let again = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try again.settings == settings)
    #expect(try again.verify().isOK)
  }

  @Test func theSameSettingsAreNoEvent() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var settings = try ledger.settings
    let before = try BookContent(folder)
    try ledger.updateSettings(settings)
    #expect(try BookContent(folder) == before)
    settings.chair = "Siti"
    func change() throws { try ledger.updateSettings(settings, reference: "S-1") }
    try change()
    let after = try BookContent(folder)
    try change()
    #expect(try BookContent(folder) == after)
    settings.chair = "Budi"
    #expect(refusal { try change() } == .referenceReused)
    // More than the first time is other content, though what was stored agrees.
    settings.chair = "Siti"
    settings.place = "Kupang"
    let more = refused { try change() }
    #expect(more?.code == .referenceReused)
    #expect(more?.message[.english].contains("place") == true)
    // A repetition says what the book says, also after another change.
    try ledger.updateSettings(settings)
    try change()
    #expect(try ledger.settings.place == "Kupang")
  }

  @Test func whatABookBeginsWithStays() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var settings = try ledger.settings
    settings.firstMonth = try month("2026-02")
    #expect(refusal { try ledger.updateSettings(settings) } == .bookSettingFixed)
    settings = try ledger.settings
    settings.utcOffsetSeconds = 0
    #expect(refusal { try ledger.updateSettings(settings) } == .bookSettingFixed)
    settings = try ledger.settings
    settings.name = " "
    #expect(refusal { try ledger.updateSettings(settings) } == .noteUnacceptable)
    settings = try ledger.settings
    settings.npwp = "12"
    #expect(refusal { try ledger.updateSettings(settings) } == .npwpUnreadable)
  }

  /// The same terms under the same reference for another product are another act.
  @Test func aReferenceBelongsToOneProduct() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    func set(_ product: ProductCode) throws {
      try ledger.setSavingsTerms(
        of: product, SavingsTerms(effectiveFrom: month("2026-02"), minimumDeposit: 10_000),
        reference: "T-1")
    }
    try set("sukarela")
    try set("sukarela")
    #expect(refusal { try set("wajib") } == .referenceReused)
    #expect(try ledger.savingsTerms(of: "wajib").count == 1)
  }

  // MARK: - Roles

  private func holders(_ ledger: Ledger, _ role: AccountRole) throws -> [String] {
    try ledger.chart().filter { $0.roles.contains(role) }.map(\.code.text)
  }

  @Test func everyRoleOfTheStandardChartIsHeld() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let standard = try ChartOfAccounts.standard()
    for role in AccountRole.allCases {
      #expect(
        try holders(ledger, role)
          == standard.accounts.filter { $0.roles.contains(role) }.map(\.code.text), "\(role)")
    }
    let marks = try ledger.chart().first { $0.code.text == "1-1290" }?.marks
    #expect(marks?.isContra == true && marks?.isCash == false)
  }

  /// Fees go to the account that has the role on the day.
  @Test func theRoleDecidesWhereFeesGo() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(10_000, member: "0001", on: day("2026-01-02"))
    func fee(_ code: String) throws -> Rupiah {
      let before = try ledger.account(AccountCode(code)).balance
      _ = try ledger.chargeFee(1_000, member: "0001", on: day("2026-01-03"))
      return try ledger.account(AccountCode(code)).balance - before
    }
    #expect(try fee("4-1100") == 1_000)
    func assign(_ code: String = "4-1110") throws {
      try ledger.assignRole(.feeIncome, to: AccountCode(code), reference: "P-1")
    }
    try assign()
    #expect(try fee("4-1110") == 1_000)
    #expect(try holders(ledger, .feeIncome) == ["4-1110"])
    #expect(try holders(ledger, .lateFee) == ["4-1100"])
    let before = try BookContent(folder)
    try assign()
    #expect(try BookContent(folder) == before)
    #expect(refusal { try assign("4-1300") } == .referenceReused)
    // Back again: the row of the role is there already.
    try ledger.assignRole(.feeIncome, to: AccountCode("4-1100"))
    #expect(try holders(ledger, .feeIncome) == ["4-1100"])
    #expect(try ledger.verify().isOK)
  }

  @Test func aRoleThatSeveralHoldIsReleased() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.assignRole(.till, to: AccountCode("1-1020"))
    #expect(try holders(ledger, .till) == ["1-1010", "1-1020"])
    for code in ["1-1010", "1-1020"] {
      try ledger.releaseRole(.till, from: AccountCode(code))
    }
    #expect(try holders(ledger, .till).isEmpty)
    #expect(refusal { try ledger.releaseRole(.till, from: AccountCode("1-1010")) } == .roleRefused)
    #expect(refusal { try ledger.releaseRole(.cash, from: AccountCode("1-1000")) } == .roleRefused)
    #expect(try ledger.verify().isOK)
  }

  @Test(arguments: [
    (AccountRole.cash, "2-1600"), (.cash, "1-0000"), (.controlLoan, "1-1100"),
    (.controlLoan, "1-1310"), (.loanAllowance, "1-1000"), (.till, "1-1290"),
    (.cash, "SUK-0001"), (.controlSukarela, "2-1200"), (.openingClearing, "3-2000"),
  ])
  func rolesThatWouldBreakSomething(_ role: AccountRole, _ code: String) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.importOpeningBalances(
      csv: "member,product,amount\n0001,sukarela,5000\n", file: "s", on: day("2025-12-31"))
    let before = try BookContent(folder)
    #expect(refusal { try ledger.assignRole(role, to: AccountCode(code)) } == .roleRefused)
    #expect(try BookContent(folder) == before)
  }

  @Test func loanAccountsFollowTheRoles() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    #expect(try ledger.loanAccounts().lateFeeIncome.text == "4-1100")
    try ledger.assignRole(.lateFee, to: AccountCode("4-1110"))
    let accounts = try ledger.loanAccounts()
    #expect(accounts.lateFeeIncome.text == "4-1110")
    #expect(accounts.principalControl.text == "1-1200")
    // Products keep the accounts that they were made with.
    #expect(
      try ledger.loanProducts().map(\.accounts.lateFeeIncome.text).allSatisfy { $0 == "4-1100" })
  }
}
