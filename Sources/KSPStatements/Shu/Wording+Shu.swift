import KSPCore

extension Wording {
  var shuTitle: String { self("PEMBAGIAN SHU", "DISTRIBUTION OF THE SHU") }
  var shuName: String { self("SHU dibagi", "SHU divided") }
  var shuPots: String { self("Bagian menurut putusan", "Shares of the decision") }
  var shuPot: String { self("Bagian", "Share of") }
  var shuShare: String { self("Persen", "Percent") }
  var shuParts: String { self("Bagian anggota", "Parts of members") }
  var shuUndistributed: String { self("Tidak dibagi", "Undistributed") }
  var shuDecision: String { self("Putusan rapat", "Decision") }
  var shuYear: String { self("Tahun buku", "Book year") }
  var shuPaid: String { self("Dibayar", "Paid") }
  var shuForfeited: String { self("Tidak diambil", "Not taken") }
  var shuLeft: String { self("Belum dibayar", "Not paid") }
  var shuCapitalBase: String { self("Dasar modal", "Base of capital") }
  var shuActivityBase: String { self("Dasar usaha", "Base of activity") }

  /// What people call a pot of members.
  func memberPot(_ name: String) -> String {
    name == ShuShares.memberPots.capital
      ? self("Jasa modal", "By capital") : self("Jasa usaha", "By activity")
  }

  /// What people call a pot.
  func pot(_ pot: ShuDistribution.Pot) -> String {
    pot.base == nil ? pot.name : memberPot(pot.name)
  }

  /// How far the SHU of a year has come.
  func state(_ year: ShuYear) -> String {
    if let posting = year.posting {
      return self(
        "dibukukan \(posting.entry), \(dayInWords(posting.date))",
        "booked as \(posting.entry) on \(dayInWords(posting.date))")
    }
    return year.decision == nil
      ? self("rencana, belum diputuskan", "planned, not decided")
      : self("diputuskan, belum dibukukan", "decided, not booked")
  }

  /// The decision of a meeting, by number and day.
  func decision(_ decision: ShuDecision) -> String {
    "\(decision.number), \(dayInWords(decision.decidedOn))"
  }
}
