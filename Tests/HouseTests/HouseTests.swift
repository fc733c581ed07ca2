import Foundation
import KSPTestSupport
import Testing

/// The rules of the house, as tests.
@Suite struct HouseTests {
  static func sources(_ folder: String) throws -> [(name: String, text: String)] {
    let root = packageFolder.appendingPathComponent(folder)
    // What packages below it have built and checked out is hidden, and none of its own.
    guard
      let files = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    else { return [] }
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
      (
        $0.path.replacingOccurrences(of: packageFolder.path + "/", with: ""),
        try String(contentsOf: $0, encoding: .utf8)
      )
    }
  }

  static let allowed: [(folder: String, imports: Set<String>)] = [
    ("Sources/KSPCore", []),
    (
      "Sources/KSPLedger",
      [
        "KSPCore", "GRDB", "GRDBSQLite", "Crypto", "Dispatch", "Synchronization", "Glibc", "Musl",
        "Darwin",
      ]
    ),
    ("Sources/KSPStatements", ["KSPCore"]),
    ("Sources/KSPTesting", ["KSPCore", "KSPLedger", "Foundation", "Synchronization"]),
    (
      "Sources/ksp",
      ["KSPCore", "KSPLedger", "KSPStatements", "ArgumentParser", "Foundation", "Synchronization"]
    ),
  ]

  @Test(arguments: allowed) func importsPointDownwards(_ folder: String, _ imports: Set<String>)
    throws
  {
    let files = try Self.sources(folder)
    #expect(!files.isEmpty)
    // Two files stand where there is Foundation: an amount of a decimal number, and what alerts show.
    let meeting = ["/Rupiah+Decimal.swift", "/LedgerError+Localized.swift"]
    for (name, text) in files where !meeting.contains(where: { name.hasSuffix($0) }) {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
          words[..<index].allSatisfy({ $0.hasPrefix("@") || $0 == "public" })
        else { continue }
        #expect(imports.contains(String(words[index + 1])), "\(name): \(line)")
      }
    }
  }

  @Test func noFloatingPointInCore() throws {
    for (name, text) in try Self.sources("Sources/KSPCore") {
      #expect(!text.contains("Double") && !text.contains("Float"), "\(name)")
    }
  }

  @Test func noClockBelowTheCommandLine() throws {
    for folder in ["Sources/KSPCore", "Sources/KSPLedger", "Sources/KSPStatements"] {
      // The default of the door stands in a file of its own.
      for (name, text) in try Self.sources(folder) where !name.hasSuffix("/SystemClock.swift") {
        for word in [
          "Date()", "ContinuousClock", "gettimeofday", "clock_gettime", "time(nil)", "Date.now",
        ] {
          #expect(!text.contains(word), "\(name): \(word)")
        }
      }
    }
  }

  /// A sum that cannot be made is an error of whoever makes the document, not a missing line.
  @Test func renderersMakeNoSums() throws {
    for (name, text) in try Self.sources("Sources/KSPStatements") {
      #expect(!text.contains("try?"), "\(name)")
    }
  }

  /// A document is said once; text, pages, CSV and JSON follow from it. What chooses among the forms
  /// by hand are streams whose length is not known, and what begins and ends a file of many.
  @Test func reportsAreSaidOnce() throws {
    let choosing: Set<String> = [
      "Sources/KSPStatements/Chain/EventLogRenderer.swift",
      "Sources/KSPStatements/Journal/JournalRenderer.swift",
      "Sources/KSPStatements/Savings/AccountStatementRenderer.swift",
      "Sources/KSPStatements/Savings/MemberStatementRenderer.swift",
      "Sources/KSPStatements/Statements/LineExplanationRenderer.swift",
    ]
    var renderers = 0
    for (name, text) in try Self.sources("Sources/KSPStatements") {
      renderers += text.matches(of: /struct \w+: ReportRenderer/).count
      let isForm = name.contains("/Forms/") || name.contains("/Paper/")
      if isForm || choosing.contains(name) { continue }
      #expect(!text.contains("style.format"), "\(name) chooses a form by hand")
      #expect(!text.contains("JSONWriter"), "\(name) writes JSON by hand")
      if !name.contains("/Exports/") {
        #expect(!text.contains("CSVWriter"), "\(name) writes CSV by hand")
      }
      #expect(!text.contains(": DocumentRenderer"), "\(name) has a frame of its own")
    }
    #expect(renderers >= 28)
  }

  @Test func filesAreShortAndFinished() throws {
    for (name, text) in try Self.sources("Sources") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 401, "\(name)")
      for (number, line) in lines.enumerated() where line.count > 100 {
        // Only a text that nothing can break, such as a command to type, may be longer.
        let isText =
          line.contains(/^ *(id: |en: )?"/) || line.contains(/^ +\d-\d{4},/)
        #expect(isText, "\(name):\(number + 1) is longer than 100 columns")
      }
      #expect(!text.contains("TODO") && !text.contains("FIXME"), "\(name)")
      #expect(!text.contains("try!"), "\(name)")
    }
  }

  /// The targets consist of rooms: what stands beside them is the door, what it hands to every
  /// room, and what every file sees.
  @Test func filesStandInRooms() throws {
    let doors: Set<String> = [
      "Ledger.swift", "Ledger+Transaction.swift", "Ledger+Async.swift", "SystemClock.swift",
      "OpenTransaction.swift", "StoredEvents.swift", "BookAct.swift", "PostingSession.swift",
      "Checks.swift", "EntryGuards.swift", "Rehearsed.swift",
      "MonthEndPasses.swift", "MonthEndQuestions.swift", "Exports.swift", "KSP.swift", "Main.swift",
    ]
    // What is for tests has no rooms.
    for (name, _) in try Self.sources("Sources") where !name.hasPrefix("Sources/KSPTesting/") {
      let path = name.split(separator: "/").dropFirst(2)
      #expect(path.count > 1 || doors.contains(path.joined()), "\(name) stands in no room")
    }
  }

  /// A room is a subject. What kind of thing a file holds is no subject.
  @Test func roomsAreSubjects() throws {
    let kinds: Set<Substring> = ["Support", "Commands", "Documents", "Errors"]
    for (name, _) in try Self.sources("Sources") {
      #expect(kinds.isDisjoint(with: name.split(separator: "/")), "\(name)")
    }
  }

  @Test func noFolderHoldsMoreThanTwentyFiveFiles() throws {
    let folders = Dictionary(
      grouping: try Self.sources("Sources"),
      by: { $0.name.split(separator: "/").dropLast().joined(separator: "/") })
    #expect(folders.count > 40)
    for (folder, files) in folders {
      #expect(files.count <= 25, "\(folder) holds \(files.count) files")
    }
  }

  /// Which kinds there are, and how each is written, stands with the kind; guards and views of the
  /// schema are what they were when the schema was made.
  @Test func noKindIsALiteralInAQuery() throws {
    let literal = try Regex(#"kind (=|<>|IS|IS NOT|IN|NOT IN) \(?'"#)
    for (name, text) in try Self.sources("Sources/KSPLedger") where !name.contains("/Schema") {
      let found = text.matches(of: literal).map { text[$0.range] }
      #expect(found.isEmpty, "\(name)")
    }
  }

  /// What a newcomer sees first: nothing lies there that somebody put down and forgot. Books of
  /// their own may, which git leaves out too.
  @Test func nothingElseLiesAtTheTop() throws {
    let known: Set = [
      "CHANGELOG.md", "CONTRIBUTING.md", "Docs", "Examples", "LICENSE", "Package.resolved",
      "Package.swift", "README.md", "SECURITY.md", "Sources", "Tests",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: packageFolder.path)
    #expect(
      found.filter { !$0.hasPrefix(".") && !$0.contains(".ksp") && !known.contains($0) }.isEmpty)
  }

  @Test func documentsHaveATitle() throws {
    for path in LinkTests.documents {
      let text = try TourTests.document(path)
      #expect(text.hasPrefix("# "), "\(path)")
    }
  }

  /// What a person does next is a `Remedy`; how it is typed is the business of `ksp` alone. No text
  /// of the libraries names the program, a command of it or an option.
  @Test func noSentenceOfTheLibrariesNamesACommand() throws {
    #expect("Jalankan ksp verify.".contains(Self.typed) && "atau --from".contains(Self.typed))
    #expect(!"ksp.status/1".contains(Self.typed) && !"koperasi.ksp".contains(Self.typed))
    var texts = 0
    for folder in ["Sources/KSPCore", "Sources/KSPLedger", "Sources/KSPStatements"] {
      // The names of measures on a page begin with two hyphens too.
      for (name, text) in try Self.sources(folder) where !name.hasSuffix("/PrintStyle.swift") {
        let code = text.replacing(/(?m)^\s*\/\/.*$/, with: "")
        let quoted = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"/
        for match in code.matches(of: quoted) {
          texts += 1
          let said = match.output.trimmingCharacters(in: ["\""])
          #expect(!said.contains(Self.typed), "\(name): \(said)")
        }
      }
    }
    #expect(texts > 5_000)
  }

  /// `ksp` as a word of a sentence, or an option of its.
  private static var typed: Regex<Substring> {
    /(?:^|[^.\w\/])ksp(?:[ ,;)”]|\.?$)|(?:^|[^\w(-])--[a-z]/
  }
}
