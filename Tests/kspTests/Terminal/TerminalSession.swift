import Foundation
import KSPTestSupport
import Testing

#if os(Linux)
  /// The program with keyboard and messages on a terminal of its own, and data in a pipe.
  final class TerminalSession {
    /// `TIOCSPTLCK` and `TIOCGPTN` of Linux, which Swift does not see.
    private static let unlockRequest: UInt = 0x4004_5431
    private static let numberRequest: UInt = 0x8004_5430

    private let process = Process()
    private let keyboard: FileHandle
    private let slave: Int32
    private let output = Pipe()
    /// What stands on the terminal so far: questions, answers and messages.
    private(set) var screen = ""

    init(
      _ folder: TestFolder, _ arguments: [String], _ environment: [String: String],
      columns: UInt16? = nil
    ) throws {
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var lock: Int32 = 0
      var number: Int32 = 0
      try #require(ioctl(master, Self.unlockRequest, &lock) == 0)
      try #require(ioctl(master, Self.numberRequest, &number) == 0)
      if let columns {
        var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
      }
      slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      keyboard = FileHandle(fileDescriptor: master, closeOnDealloc: true)
      let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
      process.executableURL = URL(fileURLWithPath: CommandTests.program)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = [
        "PATH": "/usr/bin:/bin", "TERM": "xterm", "XDG_STATE_HOME": folder.path + "/state",
      ].merging(environment) { $1 }
      process.standardInput = terminal
      process.standardOutput = output
      process.standardError = terminal
      try process.run()
    }

    /// Lets the months of 2026 stand as agreed to today, as they do after the first slip of each.
    static func agreeToMonths(in folder: TestFolder) throws {
      let now = Date().addingTimeInterval(7 * 3_600)
      let days = [-86_400.0, 0, 86_400].map {
        now.addingTimeInterval($0).formatted(.iso8601.year().month().day())
      }
      let lines = days.flatMap { day in
        (1...12).map { "\(day)\t2026-\($0 < 10 ? "0" : "")\($0)\t\(folder.path)/koperasi.ksp\n" }
      }
      let state = URL(fileURLWithPath: folder.path + "/state/ksp")
      try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
      try Data(lines.joined().utf8).write(to: state.appendingPathComponent("agreed-months"))
    }

    func type(_ text: String) throws {
      try keyboard.write(contentsOf: Data(text.utf8))
    }

    /// Waits until one of two texts stands on the screen, or the program has ended.
    func read(until text: String, or other: String? = nil) {
      while !screen.contains(text), !(other.map { screen.contains($0) } ?? false) {
        var request = pollfd(fd: keyboard.fileDescriptor, events: Int16(POLLIN), revents: 0)
        if poll(&request, 1, 200) > 0 {
          screen += String(decoding: keyboard.availableData, as: UTF8.self)
        } else if !process.isRunning {
          return
        }
      }
    }

    /// Waits for the end of the program.
    func finish() -> CommandTests.Outcome {
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      // The program has ended, so what it wrote is there at once.
      var request = pollfd(fd: keyboard.fileDescriptor, events: Int16(POLLIN), revents: 0)
      while poll(&request, 1, 0) > 0 {
        screen += String(decoding: keyboard.availableData, as: UTF8.self)
      }
      close(slave)
      return CommandTests.Outcome(
        status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
        messages: screen.replacingOccurrences(of: "\r\n", with: "\n"))
    }
  }
#endif
