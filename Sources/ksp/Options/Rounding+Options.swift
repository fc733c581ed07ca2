import KSPCore

extension Rounding {
  /// The rounding with what `--rounding` and `--round-to` say; what is not given stays.
  func changed(mode: String?, step: String?) throws -> Rounding {
    let newMode = try mode.map { try choice(Mode.self, $0) }
    let newStep = try argument(step, Rupiah.init(parsing:))
    return try argument { try Rounding(newMode ?? self.mode, to: newStep ?? self.step) }
  }
}
