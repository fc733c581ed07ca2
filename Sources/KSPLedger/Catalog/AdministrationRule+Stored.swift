import KSPCore

extension AdministrationRule {
  /// The columns of a row that hold it.
  var columns: [(String, StoredValue)] {
    [("administration", StoredValue(fixedAmount)), ("administrationStep", StoredValue(step))]
  }
}
