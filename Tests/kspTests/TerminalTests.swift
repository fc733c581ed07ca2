import Foundation
import KSPTestSupport
import Testing

#if os(Linux)
  /// The questions that are asked where there is a terminal.
  @Suite struct TerminalTests {
    /// `TIOCSPTLCK` and `TIOCGPTN` of Linux, which Swift does not see.
    static let unlockRequest: UInt = 0x4004_5431
    static let numberRequest: UInt = 0x8004_5430

    /// Runs the program with keyboard and messages on a terminal of its own.
    static func type(
      _ answers: String, _ folder: TestFolder, _ arguments: [String], environment: [String: String]
    ) throws -> CommandTests.Outcome {
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var lock: Int32 = 0
      var number: Int32 = 0
      try #require(ioctl(master, unlockRequest, &lock) == 0)
      try #require(ioctl(master, numberRequest, &number) == 0)
      let name = "/dev/pts/\(number)"
      let slave = open(name, O_RDWR | O_NOCTTY)
      let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
      let screen = FileHandle(fileDescriptor: master, closeOnDealloc: true)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandTests.program)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
      let output = Pipe()
      process.standardInput = terminal
      process.standardOutput = output
      process.standardError = terminal
      try screen.write(contentsOf: Data(answers.utf8))
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let text = screen.availableData
      close(slave)
      return CommandTests.Outcome(
        status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
        messages: String(decoding: text, as: UTF8.self))
    }

    static func type(
      _ answers: String, _ folder: TestFolder, _ arguments: String...
    ) throws -> CommandTests.Outcome {
      try type(answers, folder, arguments, environment: [:])
    }

    static func entries(_ folder: TestFolder) throws -> Int {
      let list = try CommandTests.ksp(folder, "entry", "list", "--format", "csv").output
      let rows = list.split(whereSeparator: \.isNewline).dropFirst()
      return Set(rows.compactMap { $0.split(separator: ",").first }).count
    }

    @Test func itAsksOneQuestionAtATime() throws {
      let folder = try CommandTests.prepared()
      let outcome = try Self.type(
        "0001\n1.500.000\n\n", folder, "setor", "--date", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      for text in [
        "Nomor anggota?", "Jumlah?", "Siti Aminah", "Rp1.500.000",
        "satu juta lima ratus ribu rupiah", "Simpan? [Y/t]",
      ] {
        #expect(outcome.messages.contains(text), "\(outcome.messages)")
      }
      #expect(outcome.output.contains("JU-000002"))
      #expect(!outcome.output.contains("Simpan?"))
    }

    @Test func noMeansNo() throws {
      let folder = try CommandTests.prepared()
      let words = ["setor", "0001", "5000", "--date", "2026-01-06"]
      let outcome = try Self.type("t\n", folder, words, environment: [:])
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(try Self.entries(folder) == 1)
    }

    @Test func enterIsNotEnoughForSevereSteps() throws {
      let folder = try CommandTests.prepared()
      let severe = [
        ["entry", "reverse", "JU-000001", "--date", "2026-01-09"],
        ["month-end", "run", "2026-01"], ["member", "leave", "0001", "--date", "2026-01-09"],
      ]
      for words in severe {
        let outcome = try Self.type("\n", folder, words, environment: [:])
        #expect(outcome.status == 2, "\(words) \(outcome.messages)")
        #expect(outcome.messages.contains("[y/T]"))
      }
      #expect(try Self.entries(folder) == 1)
      #expect(try Self.type("y\n", folder, severe[2], environment: [:]).status == 0)
      #expect(try Self.entries(folder) == 2)
    }

    @Test func colorOnlyWhereItIsWanted() throws {
      let folder = try CommandTests.prepared()
      let words = ["setor", "0001", "x"]
      #expect(try Self.type("", folder, words, environment: [:]).messages.contains("\u{1B}["))
      for variable in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
        let outcome = try Self.type("", folder, words, environment: variable)
        #expect(outcome.status == 64)
        #expect(!outcome.messages.contains("\u{1B}["))
      }
      #expect(!(try CommandTests.run(folder, words).messages.contains("\u{1B}[")))
    }
  }
#endif
