import Foundation
import KSPTestSupport
import Testing

/// Nothing is public that a program which embeds the book cannot come by.
@Suite struct PublicTests {
  /// The doors: a book, the arithmetic that needs none, and what prints. Renderers, exports and all
  /// of KSPTesting are doors too.
  static let doors = [
    "Ledger", "SavingsInterest", "InstallmentPlan", "TermDepositPlan", "EffectiveRate",
    "ShuDistribution", "HealthReport", "Report", "StatementSpecification", "ErrorText",
    "SimkopdesExport",
  ]
  static let printing: Set<String> = ["ReportRenderer", "DocumentRenderer", "LedgerExport"]

  static func reach() throws -> PublicReach {
    let declarations = try PublicReach.targets.flatMap { target in
      try HouseTests.sources("Sources/\(target)").flatMap { file in
        Declaration.all(in: file.text, file: file.name)
      }
    }
    let printers = declarations.filter { declaration in
      declaration.isType && declaration.isPublic
        && (declaration.target == "KSPTesting"
          || !printing.isDisjoint(with: declaration.parents) && declaration.target != "KSPCore")
    }
    let programs = try HouseTests.sources("Examples").map { uncommented($0.text) }
    let users = try ["KSPStatements", "KSPTesting", "ksp"].flatMap { target in
      try HouseTests.sources("Sources/\(target)").map { uncommented($0.text) }
    }
    return PublicReach(
      declarations, roots: doors + printers.map(\.path), programs: programs, users: users)
  }

  private static func uncommented(_ source: String) -> String {
    source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
  }

  @Test func nothingIsPublicThatNothingReaches() throws {
    let reach = try Self.reach()
    #expect(reach.declarations.count > 500 && reach.reached.count > 100)
    let found = [
      "a type that no signature names": reach.unreachedTypes,
      "an initialiser of what only the library makes": reach.uselessInitialisers,
      "a factory of the library's own errors": reach.factories,
      "a function or figure that only the arithmetic uses": reach.unusedMembers,
      "an addition that no example uses": reach.unusedAdditions,
    ]
    for (reason, declarations) in found {
      for declaration in declarations {
        Issue.record(
          "\(declaration.file):\(declaration.line): \(declaration.path) is public, \(reason)")
      }
    }
  }

  /// Every type is found by its task: the catalog of its library names it under a heading.
  @Test func everyTypeStandsUnderATask() throws {
    for target in ["KSPCore", "KSPLedger", "KSPStatements"] {
      let catalog = try String(
        contentsOf: packageFolder.appendingPathComponent(
          "Sources/\(target)/\(target).docc/\(target).md"), encoding: .utf8)
      let types = try HouseTests.sources("Sources/\(target)").flatMap { file in
        Declaration.all(in: file.text, file: file.name)
      }.filter { $0.isType && $0.isPublic && !$0.path.contains(".") }
      #expect(!types.isEmpty)
      for type in types where !catalog.contains("``\(type.path)``") {
        Issue.record("\(type.file): \(type.path) stands under no heading of \(target).md")
      }
    }
  }

  /// The programs of `Examples` see what any program sees, and no database.
  @Test func examplesUseOnlyWhatIsPublic() throws {
    let package = try String(
      contentsOf: packageFolder.appendingPathComponent("Package.swift"), encoding: .utf8)
    let programs = package.matches(of: /path: "Examples\/(\w+)"([^)]*)\)/)
    #expect(programs.count >= 4)
    for program in programs {
      let name = String(program.output.1)
      #expect(program.output.2.contains("packageAccess: false"), "\(name)")
      for (file, text) in try HouseTests.sources("Examples/\(name)") {
        for match in text.matches(of: /(?m)^(?:@\w+ )?import (\w+)/) {
          let module = String(match.output.1)
          #expect(module.hasPrefix("KSP") || module == "Foundation", "\(file): \(module)")
        }
        #expect(!text.contains("@testable") && !text.contains("CSVTable"), "\(file)")
      }
    }
  }

  /// What is looked at is signatures, and what nothing reaches is found.
  @Test func whatIsReached() throws {
    let source = """
      public final class Ledger {
        public struct Clock { public init() {} }
        public func card(_ number: Int, at: Clock, _ ask: (Asked) -> Void) throws(Refusal)
          -> [Card]
        {
          Hidden()
        }
      }
      public struct Card {
        public let rows: [Row]
        public init(_ hidden: Hidden) {}
        public struct Row { public var amount: Int }
      }
      public enum Refusal: Error { case one }
      public struct Asked {}
      public struct Hidden {
        public init() {}
      }
      public struct LedgerError {
        public static func cardUnknown() -> LedgerError { LedgerError() }
      }
      package struct Inside {}
      """
    let declarations = Declaration.all(in: source, file: "Sources/KSPCore/A.swift")
    let reach = PublicReach(
      declarations, roots: ["Ledger"], programs: ["LedgerError.self"], users: [])
    #expect(reach.unreachedTypes.map(\.path) == ["Hidden"])
    #expect(reach.uselessInitialisers.map(\.path) == ["Card.init", "Hidden.init"])
    #expect(reach.factories.map(\.path) == ["LedgerError.cardUnknown"])
    #expect(reach.taken == ["Ledger", "Ledger.Clock"])
  }
}
