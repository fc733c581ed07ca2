import Foundation
import KSPTestSupport
import Testing

/// Where reports go, and what happens when they cannot.
@Suite struct OutputTests {
  static func ksp(_ folder: TestFolder, _ arguments: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(folder, arguments)
  }

  static func deposit(
    _ folder: TestFolder, _ more: String...
  ) throws -> CommandTests.Outcome {
    let words = ["setor", "0001", "5000", "--date", "2026-01-09", "--yes"]
    return try CommandTests.run(folder, words + more)
  }

  @Test func theEndingChoosesTheForm() throws {
    let folder = try CommandTests.prepared()
    for (name, start) in [("a.json", "{"), ("a.csv", "number,"), ("a.txt", "KSP Uji")] {
      let outcome = try Self.ksp(folder, "member", "list", "--output", name)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.isEmpty)
      let text = try String(contentsOfFile: folder.file(name), encoding: .utf8)
      #expect(text.hasPrefix(start), "\(text)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasSuffix("-part") })
  }

  @Test func aLinkStaysALink() throws {
    let folder = try CommandTests.prepared()
    try Data("old".utf8).write(to: URL(fileURLWithPath: folder.file("real.json")))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.json"), withDestinationPath: "real.json")
    #expect(try Self.ksp(folder, "verify", "-o", "link.json", "--replace").status == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.json"))
        == "real.json")
    let text = try String(contentsOfFile: folder.file("real.json"), encoding: .utf8)
    #expect(text.hasPrefix(#"{"schema":"ksp.verify/1""#))
  }

  @Test func aPipeIsWrittenToAndStays() throws {
    let folder = try CommandTests.prepared()
    let pipe = folder.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(try Self.deposit(folder, "-o", "pipe").status == 0)
    let handle = FileHandle(fileDescriptor: reader, closeOnDealloc: false)
    let text = String(decoding: handle.availableData, as: UTF8.self)
    #expect(text.contains("lima ribu rupiah"))
    let kind = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
  }

  @Test(arguments: ["none/x.txt", "."]) func anOutputThatCannotBeIsRefusedBeforePosting(
    _ path: String
  ) throws {
    let folder = try CommandTests.prepared()
    let before = try Self.ksp(folder, "entry", "list").output
    let outcome = try Self.deposit(folder, "-o", path)
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("--keluaran"))
    #expect(try Self.ksp(folder, "entry", "list").output == before)
  }

  #if os(Linux)
    @Test func aFailedPrintDoesNotDenyThePosting() throws {
      let folder = try CommandTests.prepared()
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandTests.program)
      process.arguments = ["setor", "0001", "5000", "--date", "2026-01-09", "--yes"]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      let messages = Pipe()
      process.standardOutput = full
      process.standardError = messages
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let text = String(
        decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
      #expect(text.contains("tetap tersimpan"))
      #expect(!text.contains("Tidak ada yang disimpan"))
      #expect(try Self.ksp(folder, "entry", "show", "JU-000002").status == 0)
    }
  #endif

  /// `ksp entry list | head -1`: the reader has gone before anything is written.
  @Test(arguments: [["entry", "list"], ["verify"], ["--help"], ["statement", "all"]])
  func aReaderWhoLeavesIsNoFailure(_ words: [String]) throws {
    let folder = try CommandTests.prepared()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let messages = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = pipe
    process.standardError = messages
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(text.isEmpty, "\(String(decoding: text, as: UTF8.self))")
  }

  @Test func anOpenMonthHasADocumentToo() throws {
    let folder = try CommandTests.prepared()
    let outcome = try Self.ksp(folder, "month-end", "status", "2026-01", "--format", "json")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(#"{"schema":"ksp.month-end/1","month":"2026-01","outcome":"open""#))
    #expect(outcome.messages.contains("belum ditutup"))
    #expect(try Self.ksp(folder, "month-end", "status", "2025-12").status == 65)
  }

  /// What was known before a reversal does not know of it.
  @Test(arguments: ["text", "csv", "json"]) func theJournalComesOutAgainAsItWasKnown(
    _ format: String
  ) throws {
    let folder = try CommandTests.prepared()
    _ = try Self.deposit(folder)
    let list = ["entry", "list", "--format", format]
    let before = try CommandTests.run(folder, list).output
    let reverse = try Self.ksp(
      folder, "entry", "reverse", "JU-000002", "--date", "2026-01-10", "--yes")
    #expect(reverse.status == 0)
    #expect(try CommandTests.run(folder, list).output != before)
    #expect(try CommandTests.run(folder, list + ["--known-at", "JU-000002"]).output == before)
  }

  /// The step that the status names is a command that works as it stands.
  @Test func theNextStepCanBeTyped() throws {
    let folder = try TestFolder()
    #expect(try Self.ksp(folder, "init", "KSP Uji", "--from", "2026-01").status == 0)
    let opening = URL(fileURLWithPath: folder.file("awal.csv"))
    try Data("account,debit\n1-1000,5\n".utf8).write(to: opening)
    for expected in [
      "ksp anggota tambah", "ksp neraca-saldo", "ksp cadangkan", "ksp tutup-bulan pratinjau",
    ] {
      if expected == "ksp neraca-saldo" {
        #expect(try Self.ksp(folder, "opening", "import", "awal.csv", "--yes").status == 0)
      } else if expected == "ksp cadangkan" {
        try Data("account,credit\n3-2000,5\n".utf8).write(to: opening)
        #expect(try Self.ksp(folder, "opening", "import", "awal.csv", "--yes").status == 0)
      }
      let said = try Self.ksp(folder).messages
      let step = try #require(said.split(separator: "\n").last { $0.contains("ksp ") })
      #expect(step.contains(expected), "\(said)")
      let command = step.drop { $0 != ":" }.dropFirst(2)
      let words = command.split(separator: "\"").enumerated().flatMap { part in
        part.offset == 1
          ? [String(part.element)] : part.element.split(separator: " ").map(String.init)
      }
      let writes = words.contains("tambah") ? ["--yes", "--date", "2026-01-02"] : []
      let outcome = try CommandTests.run(folder, words.dropFirst() + writes)
      #expect(outcome.status == 0, "\(words) \(outcome.messages)")
    }
  }

  static let broken: [(change: @Sendable (inout Data) -> Void, status: Int32)] = [
    ({ $0 = Data("halo\n".utf8) }, 65), ({ $0 = Data() }, 65),
    // The schema version of an SQLite file stands in bytes 60 to 63, big end first.
    ({ $0[63] = 99 }, 65), ({ $0 = $0.prefix(20_000) }, 70),
    ({ data in for index in 8_192..<12_288 { data[index] = 0x55 } }, 70),
  ]

  @Test(arguments: broken.indices) func aBookThatIsNoneIsLeftAlone(_ index: Int) throws {
    let folder = try CommandTests.prepared()
    #expect(try Self.ksp(folder, "backup", "copy.ksp").status == 0)
    let url = URL(fileURLWithPath: folder.file("copy.ksp"))
    var data = try Data(contentsOf: url)
    Self.broken[index].change(&data)
    try data.write(to: url)
    for words in [["verify"], ["setor", "0001", "5000", "--date", "2026-01-09", "--yes"]] {
      let outcome = try CommandTests.run(folder, words + ["--book", "copy.ksp"])
      // What cannot be read is a check that fails, where the book can be opened at all.
      let isReported = words == ["verify"] && index >= 3
      #expect(
        outcome.status == (isReported ? 1 : Self.broken[index].status),
        "\(words) \(outcome.messages)")
      #expect(
        (isReported ? outcome.output : outcome.messages).contains(
          isReported ? "file." : "petunjuk: "))
      #expect(try Data(contentsOf: url) == data)
    }
  }
}
