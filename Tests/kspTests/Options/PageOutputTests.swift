import Foundation
import KSPTestSupport
import Testing

/// Printed pages from the command line.
@Suite struct PageOutputTests {
  @Test func theEndingOfTheFileChoosesPages() throws {
    let folder = try TestFolder()
    #expect(try CommandTests.ksp(folder, "init", "KSP Uji", "--from", "2026-01").status == 0)
    #expect(
      try CommandTests.ksp(
        folder, "member", "add", "Siti <Aminah>", "--yes", "--date", "2026-01-05"
      )
      .status == 0)
    for arguments in [
      ["statement", "all", "--from", "2026-01-01"], ["entry", "list"], ["trial-balance"],
    ] {
      let file = folder.file("pages.html")
      let run = try CommandTests.run(
        folder, arguments + ["-o", file, "--replace", "--paper", "a5"])
      #expect(run.status == 0, "\(arguments): \(run.messages)")
      let html = try String(contentsOfFile: file, encoding: .utf8)
      #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"), "\(arguments)")
      #expect(html.contains("@page{size:A5"), "\(arguments)")
      #expect(!html.contains("<Aminah>"))
    }
    let refused = try CommandTests.ksp(folder, "trial-balance", "--paper", "a3")
    #expect(refused.status == 64)
    #expect(refused.messages.contains("a4, a5"))
  }
}
