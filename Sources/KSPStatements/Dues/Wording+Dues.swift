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
  var forMonths: String { self("Untuk bulan", "For the months") }
  var takenOverArrears: String { self("Tunggakan saldo awal", "Arrears taken over") }
  var paidUntil: String { self("Lunas sampai", "Paid until") }
  var nothingAsked: String {
    self(
      "Belum ada besaran wajib yang ditetapkan, jadi tidak ada tunggakan.",
      "No amount of dues was ever set, so nothing is owed.")
  }

  /// Months, those that follow one another as a span: `Mar 2026–Apr 2026, Des 2026`.
  func spans(_ months: [BookMonth]) -> String {
    consecutive(months).map { span in
      span.first == span.last ? month(span.first) : "\(month(span.first))–\(month(span.last))"
    }.joined(separator: ", ")
  }

  private func consecutive(_ months: [BookMonth]) -> [(first: BookMonth, last: BookMonth)] {
    var spans: [(first: BookMonth, last: BookMonth)] = []
    for month in months {
      if let last = spans.last?.last, last.ordinal + 1 == month.ordinal {
        spans[spans.count - 1].last = month
      } else {
        spans.append((month, month))
      }
    }
    return spans
  }

  /// Months in full, those that follow one another as a span: `Januari–Maret 2026, Mei 2026`,
  /// `November 2026–Februari 2027`.
  func spansInWords(_ months: [BookMonth]) -> String {
    consecutive(months).map { span in
      guard span.first != span.last else { return self(span.first.name) }
      let first = self(span.first.name)
      let begins =
        span.first.year == span.last.year
        ? String(first.prefix { $0 != " " }) : first
      return "\(begins)–\(self(span.last.name))"
    }.joined(separator: ", ")
  }

  /// What a payment of dues settled: whole months, months in part with what went to them, arrears
  /// that were taken over, and what waits.
  package func settled(_ dues: Receipt.Dues) -> String {
    var parts: [String] = []
    if dues.takenOver.isPositive {
      parts.append(
        self("tunggakan saldo awal ", "arrears taken over ") + dues.takenOver.formatted)
    }
    parts.append(spansInWords(dues.months.filter(\.isSettled).map(\.month)))
    parts += dues.months.filter { !$0.isSettled }.map { month in
      "\(self(month.month.name)) (\(self("sebagian", "in part")) \(month.amount.formatted))"
    }
    if dues.unused.isPositive {
      parts.append(
        self("menunggu bulan berikut ", "waiting for later months ") + dues.unused.formatted)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
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
