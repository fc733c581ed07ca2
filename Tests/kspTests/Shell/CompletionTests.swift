import Foundation
import KSPTestSupport
import Testing

/// What the shells offer at the cursor, asked as the scripts ask and in the shells themselves.
@Suite struct CompletionTests {
  /// The candidates for words after `ksp`, the last one unfinished.
  static func candidates(_ words: [String]) throws -> [String] {
    let outcome = try CommandTests.run(try TestFolder(), ["---complete"] + words)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.isEmpty)
    return outcome.output.split(separator: "\n").map { line in
      line == "\tfiles" ? "FILES" : String(line.prefix { $0 != "\t" })
    }
  }

  static let cases: [(typed: String, offered: [String])] = [
    // Names of both languages, and below a command by either of its names.
    ("sim", ["simulate", "simulasi"]), ("seto", ["setor"]), ("depo", ["deposit"]),
    ("anggota tam", ["tambah"]), ("member tam", ["tambah"]), ("member ad", ["add"]),
    ("simulasi ", ["simpanan", "pinjaman", "berjangka", "shu", "kesehatan"]),
    ("--lang en simulate ", ["savings", "loan", "term", "shu", "health"]),
    ("--book x.ksp simu", ["simulate", "simulasi"]), ("help simul", ["simulate", "simulasi"]),
    ("qqq", []), ("setor 0001 ", []),
    // Options of the command and those it shares, by both names.
    ("setor --tang", ["--tanggal"]), ("setor 0001 5000 --dat", ["--date"]),
    ("month-end status --sl", ["--slips"]), ("setor -- --dat", []),
    // Values that are listed, in one word and in three as bash hands them over.
    ("verify --format ", ["text", "csv", "json", "html"]), ("verify --format j", ["json"]),
    ("verify --bentuk=c", ["--bentuk=csv"]), ("verify --format = c", ["csv"]),
    ("--lang ", ["id", "en"]), ("--lang e", ["en"]),
    // Files where a file is meant.
    ("member import ", ["FILES"]), ("verify -o ", ["FILES"]), ("--lang en verify -o x", ["FILES"]),
    ("setor --memo ", []),
  ]

  @Test(arguments: cases) func offers(_ typed: String, _ offered: [String]) throws {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    #expect(try Self.candidates(words) == offered)
  }

  @Test func withoutALetterOnlyOneLanguageIsOffered() throws {
    let indonesian = try Self.candidates([""])
    let english = try Self.candidates(["--lang", "en", ""])
    #expect(indonesian.contains("setor") && !indonesian.contains("deposit"))
    #expect(english.contains("deposit") && !english.contains("setor"))
    #expect(indonesian.count == english.count && indonesian.contains("help"))
    let options = try Self.candidates(["setor", "--"])
    #expect(options.contains("--tanggal") && !options.contains("--date"))
  }

  /// Every command of the tree is offered by all of its names.
  @Test func everyCommandIsOffered() throws {
    struct Node: Decodable {
      let commandName: String
      let aliases: [String]?
      let subcommands: [Node]?
    }
    struct Dump: Decodable { let command: Node }
    let dump = try CommandTests.ksp(try TestFolder(), "--experimental-dump-help").output
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    var count = 0
    for child in root.subcommands ?? [] where child.commandName != "help" {
      for name in [child.commandName] + (child.aliases ?? []) {
        #expect(try Self.candidates([String(name.dropLast())]).contains(name), "\(name)")
        count += 1
      }
    }
    #expect(count > 60)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func theScriptIsTheSameInBothLanguages(
    _ shell: String
  ) throws {
    let folder = try TestFolder()
    let option = "--generate-completion-script"
    let script = try CommandTests.ksp(folder, option, shell)
    #expect(script.status == 0 && script.output.contains("---complete"))
    #expect(try CommandTests.ksp(folder, "\(option)=\(shell)").output == script.output)
    #expect(try CommandTests.ksp(folder, "--lang", "en", option, shell).output == script.output)
  }

  /// Words typed after `ksp`, and what the shells make of them.
  static let typed: [(words: String, offered: [String])] = [
    ("sim", ["simulasi", "simulate"]), ("anggota tamb", ["tambah"]),
    ("verify --format j", ["json"]), ("verify -o da", ["data.json"]),
    (
      "member import ",
      ["data.json", "ksp.script"]
    ),
  ]

  @Test(arguments: typed) func bashCompletes(_ words: String, _ offered: [String]) throws {
    let all = "ksp \(words)".split(separator: " ", omittingEmptySubsequences: false)
    let array = all.map { "'\($0)'" }.joined(separator: " ")
    let lines = try Self.shell(
      "bash", [],
      """
      source ./ksp.script
      COMP_WORDS=(\(array)); COMP_CWORD=\(all.count - 1)
      _ksp ksp '\(all.last ?? "")' ''
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(lines.sorted() == offered)
  }

  @Test(.enabled(if: installed("fish"), "fish is not installed"), arguments: typed)
  func fishCompletes(_ words: String, _ offered: [String]) throws {
    let lines = try Self.shell(
      "fish", ["--no-config"], "source ./ksp.script; complete -C 'ksp \(words)'")
    #expect(lines.map { String($0.prefix { $0 != "\t" }) }.sorted() == offered)
  }

  /// What zsh's own function for descriptions would be handed stands in for its screen.
  @Test(.enabled(if: installed("zsh"), "zsh is not installed"), arguments: typed)
  func zshCompletes(_ words: String, _ offered: [String]) throws {
    let all = "ksp \(words)".split(separator: " ", omittingEmptySubsequences: false)
    let array = all.map { "'\($0)'" }.joined(separator: " ")
    let lines = try Self.shell(
      "zsh", ["-f"],
      """
      compdef() { : }
      _describe() { print -rl -- "${found[@]%%:*}" }
      _files() { print -rl -- ${words[CURRENT]}*(N) }
      source ./ksp.script
      words=(\(array)); CURRENT=\(all.count)
      _ksp
      """)
    #expect(lines.sorted() == offered)
  }

  private static func installed(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
  }

  /// Runs a shell in a folder that holds its script, `ksp.script`, and one file more.
  private static func shell(
    _ name: String, _ options: [String], _ text: String
  ) throws -> [String] {
    let folder = try TestFolder()
    let script = try CommandTests.ksp(folder, "--generate-completion-script", name).output
    try script.write(toFile: folder.file("ksp.script"), atomically: true, encoding: .utf8)
    try "".write(toFile: folder.file("data.json"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + options + ["-c", text]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let programs = URL(fileURLWithPath: CommandTests.program).deletingLastPathComponent().path
    process.environment = [
      "PATH": "\(programs):/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
