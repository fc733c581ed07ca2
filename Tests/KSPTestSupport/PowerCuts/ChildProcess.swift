package import Foundation

/// Programs that were built beside the tests, run as processes of their own.
package enum ChildProcess {
  /// A program that was built beside the tests.
  package static func program(_ name: String) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name)
  }

  /// A process that is ready to run. What it says goes into a file, never into a pipe: another
  /// test's process would hold the other end of it open, and a full one would stop the process.
  package static func make(
    _ program: URL, _ arguments: [String], output: String? = nil
  ) throws -> Process {
    let process = Process()
    if let output {
      try Data().write(to: URL(fileURLWithPath: output))
      process.standardOutput = FileHandle(forWritingAtPath: output)
    } else {
      process.standardOutput = FileHandle.nullDevice
    }
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// How much a process has said to be stored; 0 before the first.
  package static func acknowledged(_ output: String) throws -> Int {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    // A last line without its end was cut off by the kill.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.compactMap { line in
      let words = line.split(separator: " ")
      return words.first == "ACK" && words.count > 1 ? Int(words[1]) : nil
    }.max() ?? 0
  }
}

/// The program that writes system calls down.
package enum Tracer {
  package static let program = URL(fileURLWithPath: "/usr/bin/strace")

  /// Whether it is installed and allowed to trace.
  package static let works: Bool = {
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return false }
    let trial = try? ChildProcess.make(program, ["-o", "/dev/null", "/bin/true"])
    guard let trial, (try? trial.run()) != nil else { return false }
    trial.waitUntilExit()
    return trial.terminationStatus == 0
  }()
}
