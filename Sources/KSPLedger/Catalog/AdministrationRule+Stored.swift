import KSPCore

extension AdministrationRule {
  /// What a book holds of it: a fixed sum, a step, or neither.
  init(fixed: Int64?, step: Int64?) {
    if let fixed {
      self = .fixed(Rupiah(sen: fixed))
    } else if let step {
      self = .roundingUp(to: Rupiah(sen: step))
    } else {
      self = .nothing
    }
  }

  /// The columns of a row that hold it.
  var columns: [(String, StoredValue)] {
    let (fixed, step): (Rupiah?, Rupiah?) =
      switch self {
      case .nothing: (nil, nil)
      case .fixed(let amount): (amount, nil)
      case .roundingUp(let step): (nil, step)
      }
    return [("administration", StoredValue(fixed)), ("administrationStep", StoredValue(step))]
  }
}
