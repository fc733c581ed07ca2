import KSPCore

extension Wording {
  var claimTitle: String { self("TAGIHAN POTONG GAJI", "PAYROLL CLAIM") }
  var claimsTitle: String { self("DAFTAR TAGIHAN POTONG GAJI", "PAYROLL CLAIMS") }
  var payer: String { self("Juru bayar", "Payer") }
  var sentOn: String { self("Dikirim", "Sent") }
  var asked: String { self("Diminta", "Asked") }
  var deducted: String { self("Dipotong", "Deducted") }
  var notDeducted: String { self("Belum dipotong", "Not deducted") }
  var heldByPayer: String { self("Pada juru bayar", "Held by payer") }
  var claimState: String { self("Keadaan", "State") }
  var noClaims: String {
    self(
      "Belum ada juru bayar: beri sebuah akun piutang peran payroll.",
      "There is no payer yet: give a receivable the role payroll.")
  }

  /// What is to be done about a list.
  func state(_ state: PayrollClaim.State) -> String {
    switch state {
    case .sent: self("menunggu", "waiting")
    case .short: self("kurang", "short")
    case .complete: self("lengkap", "complete")
    case .followed: self("disusul", "followed")
    case .closed: self("ditutup", "closed")
    }
  }
}
