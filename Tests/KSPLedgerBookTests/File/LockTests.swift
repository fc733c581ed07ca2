import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The lock of the writer holds on the file, whatever it is called and whoever looks at it.
@Suite(.hangs) struct LockTests {
  private func child(
    _ folder: TestFolder, _ count: Int, _ options: String...
  ) throws -> (process: Process, output: String) {
    let output = folder.file("said-\(UUID().uuidString)")
    let process = try PostingProcess.make(
      PostingProcess.program("PostingChild"), [folder.file(), "\(count)"] + options,
      output: output)
    return (process, output)
  }

  private func stop(_ process: Process) {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Another process writes; no other name of the file lets a second one in, and the error says
  /// who it is.
  @Test func anotherNameIsTheSameBook() throws {
    let folder = try PostingProcess.template.copy()
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.file("symbolic.ksp"), withDestinationPath: "book.ksp")
    let (process, output) = try child(folder, 100_000)
    try process.run()
    defer { stop(process) }
    try PostingProcess.awaitFirst(output)
    try manager.linkItem(atPath: folder.file(), toPath: folder.file("hard.ksp"))
    for name in ["book.ksp", "symbolic.ksp", "hard.ksp"] {
      let error = refused { try Ledger.open(at: folder.file(name), clock: standingClock) }
      #expect(error?.code == .bookBusy, "\(name)")
      guard name != "hard.ksp" else { continue }
      #expect(error?.holder?.isThisProcess == false)
      #expect(error?.holder?.process == "\(process.processIdentifier)")
      #expect(error?.holder?.since == "2030-01-31T00:00:00Z")
      let text = error?.message.english ?? ""
      #expect(text.contains("process \(process.processIdentifier),"), "\(text)")
      #expect(text.contains("since 2030-01-31T00:00:00Z"), "\(text)")
    }
    let reader = try Ledger.open(
      at: folder.file("hard.ksp"), access: .readOnly, clock: standingClock)
    #expect(reader.warnings.first?.english.contains("2 names") == true)
    try manager.removeItem(atPath: folder.file("hard.ksp"))
  }

  /// A closed book with two names is written under neither.
  @Test func aBookWithTwoNamesIsNotWritten() throws {
    let folder = try PostingProcess.template.copy()
    try FileManager.default.linkItem(atPath: folder.file(), toPath: folder.file("hard.ksp"))
    for name in ["book.ksp", "hard.ksp"] {
      #expect(
        refusal { try Ledger.open(at: folder.file(name), clock: standingClock) } == .bookOtherName)
    }
    // Read under either, it gets no files beside it that nobody would ever take away.
    for name in ["book.ksp", "hard.ksp"] {
      let reader = try Ledger.open(
        at: folder.file(name), access: .readOnly, clock: standingClock)
      #expect(try reader.verify().isOK)
      #expect(try reader.members().count == 1)
      try reader.close()
    }
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        == ["book.ksp", "hard.ksp"])
    try FileManager.default.removeItem(atPath: folder.file("hard.ksp"))
    try Ledger.open(at: folder.file(), clock: standingClock).close()
  }

  /// This process writes, and opens and closes the book a hundred times beside it, by all of its
  /// names; then another process reads and closes. What was acknowledged is seen by others, and is
  /// there after this process is cut off.
  @Test func openingASecondTimeLosesNothing() throws {
    let folder = try PostingProcess.template.copy()
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("symbolic.ksp"), withDestinationPath: "book.ksp")
    // The child opens and closes a second time before each posting, and is killed in between.
    for round in 0..<3 {
      let (process, output) = try child(folder, 100_000, "second")
      try process.run()
      try PostingProcess.awaitFirst(output)
      for _ in 0..<20 {
        let before = try PostingProcess.acknowledged(output)
        let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
        #expect(try reader.status().entries >= before)
        try reader.close()
      }
      while try PostingProcess.acknowledged(output) < (round + 1) * 100 { usleep(2_000) }
      stop(process)
      let acknowledged = try PostingProcess.acknowledged(output)
      #expect(try PostingProcess.lost(folder.file(), acknowledged: acknowledged) == 0)
    }
  }

  @Test func aSecondWriterInThisProcessShares() throws {
    let folder = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    for _ in 0..<100 { try Ledger.open(at: folder.file(), clock: standingClock).close() }
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    try ledger.close()
    try Ledger.open(at: folder.file(), clock: standingClock).close()
  }

  @Test func aBookThatIsDroppedIsFree() throws {
    let folder = try PostingProcess.template.copy()
    do {
      let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
      _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    }
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try ledger.status().entries == 1)
    try ledger.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.ksp"])
  }

  /// Waiting is told of, counts as said, and ends in the same error.
  @Test func waitingEndsInTime() throws {
    let folder = try PostingProcess.template.copy()
    let (process, output) = try child(folder, 100_000)
    try process.run()
    defer { stop(process) }
    try PostingProcess.awaitFirst(output)
    var heard: [Duration] = []
    let error = refused {
      try Ledger.open(
        at: folder.file(), waiting: .milliseconds(100), whileWaiting: { heard.append($1) },
        clock: standingClock)
    }
    #expect(error?.code == .bookBusy)
    #expect(heard.count > 5)
    #expect(heard == heard.sorted() && heard.allSatisfy { $0 < .milliseconds(100) })
  }

  /// Four programs post five hundred entries each, opening the book for every one of them.
  @Test(arguments: [["reopen"], []]) func fourWritersGetThrough(_ options: [String]) throws {
    let folder = try PostingProcess.template.copy()
    let children = try (1...4).map { number in
      let output = folder.file("said-\(number)")
      return try PostingProcess.make(
        PostingProcess.program("PostingChild"),
        [folder.file(), "500", "wait", "60", "name", "W\(number)"] + options, output: output)
    }
    let start = ContinuousClock.now
    for child in children { try child.run() }
    for child in children { child.waitUntilExit() }
    print("four writers \(options): 2,000 entries in \(ContinuousClock.now - start)")
    #expect(children.map(\.terminationStatus) == [0, 0, 0, 0])
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try ledger.status().entries == 2_000)
    #expect(try ledger.verify().isOK)
  }

  /// What is mounted stands in the system's list with its blanks in octal.
  @Test(
    .enabled(if: geteuid() == 0 && FileManager.default.fileExists(atPath: "/bin/mount")))
  func aMountedFileIsNotWritten() throws {
    let folder = try PostingProcess.template.copy()
    let other = try TestFolder()
    let name = other.file("buku kita.ksp")
    try Data().write(to: URL(fileURLWithPath: name))
    guard try Mounting.run("/bin/mount", ["--bind", folder.file(), name]) else {
      return print("skipped: mounting is not allowed here")
    }
    defer { _ = try? Mounting.run("/bin/umount", [name]) }
    let error = refused { try Ledger.open(at: name, clock: standingClock) }
    #expect(error?.code == .bookOtherName)
    #expect(error?.advice.english.contains("Mount the folder") == true)
    let reader = try Ledger.open(at: name, access: .readOnly, clock: standingClock)
    #expect(reader.warnings.count == 1)
    // Nor is it shared under that name with a writer of the other one.
    let writer = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(refusal { try Ledger.open(at: name, clock: standingClock) } == .bookOtherName)
    try writer.close()
  }
}

/// Mounts, where the user may.
enum Mounting {
  static func run(_ program: String, _ arguments: [String]) throws -> Bool {
    let process = try PostingProcess.make(URL(fileURLWithPath: program), arguments)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
