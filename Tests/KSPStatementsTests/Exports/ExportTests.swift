import Foundation
import KSPStatements
import Testing

/// The exports, judged by the programs they are made for where those are installed.
@Suite struct ExportTests {
  static let hledger = ["/usr/bin/hledger", "/usr/local/bin/hledger", "/opt/homebrew/bin/hledger"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func write(_ export: some LedgerExport) throws -> String {
    var export = export
    var output = TextOutput()
    export.header(accounts: try Samples.accounts(), into: &output)
    export.append(try Samples.entry(), into: &output)
    return output.string
  }

  @Test func exportsAreWrittenAsRecorded() throws {
    try Golden.expect(ExportTests.write(HledgerExport()), is: "export.hledger")
    try Golden.expect(ExportTests.write(BeancountExport()), is: "export.beancount")
    try Golden.expect(ExportTests.write(JournalCSVExport()), is: "export.csv")
  }

  @Test(.enabled(if: hledger != nil, "hledger is not installed"))
  func hledgerAcceptsTheExportAndSeesTheSameBalances() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("ksp-export-\(UUID().uuidString).journal")
    try Data(ExportTests.write(HledgerExport()).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try run(["-f", file.path, "check", "accounts", "commodities"])
    let balances = try run(["-f", file.path, "bal", "-N", "assets"])
    #expect(balances.contains("IDR 1500000.50  assets:1-1000 Kas"))
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(ExportTests.hledger))
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["LANG"] = "C.UTF-8"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    return text
  }
}
