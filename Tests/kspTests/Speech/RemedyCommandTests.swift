import ArgumentParser
import KSPCore
import KSPTestSupport
import Testing

@testable import ksp

/// What an error says to do next can be typed: every remedy of the library has its words here, and
/// the parser of `ksp` takes them.
@Suite struct RemedyCommandTests {
  /// Words of the language as a shell would hand them over.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, character == " " {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return words + [word]
  }

  /// What stands in capitals has to be filled in; the parser looks at numbers only.
  private static func filled(_ words: [String]) -> [String] {
    words.map { $0 == Hole.count[.indonesian] || $0 == Hole.count[.english] ? "12" : $0 }
  }

  /// The command that was refused, for each thing that can be added to one.
  private static func refused(_ remedy: Remedy) -> [[String]] {
    guard case .again(let again) = remedy else { return [["member", "list"]] }
    return switch again {
    case .allowFutureDate, .giveReason, .nameAuthor, .giveReference: [["deposit", "0001", "5000"]]
    case .endMonthEarly: [["month-end", "run", "2026-01"]]
    case .nameDecision: [["release", "WAJ-0001", "5000"]]
    case .chooseOtherSide: [["deposit", "0001", "5000"], ["withdraw", "0001", "5000"]]
    case .setOffLoans: [["member", "leave", "0001"]]
    case .returnWhileOwed: [["loan", "collateral", "release", "PJ-0001"]]
    case .settle, .payAhead, .keepRestInSavings: [["repay", "PJ-0001", "5000"]]
    case .changeTerms: [["loan", "change", "PJ-0001"]]
    case .nameAllocation, .payInterestWithEach, .chooseMethod, .dropLateFeeCap:
      [["loan", "product", "set", "flat"]]
    case .giveTaxNumber: [["member", "set", "0001"]]
    case .countFrom: [["interest", "correct", "SUK-0001", "2026-01"]]
    case .ignoreColumn, .assignNumbers: [["member", "import", "x.csv"]]
    case .replacePosted: [["opening", "import", "x.csv"]]
    case .divideInOrder: [["repay", "--list", "x.csv"]]
    case .leaveMemberOut: [["tax", "export", "2026-01"]]
    case .giveBases: [["shu", "post", "2025"]]
    }
  }

  @Test(arguments: Language.allCases) func everyRemedyIsTakenByTheParser(
    _ language: Language
  ) throws {
    for remedy in try Remedy.samples {
      let line = TypedRemedy(remedy, in: language).text(in: language)
      switch TypedRemedy(remedy, in: language) {
      case .command(let words):
        #expect(Self.words(of: line) == words, "\(line)")
        #expect(words.first == "ksp" && words.count > 1, "\(line)")
        #expect(throws: Never.self, "\(line)") {
          try KSP.parseAsRoot(Self.filled(Array(words.dropFirst())))
        }
      case .addition(let ways):
        #expect(!ways.isEmpty && !line.contains("ksp "), "\(line)")
        let refused = Self.refused(remedy)
        for (index, way) in ways.enumerated() {
          let command = refused.count > index ? refused[index] : refused[0]
          #expect(throws: Never.self, "\(command) \(way)") {
            try KSP.parseAsRoot(Self.filled(command + way))
          }
        }
      }
    }
  }

  /// Names are those of the language; a command is found by its type wherever it stands.
  @Test func commandsAreNamedInTheLanguageOfTheReader() throws {
    let approve = TypedRemedy(.loan(.approve("PJ-0012")), in: .indonesian)
    #expect(approve.text(in: .indonesian) == "ksp pinjaman setujui PJ-0012")
    let english = TypedRemedy(.loan(.approve("PJ-0012")), in: .english)
    #expect(english.text(in: .english) == "ksp loan approve PJ-0012")
    let month = try BookMonth(parsing: "2026-01")
    #expect(
      TypedRemedy(.month(.end(month)), in: .indonesian).text(in: .indonesian)
        == "ksp tutup-bulan jalankan 2026-01")
    #expect(
      TypedRemedy(.again(.changeTerms), in: .english).text(in: .english)
        == "add --amount AMOUNT, --term COUNT, --rate RATE or --purpose PURPOSE")
    #expect(
      TypedRemedy(.again(.ignoreColumn("Sub Total")), in: .indonesian).text(in: .indonesian)
        == "tambahkan --abaikan \"Sub Total\"")
  }

  @Test func wordsAreQuotedForAShell() {
    #expect(TypedRemedy.quoted("cadangan-2026.ksp") == "cadangan-2026.ksp")
    #expect(TypedRemedy.quoted("buku lama.ksp") == "\"buku lama.ksp\"")
    #expect(TypedRemedy.quoted("a \"b\" $c") == "'a \"b\" $c'")
    #expect(TypedRemedy.quoted("o'clock!") == "'o'\\''clock!'")
    #expect(TypedRemedy.quoted("") == "\"\"")
  }

  /// The whole way: refused, told what to type, in the language of the reader.
  @Test(arguments: [
    (
      ["loan", "show", "PJ-0009"], "id", "petunjuk: Cari nomornya di daftar pinjaman: ksp pinjaman"
    ),
    (["loan", "show", "PJ-0009"], "en", "hint: Find the number in the list of loans: ksp loan"),
    (
      ["setor", "0001", "5000", "--date", "2090-01-01", "--yes"], "id",
      "nyatakan bahwa memang itu tanggalnya: tambahkan --mendatang."
    ),
  ])
  func anErrorLeadsOnToItsRemedy(_ words: [String], _ language: String, _ says: String) throws {
    let folder = try CommandTests.prepared()
    let outcome = try CommandTests.run(folder, words + ["--lang", language])
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains(says), "\(outcome.messages)")
  }

  /// Several remedies stand in lines of their own, each as it can be typed.
  @Test func severalRemediesHaveALineEach() throws {
    let folder = try TestFolder()
    let outcome = try CommandTests.run(folder, ["verify", "--book", "tidak-ada.ksp"])
    #expect(outcome.status == 66)
    #expect(
      outcome.messages.hasSuffix(
        """
        petunjuk: Sebutkan bukunya, atau buat yang baru.
          Buka buku lain: tambahkan --buku BERKAS
          Buat buku baru: ksp mulai NAMA

        """), "\(outcome.messages)")
  }

  /// Programs read the next step by its code, and people by its command.
  @Test func theStatusSaysTheNextStepInItsJSON() throws {
    let outcome = try CommandTests.run(
      try CommandTests.prepared(), ["status", "--format", "json", "--lang", "en"])
    #expect(
      outcome.output.contains(
        #""nextStep":{"code":"book.backUp","arguments":{},"command":"ksp backup"}"#),
      "\(outcome.output)")
  }
}
