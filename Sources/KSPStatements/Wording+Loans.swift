extension Wording {
  var planTitle: String { self("SIMULASI PINJAMAN", "LOAN SIMULATION") }
  var principal: String { self("Pokok", "Principal") }
  var installment: String { self("Angsuran", "Installment") }
  var due: String { self("Tempo", "Due") }
  var ordinal: String { self("Ke", "No.") }
  var method: String { self("Cara", "Method") }
  var dayCount: String { self("Hitungan hari", "Day count") }
  var disbursedOn: String { self("Tanggal cair", "Paid out on") }
  var totalInterest: String { self("Jumlah jasa", "Interest in all") }
  var inAdvance: String { self("Jasa di muka", "Interest in advance") }
  var received: String { self("Diterima", "Received") }
  var effectiveRate: String { self("Suku efektif setahun", "Effective yearly rate") }

  /// How a loan is repaid.
  func method(_ method: LoanMethod) -> String {
    switch method {
    case .flat: self("flat", "flat")
    case .declining: self("menurun", "declining")
    case .annuity: self("anuitas", "annuity")
    case .bullet: self("musiman (pokok di akhir)", "bullet (principal at the end)")
    case .fixedPrice: self("harga tetap", "fixed price")
    }
  }

  /// What a loan really costs in a year; the decimal sign follows the language.
  func effective(_ rate: EffectiveRate) -> String? {
    rate.yearlyPercentText.map { text in
      self(String(text.map { $0 == "." ? "," : $0 }), text) + "%"
    }
  }
}
