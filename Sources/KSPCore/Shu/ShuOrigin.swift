/// From whose business the SHU of a year comes, where only that of members is divided.
///
/// Undang-Undang 25/1992 divides what comes from business with members among them; the rest stays
/// with the cooperative. It is measured by income: that from members (cells 71 to 74 of the health
/// worksheet) beside that from others (75 to 78).
package struct ShuOrigin: Hashable, Sendable {
  /// The income from business with members.
  package let members: Rupiah
  /// The income from business with others.
  package let others: Rupiah

  /// The cells of income from members, and from others.
  package static let cells = (members: 71...74, others: 75...78)

  /// Income that was taken back beyond what came counts as nothing.
  package init(members: Rupiah, others: Rupiah) {
    self.members = members.orZero
    self.others = others.orZero
  }

  /// What of an SHU is not divided: the part of others in all income, rounded down to the rupiah.
  ///
  /// Property: nothing where there is no income from others, and never more than the SHU.
  ///
  /// - Throws: `amount.overflow`.
  package func aside(of shu: Rupiah) throws(LedgerError) -> Rupiah {
    let all = try members + others
    guard all.isPositive else { return .zero }
    return try Rounding.downToRupiah.round(
      Int128(shu.sen) * Int128(others.sen), over: Int128(all.sen))
  }
}
