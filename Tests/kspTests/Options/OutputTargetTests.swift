import Foundation
import KSPTestSupport
import Testing

/// No command writes over a book, its log or lock, or a backup, and over another file only when
/// asked; whatever it is refused for, nothing has changed.
@Suite struct OutputTargetTests {
  struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let kind: String
      let isOptional: Bool
      let names: [Name]?
      let valueName: String?

      /// Something that the parser takes where an argument must be given.
      var words: [String] {
        guard !isOptional, kind != "flag" else { return [] }
        let value = valueName == "bentuk" ? "csv" : "1"
        let name = names?.map(\.name).max { $0.count < $1.count }
        return kind == "option" ? ["--\(name ?? "")", value] : [value]
      }
    }

    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// Whether `--output` names a file; a folder has to be named, and holds files of its own.
    var writesAFile: Bool {
      (arguments ?? []).contains { argument in
        argument.isOptional && (argument.names ?? []).contains { $0.name == "output" }
      }
    }

    func takes(_ option: String) -> Bool {
      (arguments ?? []).contains { ($0.names ?? []).contains { $0.name == option } }
    }
  }

  struct Dump: Decodable { let command: Command }

  /// Every command that writes where `--output` says, with what it needs to be understood.
  static let commands: [[String]] = (try? found()) ?? []

  private static func found() throws -> [[String]] {
    let dump = try CommandTests.ksp(try TestFolder(), "--experimental-dump-help").output
    func walk(_ command: Command, _ above: [String]) -> [[String]] {
      let own =
        command.writesAFile
        ? [above + (command.arguments ?? []).flatMap(\.words)] : []
      #expect(command.takes("output") == command.takes("replace"), "\(above)")
      return own + (command.subcommands ?? []).flatMap { walk($0, above + [$0.commandName]) }
    }
    return walk(try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command, [])
  }

  /// A book with everything beside it that must stay.
  private static func surrounded() throws -> TestFolder {
    let folder = try CommandTests.prepared()
    let files = FileManager.default
    #expect(try CommandTests.ksp(folder, "backup", "cadangan.ksp").status == 0)
    for ending in sides {
      try? files.removeItem(atPath: folder.file("koperasi.ksp" + ending))
      try Data("beside\(ending)".utf8).write(
        to: URL(fileURLWithPath: folder.file("koperasi.ksp" + ending)))
    }
    try files.copyItem(atPath: folder.file("koperasi.ksp"), toPath: folder.file("other.csv"))
    try Data("notes".utf8).write(to: URL(fileURLWithPath: folder.file("old.csv")))
    try Data([0x37, 0x7F, 0x06, 0x82, 0, 0]).write(
      to: URL(fileURLWithPath: folder.file("log.csv")))
    try files.createDirectory(atPath: folder.file("folder.csv"), withIntermediateDirectories: false)
    for (name, target) in [
      ("link.csv", "koperasi.ksp"), ("away.csv", "cadangan.ksp"), ("side.csv", "koperasi.ksp-wal"),
      ("twice.csv", "link.csv"),
    ] {
      try files.createSymbolicLink(atPath: folder.file(name), withDestinationPath: target)
    }
    try files.linkItem(atPath: folder.file("koperasi.ksp"), toPath: folder.file("hard.csv"))
    try files.linkItem(atPath: folder.file("koperasi.ksp-lock"), toPath: folder.file("lock.csv"))
    return folder
  }

  private static let sides = ["-wal", "-shm", "-journal", "-lock"]

  /// The names in a folder with the bytes of the files and the ends of the links.
  static func snapshot(_ folder: TestFolder) throws -> [String: Data] {
    let files = FileManager.default
    var found: [String: Data] = [:]
    for name in try files.contentsOfDirectory(atPath: folder.path) {
      if let end = try? files.destinationOfSymbolicLink(atPath: folder.file(name)) {
        found[name] = Data(end.utf8)
      } else {
        found[name] = files.contents(atPath: folder.file(name)) ?? Data()
      }
    }
    return found
  }

  @Test func thereAreSuchCommands() {
    #expect(Self.commands.count > 35)
    #expect(Self.commands.contains(["trial-balance"]) && Self.commands.contains(["export", "csv"]))
  }

  /// What is refused, and with which exit code, whatever the command.
  private static func refused(_ folder: TestFolder) -> [(words: [String], status: Int32)] {
    let kept = [
      "koperasi.ksp", "./koperasi.ksp", folder.file("koperasi.ksp"), "folder.csv/../koperasi.ksp",
      "link.csv", "twice.csv", "hard.csv", "side.csv", "lock.csv", "cadangan.ksp", "away.csv",
      "other.csv", "log.csv", "folder.csv", "none/x.csv",
    ]
    return (kept + sides.map { "koperasi.ksp" + $0 }).map { (["-o", $0, "--replace"], 73) }
      + [
        (["-o", "old.csv"], 73), (["-o", "koperasi.ksp"], 73), (["-o", "new.pdf"], 64),
        (["-o", "new.ksp", "--replace"], 64), (["-o", "new"], 64), (["-o", ""], 64),
      ]
  }

  private static func check(
    _ folder: TestFolder, _ words: [String], _ status: Int32, leaves before: [String: Data]
  ) throws {
    let outcome = try CommandTests.run(folder, words)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("--keluaran"), "\(outcome.messages)")
    #expect(outcome.messages.contains("petunjuk: "), "\(outcome.messages)")
    #expect(try snapshot(folder) == before, "\(words)")
  }

  /// Every command with the book, and with one after the other of all that is refused.
  @Test func noCommandWritesOverWhatMustStay() throws {
    let folder = try Self.surrounded()
    let before = try Self.snapshot(folder)
    let refused = Self.refused(folder)
    for (index, command) in Self.commands.enumerated() {
      for (words, status) in [refused[0], refused[index % refused.count]] {
        try Self.check(folder, command + words, status, leaves: before)
      }
    }
  }

  @Test(arguments: [["trial-balance"], ["deposit", "0001", "5000", "--yes"], ["export", "csv"]])
  func whatMustStayStays(_ command: [String]) throws {
    let folder = try Self.surrounded()
    let before = try Self.snapshot(folder)
    for (words, status) in Self.refused(folder) {
      try Self.check(folder, command + words, status, leaves: before)
    }
  }

  /// The environment, or a leading `--book`, names the book as well.
  @Test func theBookIsKnownByEveryWayOfNamingIt() throws {
    let folder = try CommandTests.prepared()
    let files = FileManager.default
    try files.moveItem(atPath: folder.file("koperasi.ksp"), toPath: folder.file("buku.csv"))
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.file("buku.csv-lock")))
    try files.linkItem(atPath: folder.file("buku.csv-lock"), toPath: folder.file("lock.csv"))
    let before = try Self.snapshot(folder)
    for output in ["buku.csv", "lock.csv"] {
      for words in [
        ["--book", "buku.csv", "verify", "-o", output],
        ["verify", "--buku=buku.csv", "-o", output],
      ] {
        let outcome = try CommandTests.run(folder, words + ["--ganti"])
        #expect(outcome.status == 73, "\(words): \(outcome.messages)")
      }
    }
    #expect(try Self.snapshot(folder) == before)
  }

  @Test(arguments: [
    "koperasi.ksp", "bukti.pdf", "none/x.txt", ".", "bukti", "cadangan.ksp", "old.txt",
  ]) func aDepositThatCannotBePrintedIsNotPosted(_ output: String) throws {
    let folder = try CommandTests.prepared()
    #expect(try CommandTests.ksp(folder, "backup", "cadangan.ksp").status == 0)
    try Data("notes".utf8).write(to: URL(fileURLWithPath: folder.file("old.txt")))
    let before = try BookContent(folder, "koperasi.ksp")
    let outcome = try OutputTests.deposit(folder, "-o", output)
    #expect([64, 73].contains(outcome.status), "\(outcome.messages)")
    #expect(try BookContent(folder, "koperasi.ksp") == before)
  }

  @Test(arguments: [
    ["trial-balance"], ["verify"], ["member", "list"], ["statement", "all"], ["entry", "list"],
    ["log"], ["status"], ["export", "csv"], ["backup", "baru.ksp"],
    ["deposit", "0001", "5000", "--date", "2026-01-09", "--yes"],
  ]) func aFileGivesWayOnlyWhenAsked(_ command: [String]) throws {
    let folder = try CommandTests.prepared()
    let path = folder.file("old.csv")
    try Data("notes".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let refused = try CommandTests.run(folder, command + ["-o", "old.csv"])
    #expect(refused.status == 73)
    #expect(refused.messages.contains("--ganti"), "\(refused.messages)")
    #expect(try Self.snapshot(folder)["old.csv"] == Data("notes".utf8))
    let done = try CommandTests.run(folder, command + ["-o", "old.csv", "--replace"])
    #expect(done.status == 0, "\(done.messages)")
    #expect(try Self.snapshot(folder)["old.csv"]?.contains(UInt8(ascii: ",")) == true)
    // Nobody may read it who could not before.
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(!(try Self.snapshot(folder).keys.contains { $0.hasSuffix(".ksp-part") }))
  }

  static let contradictions: [(words: [String], endings: String)] = [
    (["verify", "--format", "csv", "-o", "a.txt"], ".csv"),
    (["verify", "--format", "json", "-o", "a.html"], ".json .jsonl"),
    (["verify", "-o", "a.xlsx"], ".txt .csv .json .jsonl .html"),
    (["export", "hledger", "-o", "a.csv"], ".journal .hledger"),
    (["export", "beancount", "-o", "a.journal"], ".beancount .bean"),
    (["export", "csv", "-o", "a.beancount"], ".csv"),
  ]

  @Test(arguments: contradictions) func theEndingFitsTheForm(
    _ words: [String], _ endings: String
  ) throws {
    let folder = try CommandTests.prepared()
    let outcome = try CommandTests.run(folder, words)
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains(" \(endings).\n"), "\(outcome.messages)")
    #expect(try Self.snapshot(folder)[words.last ?? ""] == nil)
  }

  @Test func endingsThatFitAreTaken() throws {
    let folder = try CommandTests.prepared()
    for words in [
      ["verify", "-o", "A.TXT"], ["entry", "list", "-o", "a.jsonl"],
      ["export", "beancount", "-o", "a.beancount"], ["export", "hledger", "-o", "a.b.journal"],
      ["verify", "--format", "json", "-o", "./b.json"],
    ] {
      let outcome = try CommandTests.run(folder, words)
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
    }
    #expect(try Self.snapshot(folder)["a.jsonl"]?.first == UInt8(ascii: "{"))
  }

  @Test(arguments: ["-", "/dev/stdout", "/dev/null"]) func devicesAreWrittenTo(
    _ output: String
  ) throws {
    let folder = try CommandTests.prepared()
    let before = try CommandTests.ksp(folder, "verify").output
    let outcome = try CommandTests.ksp(folder, "verify", "-o", output)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output == (output == "/dev/null" ? "" : before))
  }

  /// `ksp trial-balance >> koperasi.ksp`.
  @Test func theShellIsNoWayRoundEither() throws {
    let folder = try CommandTests.prepared()
    let before = try Self.snapshot(folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.program)
    process.arguments = ["trial-balance"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let book = try #require(FileHandle(forUpdatingAtPath: folder.file("koperasi.ksp")))
    process.standardOutput = book
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
    #expect(try Self.snapshot(folder) == before)
  }
}
