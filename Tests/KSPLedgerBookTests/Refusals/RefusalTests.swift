import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Every error of the library is reached, says what to do in both languages, and changes nothing.
@Suite struct RefusalTests {
  @Test(arguments: RefusalCase.all) func isRefusedAndChangesNothing(_ refusalCase: RefusalCase)
    throws
  {
    let scene = try RefusalScene()
    let before = try BookContent(scene.folder)
    let error = refused { try refusalCase.attempt(scene) }
    #expect(error?.code.rawValue == refusalCase.code)
    #expect(error.map { isFitForPeople($0) } ?? true)
    // What a server answers with "not found" is what was named and is not there, and nothing else.
    #expect((error?.category == .missing) == Self.missing.contains(refusalCase.code))
    // Cases that need a step before the refused one may have entered a member, never an entry.
    let after = try BookContent(scene.folder)
    let entered: Set<String> = ["member", "membership", "personalValue", "event", "backupLog"]
    for (table, rows) in before.tables where !entered.contains(table) {
      #expect(after.tables[table] == rows, "\(table)")
    }
    #expect(try scene.ledger.verify().isOK)
    if refusalCase.code != "disk.full" {
      #expect(refusal { try scene.deposit() } == nil)
    }
  }

  private static let missing: Set<String> = [
    "account.nameUnknown", "account.unknown", "asset.unknown", "entry.unknown",
    "deposit.unknown", "cashBook.wordUnknown", "event.subjectUnknown", "loan.collateralUnknown",
    "loan.productUnknown", "loan.unknown", "member.unknown", "product.unknown", "till.unknown",
    "group.unknown", "author.unknown", "tax.slipNone", "insurance.claimUnknown", "claim.unknown",
    "bank.lineUnknown", "hold.unknown", "order.unknown", "planned.unknown",
  ]

  private func isFitForPeople(_ error: LedgerError) -> Bool {
    [error.message, error.advice].allSatisfy { phrase in
      [phrase.indonesian, phrase.english].allSatisfy { text in
        text.count > 10 && [".", ")"].contains(text.last)
          && !["LedgerError", "Optional", "Swift", "GRDB", "SQLITE", "\n"].contains {
            text.contains($0)
          }
          // A word of its own: “nilai” is none.
          && !text.split { !$0.isLetter }.contains("nil")
      }
    } && error.message.indonesian != error.message.english
  }

  /// A new code of the library needs a case above.
  @Test func everyCodeOfTheSourceHasACase() throws {
    let sources = packageFolder.appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var declared: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      // The codes of the command line are reached by its own tests, and a warning refuses nothing.
      guard file.path.contains("/Sources/KSP"),
        file.lastPathComponent != "LedgerWarning.swift"
      else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:Self|Code)\(rawValue: "([^"]+\.[^"]+)"\)/) {
        declared.insert(String(match.1))
      }
    }
    #expect(declared.count > 50)
    let here = Set(RefusalCase.all.map(\.code)).union(
      (LoanRefusalTests.codes + LoanOpeningRefusalTests.codes).map(\.rawValue))
    #expect(declared.subtracting(here).sorted() == [])
    #expect(Set(RefusalCase.all.map(\.code)).subtracting(declared).sorted() == [])
  }
}
