import GRDB
import KSPCore

/// The register of fixed assets beside the ledger at the end of a month, before the month is
/// written off: cost and what was written off are two accounts, each with its own difference.
enum AssetControls: ControlList {
  static func differences(_ month: EndingMonth) throws -> [ListDifference] {
    try AssetReader(month.book).register(on: month.month.lastDay, place: nil).controls
      .filter { !$0.difference.isZero }
      .map { control in
        try ListDifference(
          .assets, account: control.account, name: control.name, listed: control.register,
          ledger: control.ledger)
      }
  }
}
