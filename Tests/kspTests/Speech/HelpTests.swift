import Foundation
import KSPTestSupport
import Testing

/// The help of every command, held in `Docs/`; `KSP_RECORD=1 swift test` writes it anew.
@Suite struct HelpTests {
  /// One command in the tree that the argument parser describes.
  struct Node: Decodable {
    let commandName: String
    let discussion: String?
    let subcommands: [Node]?
  }

  struct Dump: Decodable {
    let command: Node
  }

  static func paths() throws -> [[String]] {
    let dump = try CommandTests.ksp(try TestFolder(), "--experimental-dump-help").output
    func walk(_ node: Node, _ above: [String]) -> [[String]] {
      let children = (node.subcommands ?? []).filter { $0.commandName != "help" }
      return [above] + children.flatMap { walk($0, above + [$0.commandName]) }
    }
    return walk(try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command, [])
  }

  /// What the argument parser says in its own words, and words of the other language.
  static func foreign(to language: String) -> [String] {
    let parsers = ["OVERVIEW", "SUBCOMMAND", "subcommand", "<options>", "See '", "information"]
    let english = [
      "USAGE", "ARGUMENTS", "OPTIONS", "default", "values:", "Show ", "Example", "<file>",
      "<date>", "<amount>", "<month>", "<member>", "<name>", "Did you",
    ]
    let indonesian = ["PAKAI", "ISIAN", "PILIHAN", "bawaan", "Contoh", "<berkas>", "<tanggal>"]
    return parsers + (language == "id" ? english : indonesian)
  }

  static func check(_ help: String, of name: String, in language: String) {
    #expect(help.contains(language == "id" ? "Contoh" : "Example"), "\(name)")
    for word in foreign(to: language) { #expect(!help.contains(word), "\(name): \(word)") }
    for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(name): \(line)") }
  }

  @Test(arguments: [
    ["help", "help"], ["help"], ["help", "setor"], ["help", "anggota", "tambah"],
  ])
  func theHelpCommandSpeaksIndonesianToo(_ words: [String]) throws {
    let help = try CommandTests.run(try TestFolder(), words)
    #expect(help.status == 0)
    Self.check(help.output, of: "\(words)", in: "id")
  }

  @Test func theRootHelpStatesTheRuleOfTheNames() throws {
    let help = try CommandTests.ksp(try TestFolder(), "--help").output
    for text in ["Nama perintah:", "KSP_BOOK", "KSP_LANG", "NO_COLOR", "ksp help kode-keluar"] {
      #expect(help.contains(text))
    }
  }

  @Test(arguments: [["help", "kode-keluar"], ["help", "exit-codes"], ["exit-codes"]])
  func everyExitCodeIsListed(_ words: [String]) throws {
    let lines = try CommandTests.run(try TestFolder(), words).output.split(separator: "\n")
    let codes = lines.compactMap { Int32($0.prefix(4).trimmingCharacters(in: .whitespaces)) }
    #expect(codes == [0, 1, 2, 64, 65, 66, 70, 73, 74, 75])
  }

  static let books: [(language: String, file: String, title: String)] = [
    ("id", "Docs/CommandReference.md", "Semua perintah `ksp`"),
    ("en", "Docs/CommandReference.en.md", "All commands of `ksp`"),
  ]

  @Test(arguments: books) func everyHelpIsAsPrintedInTheReference(
    _ language: String, _ file: String, _ title: String
  ) throws {
    let folder = try TestFolder()
    var text = "# \(title)\n"
    for path in try Self.paths() {
      let help = try CommandTests.run(folder, path + ["--help", "--lang", language])
      let name = (["ksp"] + path).joined(separator: " ")
      #expect(help.status == 0, "\(name)")
      #expect(help.messages.isEmpty, "\(name)")
      Self.check(help.output, of: name, in: language)
      text += "\n## \(name)\n\n```text\n\(help.output.trimmingCharacters(in: .newlines))\n```\n"
    }
    let url = packageFolder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["KSP_RECORD"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text, "KSP_RECORD=1 swift test")
  }

  /// What help says of a command is broken into lines by those who wrote it; a line that the page
  /// breaks once more leaves a word alone on the next.
  @Test(arguments: ["id", "en"]) func helpFitsThePageAsItWasWritten(_ language: String) throws {
    let dump = try CommandTests.run(
      try TestFolder(), ["--experimental-dump-help"], environment: ["KSP_LANG": language]
    ).output
    var count = 0
    func check(_ node: Node) {
      for line in (node.discussion ?? "").split(separator: "\n") {
        count += 1
        // The list of roles is made of what there is.
        #expect(line.count <= 80 || node.commandName == "role", "\(node.commandName): \(line)")
      }
      for child in node.subcommands ?? [] { check(child) }
    }
    check(try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command)
    #expect(count > 200)
  }

  /// Every command that the first version promises, by both of its names.
  @Test(arguments: [
    "init mulai", "deposit setor", "withdraw tarik", "transfer pindah", "fee biaya",
    "member anggota", "product produk", "entry jurnal", "opening saldo-awal",
    "month-end tutup-bulan", "explain jelaskan", "statement rekening",
    "trial-balance neraca-saldo", "verify periksa", "backup cadangkan", "export ekspor",
    "simulate simulasi", "exit-codes kode-keluar", "loan pinjaman", "disburse cairkan",
    "repay angsur", "due tagihan", "log riwayat", "collectibility kolektibilitas",
  ]) func bothNamesLeadToTheSameHelp(_ names: String) throws {
    let folder = try TestFolder()
    let both = names.split(separator: " ").map(String.init)
    let helps = try both.map { try CommandTests.run(folder, [$0, "--help"]) }
    #expect(helps[0].status == 0)
    for (name, help) in zip(both, helps) { #expect(help.output.contains("PAKAI: ksp \(name)")) }
    let alike = helps.map { $0.output.replacing("ksp \(both[1])", with: "ksp \(both[0])") }
    #expect(alike[0] == alike[1].replacing("ksp help \(both[1])", with: "ksp help \(both[0])"))
  }
}
