import Foundation
import KSPCore
import KSPStatements
import KSPTestSupport
import Testing

@testable import ksp

/// Every value of every option is accepted in Indonesian, and its help says the word.
@Suite struct OptionValueTests {
  /// A type of values: what each is called in Indonesian, and what both words are read as.
  struct Values {
    let type: String
    let words: [(raw: String, indonesian: String?, read: [String])]
  }

  private static func values<Value: OptionWord>(_ type: Value.Type) throws -> Values {
    Values(
      type: String(reflecting: type),
      words: try Value.allCases.map { value in
        let word = Value.indonesian.first { $0.value.rawValue == value.rawValue }?.word
        return (
          value.rawValue, word,
          try [value.rawValue, word ?? value.rawValue].map { try choice(type, $0).rawValue }
        )
      })
  }

  private static func values<Value: TermWord>(_ type: Value.Type) throws -> Values {
    Values(
      type: String(reflecting: type),
      words: try Value.allCases.map { value in
        let word = value.word(.indonesian)
        return (
          value.rawValue, word == value.rawValue ? nil : word,
          try [value.rawValue, word].map { try choice(type, $0).rawValue }
        )
      })
  }

  /// All that ``choice(_:_:)`` reads, but notations and names of forms.
  static func all() throws -> [Values] {
    try [
      Self.values(TermPayout.self), Self.values(TermRollOver.self), Self.values(TermDayCount.self),
      Self.values(AccountRole.self), Self.values(Rounding.Mode.self), Self.values(Till.Kind.self),
      Self.values(SavingsTerms.LeavingInterest.self), Self.values(InterestTerms.Method.self),
      Self.values(InterestCrediting.Interval.self),
      Self.values(InterestCrediting.BelowLeast.self),
      Self.values(DayCount.self), Self.values(InterestTerms.RoundingMoment.self),
      Self.values(InterestTaxSettings.Month.self), Self.values(InterestTaxSettings.Document.self),
      Self.values(DuesRaising.self), Self.values(AccountType.self), Self.values(LoanMethod.self),
      Self.values(InstallmentInterval.Unit.self), Self.values(LoanDayCount.self),
      Self.values(InterestDue.self),
      Self.values(LoanAccountRole.self), Self.values(Member.Kind.self),
      Self.values(Overpayment.self),
      Self.values(Collateral.Kind.self), Self.values(HealthReadings.Expenses.self),
      Self.values(ShuBaseRules.Capital.self), Self.values(ShuBaseRules.Activity.self),
      Self.values(SavingsHold.Kind.self), Self.values(CorporateTaxRule.Basis.self),
      Self.values(ShuPointRule.Source.self), Self.values(TemplateCommand.List.self),
      Self.values(ShuPayCommand.Deduction.self), Self.values(EventGroup.self),
    ]
  }

  /// Names that are the same in both languages: of forms, papers, programs and articles of law;
  /// products called in Indonesian already; cells of a worksheet; numbers of months; and lists under their own names.
  static let named: Set<String> = [
    "OutputFormat", "Paper", "CSVReader", "Form", "TaxArticle", "SavingsKind",
    "HealthReadings.Cash", "HealthReadings.RiskReserve", "HealthReadings.LongTermDebt",
    "YearStart", "HealthProfile.Rules", "HealthItem",
  ]

  /// Notations of day counts that Indonesians write alike.
  static let notations: Set<String> = ["30/360", "30/365", "1/12", "30E/360"]

  @Test("K8: every value of every option has an Indonesian word") func words() throws {
    for values in try Self.all() {
      for (raw, indonesian, read) in values.words {
        #expect(read == [raw, raw], "\(values.type): \(raw)")
        guard !Self.notations.contains(raw) else { continue }
        #expect(indonesian != nil && indonesian != raw, "\(values.type): \(raw)")
      }
    }
  }

  @Test func everyKindOfEventsIsOfAGroup() {
    let groups = Set(
      LedgerEvent.kinds.compactMap { $0.split(separator: ".").first.map(String.init) })
    #expect(groups == Set(EventGroup.allCases.map(\.rawValue)))
  }

  @Test("K8: the help shows each of these words") func help() throws {
    let text = try String(
      contentsOf: packageFolder.appendingPathComponent("Docs/CommandReference.md"), encoding: .utf8)
    let help = Set(
      text.lowercased().split { !($0.isLetter || $0.isNumber || "-/".contains($0)) }.map(
        String.init)
    )
    for values in try Self.all() {
      for (_, indonesian, _) in values.words {
        guard let indonesian else { continue }
        #expect(help.contains(indonesian), "\(values.type): \(indonesian)")
      }
    }
  }

  /// Words of terms that are written in a notation of their own, and what such notations add.
  private static func terms() throws -> Set<String> {
    let values = try [
      Self.values(LoanComponent.self), Self.values(BreakPenalty.Base.self),
      Self.values(LateFeeRule.Base.self), Self.values(LateFeeRule.Period.self),
      Self.values(Rate.Basis.self), Self.values(DueDateShift.Rule.self),
    ]
    // The first parts of kinds of events are the names of all things there are.
    let said = try Self.all().filter { $0.type != String(reflecting: EventGroup.self) }
    let words = (said + values).flatMap(\.words)
    return Set(words.filter { $0.indonesian != nil && $0.indonesian != $0.raw }.map(\.raw)).union([
      "next", "fewer", "smaller", "interest-first", "elapsed", "round", "never", "forfeit", "fixed",
    ])
  }

  /// Help in Indonesian teaches no English word where there is an Indonesian one; what stays names
  /// a command, a kind of event or a column of a file.
  @Test func whatIsSaidInIndonesianTeachesNoEnglishWord() throws {
    let terms = try Self.terms()
    let kept: Set<String> = ["ksp deposit", "ksp simulate health previous"]
    // Words of both languages, and the code of a product.
    let shared: Set<String> = ["bank", "flat"]
    var unused = kept
    for (path, node) in try OptionNameTests.nodes("id") {
      let options = (node.arguments ?? []).filter { $0.kind != "flag" }
      let said =
        [node.discussion].compactMap(\.self) + (node.arguments ?? []).compactMap(\.abstract)
        + options.compactMap(\.valueName)
      for match in said.joined(separator: "\n").matches(of: /[A-Za-z][A-Za-z-]*/) {
        let found = "\(path) \(match.0)"
        guard terms.subtracting(shared).contains(String(match.0)), !kept.contains(found) else {
          unused.remove(found)
          continue
        }
        Issue.record("\(found)")
      }
    }
    #expect(unused.isEmpty, "\(unused)")
  }

  /// A new option with values of its own is added above.
  @Test func everyChoiceIsLookedAt() throws {
    let sources = packageFolder.appendingPathComponent("Sources/ksp")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /choice\(([A-Za-z.]+)\.self/) { found.insert(String(match.1)) }
    }
    #expect(found.count > 20)
    let known = try Self.all().map(\.type)
    for type in found.subtracting(Self.named) where type != "Value" {
      let name = type == "Mode" ? "Rounding.Mode" : type == "Month" ? "Settings.Month" : type
      #expect(known.contains { $0.hasSuffix(name) }, "\(type)")
    }
  }
}
