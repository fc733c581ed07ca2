import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport

extension RefusalCase {
  /// Files that cannot be opened, made or written.
  static let files: [RefusalCase] = [
    RefusalCase("book.missing") { try $0.open("none.ksp") },
    RefusalCase("book.missing") { try $0.open("none/none.ksp") },
    RefusalCase("book.notABook") { scene in
      try scene.write(Array("bukan buku".utf8), "text.ksp")
      try scene.open("text.ksp")
    },
    RefusalCase("book.notABook") { try $0.open(".") },
    RefusalCase("book.exists") { scene in
      _ = try Ledger.create(
        at: scene.folder.file(),
        settings: BookSettings(name: "X", firstMonth: try month("2026-01")),
        clock: standingClock)
    },
    RefusalCase("book.exists") { _ = try $0.ledger.backup(to: $0.folder.file()) },
    RefusalCase("book.newer") { scene in
      try scene.database("newer.ksp", application: 0x4B53_504C, version: 99)
      try scene.open("newer.ksp")
    },
    RefusalCase("book.trial") { scene in
      try scene.database("trial.ksp", application: 0x4B53_5062, version: 2)
      try scene.open("trial.ksp")
    },
    RefusalCase("book.damaged") { scene in
      let folder = try TestFolder()
      try makeBook(folder).close()
      var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
      for index in 100..<bytes.count { bytes[index] = 0xA5 }
      try scene.write(bytes, "damaged.ksp")
      try scene.open("damaged.ksp")
    },
    RefusalCase("book.busy") { scene in
      try scene.ledger.entries { _ in
        _ = try scene.ledger.deposit(1, member: "0001", on: day("2026-02-21"))
      }
    },
    RefusalCase("transaction.over") { scene in
      let kept = try scene.ledger.transact { $0 }
      _ = try kept.deposit(1, member: "0001", on: day("2026-02-21"))
    },
    RefusalCase("book.readOnly") { scene in
      let reader = try Ledger.open(
        at: scene.folder.file(), access: .readOnly, clock: standingClock)
      _ = try reader.deposit(1, member: "0001", on: day("2026-02-21"))
    },
    RefusalCase("book.folderMissing") {
      _ = try $0.ledger.backup(to: $0.folder.file("none/copy.ksp"))
    },
    RefusalCase("book.folderMissing") { scene in
      _ = try Ledger.create(
        at: scene.folder.file("none/new.ksp"),
        settings: BookSettings(name: "X", firstMonth: try month("2026-01")), clock: standingClock)
    },
    RefusalCase("disk.full") { scene in
      try scene.ledger.limitPages()
      let memo = String(repeating: "x", count: 400)
      let rows = (0..<500).map { "2026-02-21,0001,sukarela,deposit,1,R-\($0),\(memo)\n" }
      _ = try scene.ledger.importTransactions(
        csv: "date,member,product,type,amount,reference,memo\n" + rows.joined(), file: "t")
    },
    RefusalCase("book.notABook") { scene in
      try makeSocket(scene.folder.file("socket.ksp"))
      try scene.open("socket.ksp")
    },
    // Only a file whose rules somebody changes while it is open refuses what the library has let
    // pass.
    RefusalCase("invariant.broken") { scene in
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      try addTrigger(folder)
      try ledger.join("0001")
    },
  ]

  static func addTrigger(_ folder: TestFolder) throws {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "CREATE TRIGGER t BEFORE INSERT ON member BEGIN SELECT RAISE(ABORT, 'x'); END")
    }
    try queue.close()
  }

  /// A file that is there and can be neither read nor written.
  private static func makeSocket(_ path: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: Array(path.utf8).prefix(room.count - 1))
    }
    #if os(Linux)
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard bound == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
