// Cuts the power, and kills, at many moments of everything that writes to the disk, and writes a
// table of what was found. Ends with 1 when anything was lost, damaged or in the way, or when a
// disk that ignores syncs loses nothing.
//
//   PowerCut POINTS KILLS [ACT …]
//   PowerCut acts                     lists the acts
import Foundation
import KSPActs
import KSPTestSupport

/// At once, so that a long run can be watched.
func say(_ text: String) {
  FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

let arguments = CommandLine.arguments
if arguments.dropFirst() == ["acts"] {
  for act in Act.careful { say(act.rawValue) }
  exit(0)
}
guard arguments.count >= 3, let points = Int(arguments[1]), let kills = Int(arguments[2]),
  arguments.dropFirst(3).allSatisfy({ Act(rawValue: $0) != nil })
else {
  say("PowerCut POINTS KILLS [\(Act.allCases.map(\.rawValue).joined(separator: " | ")) …]")
  exit(64)
}
guard Tracer.works else {
  say("strace is not installed or not allowed here")
  exit(69)
}
let named = arguments.dropFirst(3).compactMap { Act(rawValue: $0) }
var faults: [String] = []

func row(_ act: Act, _ name: String, _ body: () throws -> CutOutcome) throws -> CutOutcome {
  var outcome = CutOutcome()
  let time = try ContinuousClock().measure { outcome = try body() }
  let seconds = time / .seconds(1)
  say(
    "| \(act.rawValue) | \(name) | \(outcome.points) | \(outcome.different)"
      + " | \(outcome.acknowledged) | \(outcome.lost) | \(outcome.blocked) | \(outcome.damaged)"
      + " | \(Int(seconds.rounded())) |")
  return outcome
}

say("| act | disk | points | different | acknowledged | lost | block | damaged | seconds |")
say("|---|---|--:|--:|--:|--:|--:|--:|--:|")
for act in named.isEmpty ? Act.careful : named {
  let scene = try CutScene(tracing: act)
  for model in PowerCutDisk.Model.allCases {
    let outcome = try row(act, model.rawValue) {
      try scene.cut(model, points: points, verifyEvery: 20, seed: 1)
    }
    faults += outcome.examples.map { "\(act.rawValue), \(model.rawValue): \($0)" }
  }
  let outcome = try row(act, "kill") { try scene.kill(points: kills, seed: 2) }
  faults += outcome.examples.map { "\(act.rawValue), kill: \($0)" }
  let canary = try row(act, "syncs ignored") {
    try scene.cut(.ordered, points: max(20, points / 10), ignoring: .all, seed: 3)
  }
  if canary.isClean { faults.append("\(act.rawValue): a disk that ignores syncs loses nothing") }
}
for fault in faults { say("\n- \(fault)") }
exit(faults.isEmpty ? 0 : 1)
