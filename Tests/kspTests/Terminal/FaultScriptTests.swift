import Foundation
import KSPTestSupport
import Testing

/// The script that tries the faults of November 2026 on the built program.
@Suite struct FaultScriptTests {
  @Test(.hangs) func everyFaultHasTheOutcomeThatIsRight() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [packageFolder.path + "/Tests/faults", CommandTests.program]
    process.environment = ["PATH": "/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let table = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(table)")
    #expect(table.matches(of: /\| ok \|/).count >= 40)
  }
}
