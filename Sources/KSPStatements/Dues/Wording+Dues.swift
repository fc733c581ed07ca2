extension Wording {
  var duesTitle: String { self("TUNGGAKAN SIMPANAN WAJIB", "DUES OF SIMPANAN WAJIB") }
  var duesCardTitle: String { self("KARTU SIMPANAN WAJIB", "CARD OF DUES") }
  var dueAmountsTitle: String { self("BESARAN SIMPANAN WAJIB", "AMOUNTS OF DUES") }
  var asOfDay: String { self("Per tanggal", "As of") }
  var duesOwed: String { self("Tunggakan", "Owed") }
  var duesAhead: String { self("Di muka", "Ahead") }
  var duesAsked: String { self("Wajib", "Due") }
  var duesPaid: String { self("Dibayar", "Paid") }
  var openMonths: String { self("Bulan belum lunas", "Months open") }
  var takenOverArrears: String { self("Tunggakan saldo awal", "Arrears taken over") }
  var paidUntil: String { self("Lunas sampai", "Paid until") }
  var nothingAsked: String {
    self(
      "Belum ada besaran wajib yang ditetapkan, jadi tidak ada tunggakan.",
      "No amount of dues was ever set, so nothing is owed.")
  }

  /// Months, those that follow one another as a span: `Mar 2026–Apr 2026, Des 2026`.
  func spans(_ months: [BookMonth]) -> String {
    var spans: [(first: BookMonth, last: BookMonth)] = []
    for month in months {
      if let last = spans.last?.last, last.ordinal + 1 == month.ordinal {
        spans[spans.count - 1].last = month
      } else {
        spans.append((month, month))
      }
    }
    return spans.map { span in
      span.first == span.last ? month(span.first) : "\(month(span.first))–\(month(span.last))"
    }.joined(separator: ", ")
  }

  /// Of whom an amount is asked.
  func scope(_ scope: DueAmount.Scope) -> String {
    switch scope {
    case .everyone: self("semua anggota", "all members")
    case .kind(.individual): self("perorangan", "persons")
    case .kind(.organization): self("badan", "organisations")
    case .standing(.prospective): self("calon anggota", "prospective members")
    case .standing(.member): self("anggota penuh", "full members")
    case .standing(.honorary): self("anggota luar biasa", "honorary members")
    case .member(let number): self("anggota \(number)", "member \(number)")
    }
  }

  /// How a month of dues stands.
  func state(_ month: DuesCard.Month) -> String {
    if let exemption = month.exemption { return self("bebas: ", "exempt: ") + exemption }
    guard month.open.isZero else {
      return month.paid.isZero ? self("belum", "open") : self("sebagian", "in part")
    }
    return month.isDue ? self("lunas", "paid") : self("di muka", "ahead")
  }
}

extension DuesCard.Month {
  /// How it stands, for programs.
  var stateCode: String {
    if exemption != nil { return "exempt" }
    guard open.isZero else { return paid.isZero ? "open" : "part" }
    return isDue ? "paid" : "ahead"
  }
}
