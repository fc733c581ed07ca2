import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The built program, run as people and scripts run it.
@Suite struct CommandTests {
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String
  }

  static let program: String = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("ksp").path
  }()

  static func ksp(_ folder: TestFolder, _ arguments: String...) throws -> Outcome {
    try run(folder, arguments)
  }

  static func run(
    _ folder: TestFolder, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
    let output = Pipe()
    let messages = Pipe()
    process.standardOutput = output
    process.standardError = messages
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let text = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      messages: String(decoding: text, as: UTF8.self))
  }

  static func prepared() throws -> TestFolder {
    let folder = try TestFolder()
    #expect(try ksp(folder, "init", "KSP Uji", "--from", "2026-01").status == 0)
    let add = try ksp(
      folder, "member", "add", "Siti Aminah", "--pokok", "100000", "--date", "2026-01-02", "--yes")
    #expect(add.status == 0)
    return folder
  }

  @Test func aQuarterOfAnHour() throws {
    let folder = try Self.prepared()
    let deposit = try Self.ksp(
      folder, "setor", "0001", "1.500.000", "--date", "2026-01-06", "--ref", "A1", "--yes")
    #expect(deposit.status == 0)
    #expect(deposit.output.contains("satu juta lima ratus ribu rupiah"))
    let again = try Self.ksp(
      folder, "setor", "0001", "1.500.000", "--date", "2026-01-06", "--ref", "A1", "--yes")
    #expect(again.status == 0)
    #expect(again.output.contains("SALINAN"))
    #expect(
      again.output.replacingOccurrences(of: "SALINAN – sudah dicatat sebelumnya\n", with: "")
        == deposit.output)
    #expect(again.messages.contains("Sudah dibukukan"))
    #expect(try Self.ksp(folder, "month-end", "run", "2026-01", "--yes").status == 0)
    #expect(try Self.ksp(folder, "month-end", "run", "2026-01", "--yes").status == 0)
    let statement = try Self.ksp(
      folder, "statement", "account", "SUK-0001", "--from", "2026-01-01", "--to", "2026-01-31",
      "--format", "json")
    #expect(
      // How many events made the book is not what this test is about.
      statement.output.replacing(/,"known":\d+/, with: "")
        == """
        {"schema":"ksp.statement/1","account":"SUK-0001","from":"2026-01-01","to":"2026-01-31",\
        "opening":"0","lines":[{"date":"2026-01-06","voucher":"JU-000002",\
        "description":"Setoran","counterpart":null,"debit":"0","credit":"1500000",\
        "balance":"1500000"},{"date":"2026-01-31","voucher":"JU-000003",\
        "description":"Jasa simpanan","counterpart":null,"debit":"0","credit":"3205",\
        "balance":"1503205"}],"closing":"1503205","product":"Simpanan sukarela",\
        "memberNumber":"0001","member":"Siti Aminah","currency":"IDR"}

        """)
    let verify = try Self.ksp(folder, "verify", "--format", "json")
    #expect(verify.status == 0)
    #expect(verify.output.hasPrefix(#"{"schema":"ksp.verify/1","ok":true,"checks":[{"name":"#))
    #expect(try Self.ksp(folder, "backup", "copy.ksp").status == 0)
    #expect(try Self.ksp(folder, "verify", "--book", "copy.ksp").status == 0)
  }

  @Test func theExampleOfTheSimulation() throws {
    let outcome = try Self.ksp(
      try TestFolder(), "simulate", "savings", "--method", "daily", "--tier", "0=3%", "--tier",
      "5000000=5%", "--day-count", "actual/365", "--from", "2026-06-01", "--to", "2026-06-30",
      "--movement", "2026-06-01=1000000", "--movement", "2026-06-05=5000000", "--movement",
      "2026-06-06=-500000", "--movement", "2026-06-10=2500000", "--movement",
      "2026-06-20=-1000000", "--movement", "2026-06-25=10000000", "--movement",
      "2026-06-30=-2000000", "--format", "json")
    #expect(
      outcome.output.hasPrefix(
        """
        {"schema":"ksp.interest/1","gross":"33616.44","tax":"0","net":"33616.44","working":\
        [{"from":"2026-06-01","to":"2026-06-04","days":4,"balance":"1000000","rate":"3%/year",\
        "interest":"328.77"},
        """))
  }

  static let refusals: [(arguments: [String], status: Int32)] = [
    (["setor", "0001", "0", "--yes"], 65), (["setor", "0001", "-5", "--yes"], 64),
    (["setor", "0001", "1.5", "--yes"], 64), (["setor", "0009", "5000", "--yes"], 65),
    (["setor", "0001", "5000", "--date", "2026-02-31", "--yes"], 64),
    (["setor", "0001", "5000", "--date", "2025-12-31", "--yes"], 65),
    (["setor", "0001", "5000", "--product", "haji", "--yes"], 65),
    (["setor", "0001", "999999999999999999999", "--yes"], 64),
    (["tarik", "0001", "5000", "--date", "2026-01-09", "--yes"], 65),
    (["tarik", "0001", "5000", "--product", "pokok", "--date", "2026-01-09", "--yes"], 65),
    (["setor", "0001", "5000"], 64), (["depsit"], 64), (["statement", "account", "X-1"], 65),
    (["entry", "add", "--debit", "1-1000=5", "--yes", "--date", "2026-01-09"], 65),
    (
      [
        "entry", "add", "--debit", "1-1000=5", "--credit", "4-1100=6", "--yes", "--date",
        "2026-01-09",
      ],
      65
    ),
    (["verify", "--book", "none.ksp"], 66), (["init", "Lain"], 73),
    (["month-end", "run", "2026-03", "--yes"], 65),
    (["member", "import", "none.csv", "--yes"], 66),
    (["entry", "reverse", "JU-000099", "--yes"], 65), (["verify", "--format", "pdf"], 64),
  ]

  @Test(arguments: refusals) func refusalsSayWhyAndChangeNothing(
    _ arguments: [String], status: Int32
  ) throws {
    let folder = try Self.prepared()
    let before = try Self.ksp(folder, "entry", "list", "--format", "json").output
    let outcome = try Self.run(folder, arguments)
    #expect(outcome.status == status, "\(arguments): \(outcome.messages)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.messages.isEmpty)
    for name in ["LedgerError", "Error(", "KSPCore", "Optional"] {
      #expect(!outcome.messages.contains(name), "\(outcome.messages)")
    }
    #expect(try Self.ksp(folder, "entry", "list", "--format", "json").output == before)
  }

  @Test func aDryRunStoresNothing() throws {
    let folder = try Self.prepared()
    let outcome = try Self.ksp(
      folder, "setor", "0001", "5000", "--date", "2026-01-09", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("lima ribu rupiah"))
    // A slip of what was not stored says so, and has no number that it could be taken for.
    #expect(outcome.output.contains("PERCOBAAN") && !outcome.output.contains("JU-"))
    #expect(try Self.ksp(folder, "entry", "show", "2").status == 65)
  }

  /// Without a period a statement reaches to the last entry, also beyond the open month.
  @Test func aStatementShowsWhatAReceiptWasGivenFor() throws {
    let folder = try Self.prepared()
    for date in ["2026-01-09", "2026-03-09"] {
      #expect(try Self.ksp(folder, "setor", "0001", "7000", "--date", date, "--yes").status == 0)
    }
    let all = try Self.ksp(folder, "rekening", "akun", "SUK-0001", "--format", "json")
    #expect(all.output.contains(#""from":"2026-01-01","to":"2026-03-09""#))
    #expect(all.output.contains(#""closing":"14000""#))
    let january = try Self.ksp(
      folder, "rekening", "akun", "SUK-0001", "--from", "2026-01-01", "--format", "json")
    #expect(january.output.contains(#""to":"2026-01-31""#))
  }

  /// Advice names the commands by the names of the language it is written in.
  @Test func adviceSpeaksOfCommandsInItsLanguage() throws {
    let folder = try Self.prepared()
    let refused = try Self.ksp(folder, "setor", "0999", "7000", "--yes")
    #expect(refused.messages.contains("ksp cari NAMA"))
    let english = try Self.ksp(folder, "--lang", "en", "deposit", "0999", "7000", "--yes")
    #expect(english.messages.contains("ksp find NAME"))
  }

  @Test func aRateAboveTheCapWarnsAndIsStored() throws {
    let folder = try Self.prepared()
    let outcome = try Self.ksp(
      folder, "product", "set", "sukarela", "--effective", "2026-02", "--rate", "10%/year", "--yes")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("9"))
    let mild = try Self.ksp(
      folder, "product", "set", "sukarela", "--effective", "2026-03", "--rate", "4%/year", "--yes")
    #expect(mild.status == 0)
    #expect(mild.messages.isEmpty)
  }

  @Test func theNearestNameIsOffered() throws {
    #expect(try Self.ksp(try TestFolder(), "depsit").messages.contains("ksp deposit"))
    #expect(try Self.ksp(try TestFolder(), "tutup-bulam").messages.contains("ksp tutup-bulan"))
  }
}
