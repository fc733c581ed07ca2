/// What many cuts of one scene came to.
package struct CutOutcome: Sendable {
  package var points = 0
  /// How many different states of the files were found; what was found before is not opened again.
  package var different = 0
  /// How often it was acknowledged before a cut, over all cuts.
  package var acknowledged = 0
  package var lost = 0
  package var blocked = 0
  package var damaged = 0
  /// The first faults, for people.
  package var examples: [String] = []

  package init() {}

  /// Whether nothing went wrong.
  package var isClean: Bool { lost == 0 && blocked == 0 && damaged == 0 }

  /// Counts one cut, after which `check` looks.
  mutating func count(acknowledged: Int, _ name: String, _ check: () throws -> Void) throws {
    points += 1
    self.acknowledged += acknowledged
    do {
      try check()
    } catch let fault as CutFault {
      switch fault {
      case .lost: lost += 1
      case .blocked: blocked += 1
      case .damaged: damaged += 1
      }
      if examples.count < 5 { examples.append("\(name): \(fault)") }
    }
  }
}
