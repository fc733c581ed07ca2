import Foundation
import GRDB
import KSPActs
import KSPCore
import KSPLedger

/// What is wrong after a cut.
package enum CutFault: Error {
  /// Something acknowledged is not there.
  case lost(String)
  /// What is left lies in the way: a book does not open, or the same command fails.
  case blocked(String)
  /// A file is neither as before nor as after, or does not verify.
  case damaged(String)
}

/// Looks at a folder after a cut, and does the same once more.
struct CutCheck {
  let scene: CutScene
  let folder: TestFolder
  /// Whether every book is verified, or only opened and its head compared.
  let fully: Bool

  /// - Parameter acknowledged: How many times the process had said that it is done.
  /// - Throws: ``CutFault``.
  func run(acknowledged: Int) throws {
    let reached = try reached()
    guard reached >= acknowledged else {
      throw CutFault.lost("\(acknowledged) acknowledged, \(reached) found")
    }
    let last: String
    do {
      last = try again()
    } catch let fault as CutFault {
      throw fault
    } catch {
      throw CutFault.blocked("again: \(Self.text(error))")
    }
    if !fully, !last.isEmpty, last == scene.words.last { return }
    let after = try self.reached()
    guard after == scene.act.count else { throw CutFault.damaged("again, but \(after) found") }
  }

  /// Does it all once more; returns the last word.
  private func again() throws -> String {
    guard scene.act.command(in: "") == nil else {
      let (program, arguments) = CutScene.command(scene.act, folder)
      let status = try SpawnedChild(program, arguments, output: "/dev/null").wait()
      guard status == 0 else { throw CutFault.blocked("again: status \(status)") }
      return ""
    }
    var last = ""
    try scene.act.run(in: folder.path) { last = $1 }
    return last
  }

  /// How many times it is done, as the files have it.
  private func reached() throws -> Int {
    switch scene.act {
    case .post, .postMovingLog, .postInCopy, .postCarelessly, .import, .monthEnd, .orders,
      .termDeposits, .assets, .year:
      let head = try head(of: folder.file())
      guard head != scene.head else { return 0 }
      guard let index = scene.words.lastIndex(of: head) else {
        throw CutFault.damaged("the head \(head.prefix(8)) was never there")
      }
      return index + 1
    case .initialize, .rebuild: return try wholeFiles { Act.book($0, folder.path) }
    case .backup:
      _ = try head(of: folder.file())
      return try wholeFiles { Act.copy($0, folder.path) }
    case .migration: return try version() - 2
    case .output, .report: return try report()
    }
  }

  /// Books that appear under their name whole or not at all, one after the other.
  private func wholeFiles(_ path: (Int) -> String) throws -> Int {
    var reached = 0
    for number in 1...scene.act.count {
      guard FileManager.default.fileExists(atPath: path(number)) else { continue }
      let head = try head(of: path(number))
      // The events of a backup name the folder, which is another one when it is made again.
      let isCopyOfCopied = scene.act == .backup && number > 1
      guard head == scene.words[number - 1] || isCopyOfCopied else {
        throw CutFault.damaged("\(number) has another head")
      }
      if reached == number - 1 { reached = number }
    }
    return reached
  }

  private func head(of path: String) throws -> String {
    do {
      let ledger = try Ledger.open(at: path, clock: Act.clock)
      defer { try? ledger.close() }
      if fully {
        let report = try ledger.verify()
        guard report.isOK else {
          throw CutFault.damaged(report.checks.first { $0.count > 0 }?.name ?? "")
        }
      }
      return try ledger.headHash()
    } catch let error as CutFault {
      throw error
    } catch {
      throw CutFault.blocked(Self.text(error))
    }
  }

  private func version() throws -> Int {
    do {
      let queue = try DatabaseQueue(path: folder.file())
      defer { try? queue.close() }
      return try queue.read { db in
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let branches =
          try db.tableExists("branch")
          ? try Int.fetchOne(db, sql: "SELECT count(*) FROM branch") ?? 0 : 0
        guard branches == [0, 0, 0, 1, Act.branches][min(version, 4)] else {
          throw CutFault.damaged("version \(version) with \(branches) branches")
        }
        let finding = try String.fetchOne(
          db, sql: fully ? "PRAGMA integrity_check" : "PRAGMA quick_check")
        guard finding == "ok" else { throw CutFault.damaged(finding ?? "") }
        return version
      }
    } catch let error as DatabaseError {
      throw CutFault.damaged(Self.text(error))
    }
  }

  private func report() throws -> Int {
    let path = folder.file("laporan.csv")
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    if scene.act == .report {
      guard text != scene.report else { return 1 }
      guard text == CutScene.earlierReport else { throw CutFault.damaged("neither report") }
      return 0
    }
    guard let number = (1...scene.act.count).first(where: { Act.report($0) == text }) else {
      throw CutFault.damaged("the report is not whole")
    }
    return number
  }

  private static func text(_ error: any Error) -> String {
    (error as? LedgerError).map { "\($0.code.rawValue): \($0.message.english)" } ?? "\(error)"
  }
}
