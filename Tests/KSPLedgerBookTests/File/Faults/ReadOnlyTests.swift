import Foundation
import KSPLedger
import KSPTestSupport
import Testing

/// Files and folders that may be read only, seen by somebody who is not the administrator.
@Suite(
  .enabled(if: ReadOnly.canDropRights, "this user may write everywhere and setpriv is missing"))
struct ReadOnlyTests {
  private func locked(_ folderMode: Int, _ fileMode: Int) throws -> TestFolder {
    let folder = try PostingProcess.template.copy()
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: fileMode], ofItemAtPath: folder.file())
    try manager.setAttributes([.posixPermissions: folderMode], ofItemAtPath: folder.path)
    return folder
  }

  /// Posting is refused with its own code, reading works, and not a byte changes.
  @Test(arguments: [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
  func readingWorksAndPostingIsRefused(_ folderMode: Int, _ fileMode: Int) throws {
    let folder = try locked(folderMode, fileMode)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let deposit = try ReadOnly.ksp(
      folder, ["setor", "0001", "1000", "--date", "2026-01-05", "--yes"])
    #expect(deposit.status == 73, "\(deposit.messages)")
    #expect(deposit.messages.contains("book.ksp"))
    #expect(try ReadOnly.ksp(folder, ["verify"]).status == 0)
    #expect(try ReadOnly.ksp(folder, ["member", "list"]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == bytes)
  }

  @Test func aNewBookInAReadOnlyFolder() throws {
    let folder = try locked(0o555, 0o444)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
    }
    let made = try ReadOnly.ksp(folder, ["init", "KSP Baru"], book: "new.ksp")
    #expect(made.status == 73, "\(made.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.ksp"])
  }
}

/// Runs `ksp` without the rights of an administrator.
enum ReadOnly {
  private static let setpriv = URL(fileURLWithPath: "/usr/bin/setpriv")

  static let canDropRights =
    geteuid() != 0 || FileManager.default.isExecutableFile(atPath: setpriv.path)

  static func ksp(
    _ folder: TestFolder, _ arguments: [String], book: String = "book.ksp"
  ) throws -> (status: Int32, messages: String) {
    let program = PostingProcess.program("ksp")
    let words = arguments + ["--book", folder.file(book)]
    let process =
      try geteuid() != 0
      ? PostingProcess.make(program, words)
      : PostingProcess.make(
        setpriv,
        ["--reuid=65534", "--regid=65534", "--clear-groups", program.path] + words)
    let said = try TestFolder()
    try Data().write(to: URL(fileURLWithPath: said.file("said")))
    process.standardError = FileHandle(forWritingAtPath: said.file("said"))
    process.environment = ["PATH": "/usr/bin:/bin"]
    try process.run()
    process.waitUntilExit()
    let messages = try String(contentsOfFile: said.file("said"), encoding: .utf8)
    return (process.terminationStatus, messages)
  }
}
