import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A disk that set or cleared one bit, in every table and every index of a book with everything.
///
/// One byte of each tree, three where time does not matter; `KSP_FLIPS=all` takes every written byte
/// of the file.
@Suite(.hangs) struct ChainDamageTests {
  /// Pages of one table or index.
  struct Tree: Sendable, CustomStringConvertible {
    let description: String
    let pages: [Int]
  }

  static let pageSize = 4_096

  /// Every tree of the file with the pages that hold its rows, found by walking down from its root.
  static let trees: [Tree] = {
    guard let (folder, queue) = try? RichBook.prepared(),
      let bytes = try? Data(contentsOf: URL(fileURLWithPath: folder.file())),
      let roots = try? queue.read({ db in
        try Row.fetchAll(db, sql: "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")
          .map { (name: $0[0] as String, page: $0[1] as Int) }
      })
    else { return [] }
    return [Tree(description: "sqlite_master", pages: pages(under: 1, in: bytes))]
      + roots.map { Tree(description: $0.name, pages: pages(under: $0.page, in: bytes)) }
  }()

  private static func pages(under page: Int, in bytes: Data) -> [Int] {
    let start = (page - 1) * pageSize
    let header = start + (page == 1 ? 100 : 0)
    guard [2, 5].contains(bytes[header]) else { return [page] }
    func number(_ place: Int, _ count: Int) -> Int {
      bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }
    var children = [number(header + 8, 4)]
    for cell in 0..<number(header + 3, 2) {
      children.append(number(start + number(header + 12 + 2 * cell, 2), 4))
    }
    return [page] + children.flatMap { pages(under: $0, in: bytes) }
  }

  /// Bytes of a tree that hold something.
  private static func places(of tree: Tree, in bytes: Data) -> [Int] {
    tree.pages.flatMap { Array(($0 - 1) * pageSize..<$0 * pageSize) }.filter { bytes[$0] != 0 }
  }

  @Test func everyTreeIsKnown() {
    #expect(Self.trees.count > 55)
    #expect(Self.trees.contains { $0.pages.count > 1 })
  }

  @Test(arguments: trees) func oneBitIsNoticedOrMeansNothing(_ tree: Tree) throws {
    let (original, queue) = try RichBook.prepared()
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: original.file()))
    let content = try BookContent(original)
    let isWhole = ProcessInfo.processInfo.environment["KSP_FLIPS"] == "all"
    var random = SplitMix64(seed: tree.description.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    let all = Self.places(of: tree, in: bytes)
    let count = Thoroughness.isWhole ? 3 : 1
    let places = isWhole ? all : (0..<count).compactMap { _ in all.randomElement(using: &random) }
    for place in places {
      // One bit that was clear and one that was set.
      for isSet in [false, true] {
        let bits = (0..<8).map { UInt8(1) << $0 }.filter { (bytes[place] & $0 != 0) == isSet }
        guard let bit = bits.randomElement(using: &random) else { continue }
        var damaged = bytes
        damaged[place] ^= bit
        let folder = try TestFolder()
        try damaged.write(to: URL(fileURLWithPath: folder.file()))
        var isNoticed = false
        do {
          isNoticed = try !DamageTests.readAll(folder.file(), isSet ? .readOnly : .readWrite)
        } catch is LedgerError {
          isNoticed = true
        }
        guard !isNoticed else { continue }
        #expect(
          try BookContent(folder) == content, "\(tree), byte \(place), bit \(bit) is not noticed")
      }
    }
  }
}
