import Foundation
import KSPTestSupport
import Testing

/// `ksp --generate-manual`, read by `man` itself.
@Suite struct ManualTests {
  @Test(arguments: [
    ("id", ["NAMA", "ksp setor", "Juga: ksp deposit", "--tanggal", "KODE KELUAR", "KSP_BOOK"]),
    ("en", ["NAME", "ksp deposit", "Also: ksp setor", "--date", "EXIT STATUS", "KSP_BOOK"]),
  ])
  func thePageNamesEveryCommand(_ language: String, _ words: [String]) throws {
    let outcome = try CommandTests.ksp(try TestFolder(), "--generate-manual", "--lang", language)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let page = outcome.output.replacing("\\-", with: "-")
    for word in words { #expect(page.contains(word), "\(word)") }
    for path in try HelpTests.paths() where path.count == 2 {
      #expect(page.contains("ksp \(path.joined(separator: " "))"), "\(path)")
    }
    let ours = ["default", "USAGE", "OPTIONS", "SUBCOMMAND", "subcommand"]
    for word in HelpTests.foreign(to: language) where !ours.contains(word) {
      #expect(!page.contains(word), "\(word)")
    }
  }

  /// `groff` warns of every request that it does not know.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")),
    arguments: ["id", "en"]) func manReadsItWithoutAWarning(_ language: String) throws
  {
    let folder = try TestFolder()
    let page = try CommandTests.ksp(folder, "--generate-manual", "--lang", language).output
    try page.write(toFile: folder.file("ksp.1"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    process.arguments = ["-man", "-Tutf8", "-Kutf8", "-ww", "-P-c", folder.file("ksp.1")]
    let output = Pipe()
    let warnings = Pipe()
    process.standardOutput = output
    process.standardError = warnings
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = warnings.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(said.isEmpty, "\(String(decoding: said.prefix(500), as: UTF8.self))")
    #expect(text.contains(language == "id" ? "ksp setor" : "ksp deposit"))
  }
}
