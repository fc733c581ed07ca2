import KSPCore
import KSPTestSupport
import Testing

/// What a person can do next, as a value.
@Suite struct RemedyTests {
  @Test func everyRemedyHasACodeANameAndItsArguments() throws {
    let remedies = try Remedy.samples
    // A code that no sample bears is one that no program was tried with.
    #expect(Set(remedies.map(\.code)) == Set(Remedy.Code.allCases))
    for remedy in remedies {
      #expect(remedy.code.rawValue.contains(/^[a-z]+\.[a-zA-Z]+$/), "\(remedy)")
      #expect(remedy.name.indonesian != remedy.name.english, "\(remedy)")
      for text in [remedy.name.indonesian, remedy.name.english] {
        #expect(!text.isEmpty && text.count <= 60 && text.last != ".", "\(text)")
      }
    }
    let names = Set(remedies.flatMap(\.arguments).map(\.name))
    #expect(
      names == [
        "path", "subject", "entry", "account", "member", "date", "setOffLoans", "loan", "amount",
        "month", "year", "column", "name", "hold", "debit", "credit", "product",
        "withShu", "text",
      ])
  }

  /// The subject of a code is the case that it is in.
  @Test func codesBeginWithTheirSubject() throws {
    for remedy in try Remedy.samples {
      let subject = try #require(Mirror(reflecting: remedy).children.first?.label)
      #expect(remedy.code.rawValue.hasPrefix("\(subject)."), "\(remedy)")
    }
  }

  @Test func argumentsAreTextsThatTheLibraryReads() throws {
    let day = try BookDate(parsing: "2026-01-20")
    let leave = Remedy.member(.endMembership("0001", on: day, settingOffLoans: true))
    #expect(
      leave.arguments.map { "\($0.name)=\($0.value)" } == [
        "member=0001", "date=2026-01-20", "setOffLoans=true",
      ])
    #expect(Remedy.member(.endMembership(nil)).arguments.isEmpty)
    let change = Remedy.loan(.changeApplication("PJ-0001", amount: 1_500_000))
    #expect(change.arguments.map(\.value) == ["PJ-0001", "1500000"])
  }

  /// A name that would leave both columns out is no way to leave one out.
  @Test func columnsOfOneNameAreToldApartByTheirLetters() {
    let place = LedgerError.Place(file: "x.csv", line: 1, column: 1)
    func ways(_ heading: String, _ twin: String, _ letters: [String]) -> [Remedy] {
      LedgerError.importColumnTwice(heading, like: twin, letters: letters, at: place).remedies
    }
    #expect(
      ways("Setor", "Jumlah", ["C", "B"])
        == [.again(.ignoreColumn("Setor")), .again(.ignoreColumn("Jumlah"))])
    for twin in ["JUMLAH", "Jumlah (Rp)"] {
      #expect(
        ways("Jumlah", twin, ["C", "B"])
          == [.again(.ignoreColumn("C")), .again(.ignoreColumn("B"))])
      #expect(ways("Jumlah", twin, []) == [.again(.ignoreColumn(nil))])
    }
  }

  /// An error that is given a place keeps what can be done about it.
  @Test func aPlaceKeepsTheRemedies() throws {
    let error = LedgerError.loanNotAtStep("PJ-0001", is: .applied)
    #expect(error.remedies == [.loan(.approve("PJ-0001"))])
    let place = LedgerError.Place(file: "x.csv", line: 2, column: 1)
    #expect(error.at(place).remedies == error.remedies)
    #expect(error.at(event: 3).remedies == error.remedies)
  }
}
