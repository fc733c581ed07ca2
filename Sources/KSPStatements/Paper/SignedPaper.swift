extension ReportStyle {
  /// Place and date above the places to sign on the paper of an entry, and a box for the stamp duty
  /// where one is due, with who acknowledges the money. A cooperative that has not said its town
  /// signs below the date of the fields alone.
  func signed(
    _ kind: EntryKind, _ amount: Rupiah, on date: BookDate, clerk: String?, other: String?
  ) -> [Report.Block] {
    let stamp = StampDuty.due(on: kind, amount).map(words.stamp)
    return placed(on: date) + [
      .signatures(
        words.signatures(kind, clerk: clerk, other: other, stamp: stamp), printedOnly: false)
    ]
  }

  /// Place and date above the places to sign: `Pangkalpinang, 5 Januari 2026`; nothing where the
  /// cooperative has not said its town.
  func placed(on date: BookDate) -> [Report.Block] {
    place.map { [.gap, .note("\($0), \(words.dayInWords(date))")] } ?? []
  }
}

extension Wording {
  /// A day as slips have it: `5 Januari 2026`.
  func dayInWords(_ date: BookDate) -> String {
    "\(date.components.day) \(self(date.month.name))"
  }

  fileprivate func stamp(_ duty: Rupiah) -> String {
    self("Meterai \(duty.formatted)", "Stamp duty \(duty.formatted)")
  }

  /// The clerk and the member; of money that is no member's who agreed, who paid and who got it; of
  /// what concerns no single member who agreed, and the clerk.
  fileprivate func signatures(
    _ kind: EntryKind, clerk: String?, other: String?, stamp: String?
  ) -> [Report.Signature] {
    switch kind {
    case .cashPayment, .assetPurchase, .leaverPayment:
      return [
        Report.Signature(role: agreed), Report.Signature(role: paidOut, name: clerk),
        Report.Signature(role: receivedBy, name: other, stamp: stamp),
      ]
    case .cashReceipt, .assetDisposal:
      return [
        Report.Signature(role: agreed), Report.Signature(role: handedOver, name: other),
        Report.Signature(role: receivedBy, name: clerk, stamp: stamp),
      ]
    case .cashMove, .tillDifference:
      return [
        Report.Signature(role: handedOver), Report.Signature(role: receivedBy),
        Report.Signature(role: signatureClerk, name: clerk),
      ]
    case .yearAdjustment, .yearClosing, .yearRatification, .lossCover, .yearCorrection:
      return [Report.Signature(role: agreed), Report.Signature(role: signatureClerk, name: clerk)]
    default:
      // A loan that is paid back is acknowledged by the cooperative, one paid out by the borrower.
      let comesIn = kind == .repayment || kind == .recovery
      // What concerns no member, or many, is no member's to sign.
      guard other != nil else {
        return [
          Report.Signature(role: agreed),
          Report.Signature(role: signatureClerk, name: clerk, stamp: stamp),
        ]
      }
      return [
        Report.Signature(role: signatureClerk, name: clerk, stamp: comesIn ? stamp : nil),
        Report.Signature(role: signatureMember, name: other, stamp: comesIn ? nil : stamp),
      ]
    }
  }
}
