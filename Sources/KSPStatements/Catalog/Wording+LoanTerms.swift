/// The rules by which loans are classed and provided for, in words.
extension Wording {
  var cure: String { self("Pulih setelah jadwal baru", "Cured after a new plan") }
  var countedCollateral: String { self("Agunan yang dihitung", "Collateral that counts") }
  var afterCollateral: String { self(", setelah agunan", ", after collateral") }

  /// Which loans a scale of classes is for.
  func scale(_ scale: CollectibilityProfile.Scale) -> String {
    scale.fromMonths.map { months in
      self("Tiap \(months) bulan ke atas", "Every \(months) months or more")
    } ?? self("Pokok sekaligus", "Principal in one sum")
  }

  /// So many installments in a row that were paid on time.
  func installmentsOnTime(_ count: Int) -> String {
    self(
      "\(count) angsuran berturut-turut tepat waktu", "\(count) installments in a row on time")
  }

  /// A share of an amount; the decimal sign follows the language.
  func percent(_ share: Share) -> String { self(share.inWords) }
}
