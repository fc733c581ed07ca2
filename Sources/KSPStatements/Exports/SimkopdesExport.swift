/// Members and their savings by period, in the columns of SIMKOPDES: one row for each member and
/// month, PAID or UNPAID.
///
/// The columns are those of the ministry's field dictionary of 2026. A month that is paid in part
/// is UNPAID, as its row has no room for a part; the amount is what the month asks for.
public struct SimkopdesExport: Sendable {
  private let cooperative: String
  private let showsNIK: Bool

  /// An export for a cooperative, under the number by which SIMKOPDES knows it; numbers of persons
  /// are masked unless they are to be shown.
  public init(cooperative: String, showsNIK: Bool = false) {
    self.cooperative = cooperative
    self.showsNIK = showsNIK
  }

  // MARK: - Savings

  /// Writes the header row of savings.
  public func savingsHeader(into output: inout TextOutput) {
    CSVWriter.header(
      [
        "simpanan_ref", "koperasi_ref", "anggota_ref", "periode_pembayaran", "jumlah_simpanan",
        "status", "dibuat_pada", "dibayar_pada",
      ], into: &output)
  }

  /// Writes the rows of one member: what was paid of pokok, and each month of dues.
  public func append(_ savings: SavingsByPeriod, into output: inout TextOutput) {
    let dues = savings.dues
    if savings.pokok.isPositive {
      row(
        dues.member, "POKOK", "Simpanan Pokok", savings.pokok, since: savings.joinedOn,
        paidOn: savings.pokokPaidOn ?? savings.joinedOn, into: &output)
    }
    for card in dues.cards {
      let suffix = card.product == "wajib" ? "" : "-\(card.product)"
      for month in card.months
      where month.due.isPositive && (month.isDue || month.open.isZero) {
        row(
          dues.member, "\(month.month)\(suffix)", "Simpanan Wajib - \(month.month.name.indonesian)",
          month.due, since: month.month.firstDay,
          paidOn: month.open.isZero ? month.paidOn : nil, into: &output)
      }
    }
  }

  private func row(
    _ member: MemberNumber, _ key: String, _ period: String, _ amount: Rupiah, since: BookDate,
    paidOn: BookDate?, into output: inout TextOutput
  ) {
    CSVWriter.row(
      [
        .text("\(member)-\(key)"), .text(cooperative), .text(member.text), .text(period),
        .amount(amount), .text(paidOn == nil ? "UNPAID" : "PAID"), moment(since),
        paidOn.map(moment) ?? .blank,
      ], into: &output)
  }

  // MARK: - Members

  /// Writes the header row of members.
  public func membersHeader(into output: inout TextOutput) {
    CSVWriter.header(
      [
        "anggota_ref", "koperasi_ref", "nama", "nik", "kode_wilayah", "jenis_kelamin",
        "status_keanggotaan", "tanggal_terdaftar", "dibuat_pada", "diperbarui_pada", "file_ktp",
        "status_akun", "pekerjaan",
      ], into: &output)
  }

  /// Writes the row of one member.
  public func append(_ member: Member, into output: inout TextOutput) {
    let profile = member.profile
    let gender: Cell =
      switch profile.gender {
      case .female: .text("PEREMPUAN")
      case .male: .text("LAKI-LAKI")
      case nil: .blank
      }
    let isApproved = member.memberships.last?.standing != .prospective
    CSVWriter.row(
      [
        .text(member.number.text), .text(cooperative), .text(profile.name), .optional(nik(profile)),
        .blank, gender, .text(isApproved ? "Approved" : "Requested"), .date(member.joinedOn),
        moment(member.joinedOn), .blank, .blank, .text("Tidak Punya Akun"),
        .optional(profile.occupation),
      ], into: &output)
  }

  /// The first two and the last two digits, as the ministry's dictionary shows it:
  /// `32************01`.
  private func nik(_ profile: MemberProfile) -> String? {
    guard let nik = profile.nik, !showsNIK, nik.count > 4 else { return profile.nik }
    return nik.prefix(2) + String(repeating: "*", count: nik.count - 4) + nik.suffix(2)
  }

  private func moment(_ day: BookDate) -> Cell { .text("\(day) 00:00:00") }
}
