import KSPActs
import KSPTestSupport
import Testing

/// Everything that writes to the disk is recorded system call by system call, and its files are
/// rebuilt as a power cut would leave them: what was acknowledged must be there, what was not must
/// be wholly there or not at all, and the same command must succeed afterwards.
///
/// This is a sample; `.ci/long` cuts at thousands of points.
@Suite(
  .hangs,
  .enabled(
    if: Tracer.works,
    "strace is not installed or not allowed here: power cuts were not replayed (see .ci/prepare)"))
struct PowerCutTests {
  static let scenes = Dictionary(
    uniqueKeysWithValues: Act.allCases.map { act in
      (act, Result { try CutScene(tracing: act) })
    })

  static func scene(_ act: Act) throws -> CutScene {
    try #require(scenes[act]).get()
  }

  @Test(arguments: Act.careful) func nothingAcknowledgedIsLost(_ act: Act) throws {
    let scene = try Self.scene(act)
    for model in PowerCutDisk.Model.allCases {
      let outcome = try scene.cut(model, points: 10, verifyEvery: 10, seed: 1)
      #expect(outcome.points == 10)
      #expect(outcome.isClean, "\(model.rawValue): \(outcome.examples)")
    }
  }

  /// On a disk that only says that it synced, the same loses some: the cuts above can fail.
  @Test(arguments: Act.careful) func aDiskThatIgnoresSyncsLosesSome(_ act: Act) throws {
    let outcome = try Self.scene(act).cut(
      .ordered, points: 12, ignoring: .all, verifyEvery: 12, seed: 3)
    #expect(outcome.lost > 0)
  }

  /// What appears under its name only when it is whole stands on both syncs: that of the file
  /// before the name, and that of the folder after it.
  @Test(arguments: [Act.initialize, .output, .report])
  func bothSyncsAreNeeded(_ act: Act) throws {
    let scene = try Self.scene(act)
    let nameless = try scene.cut(
      .ordered, points: 30, ignoring: .folders, verifyEvery: 30, seed: 4)
    #expect(nameless.lost > 0)
    let empty = try scene.cut(
      .metadataFirst, points: 12, ignoring: .files, verifyEvery: 12, seed: 5)
    #expect(empty.damaged + empty.blocked > 0)
  }

  /// Without waiting for the disk entries are lost.
  @Test func theCanaryDies() throws {
    let outcome = try Self.scene(.postCarelessly).cut(.ordered, points: 24, seed: 3)
    #expect(outcome.lost > 0)
    #expect(outcome.damaged == 0)
  }

  @Test(arguments: Act.careful) func nothingAcknowledgedIsLostByAKill(_ act: Act) throws {
    let outcome = try Self.scene(act).kill(points: 2, seed: 2)
    #expect(outcome.points == 2)
    #expect(outcome.isClean, "\(outcome.examples)")
  }
}
