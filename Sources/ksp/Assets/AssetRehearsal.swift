import KSPCore
import KSPLedger

extension Rehearsal {
  /// What the register will say of an asset.
  mutating func add(_ asset: FixedAsset) {
    let language = Speech.language
    field("Aset", "Asset", "\(asset.number) \(asset.name)")
    field("Tempat", "Location", asset.place)
    field("Perolehan", "Bought on", asset.acquiredOn.inWords[language])
    field("Harga perolehan", "Cost", asset.cost.formatted)
    field("Nilai sisa", "Residual value", asset.residual.formatted)
    field(
      "Umur", "Life",
      asset.months == 0
        ? say("tidak disusutkan", "not written off")
        : say("\(asset.months) bulan", "\(asset.months) months"))
    field(
      "Sudah disusutkan", "Written off",
      asset.takeover.map { "\($0.accumulated.formatted) (\($0.asOf))" })
  }
}
