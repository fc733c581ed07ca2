public import KSPCore

/// Writes a month of a cash book as treasurers keep it: titles above, the day in the first row of
/// each day only, what is brought forward as both sides, three sums at the foot, a place to sign.
public struct CashSheetWriter {
  /// A receipt or a payment.
  public struct Row {
    let date: BookDate
    let text: String
    let received: Rupiah
    let paid: Rupiah
    let remark: String

    /// A row with an amount on one side.
    public init(
      _ date: BookDate, _ text: String, in received: Rupiah = .zero, out paid: Rupiah = .zero,
      remark: String = ""
    ) {
      self.date = date
      self.text = text
      self.received = received
      self.paid = paid
      self.remark = remark
    }
  }

  /// What was brought forward to the next sheet.
  private var received: Rupiah
  private var paid: Rupiah

  /// A book that begins with both sides of what was there.
  public init(received: Rupiah, paid: Rupiah) {
    self.received = received
    self.paid = paid
  }

  /// What is there.
  private var balance: Rupiah { get throws { try received - paid } }

  /// The next month; `title` is its name as the sheet has it.
  public mutating func sheet(_ title: String, _ rows: [Row]) throws -> String {
    var lines = [
      "BUKU KAS UMUM;;;;;;;", "Bulan \(title);;;;;;;", ";;;;;;;",
      "No;Tanggal;Uraian Transaksi;Bukti;Debet (Rp);Kredit (Rp);Saldo (Rp);Keterangan",
      ";;Saldo bulan lalu;;\(cell(received));\(cell(paid));\(cell(try balance));",
    ]
    var (month, last) = ((received: Rupiah.zero, paid: Rupiah.zero), BookDate?.none)
    for (index, row) in rows.enumerated() {
      try received += row.received
      try paid += row.paid
      try month.received += row.received
      try month.paid += row.paid
      let date = row.date == last ? "" : "\(row.date.components.day)/\(row.date.month.month)/2026"
      last = row.date
      lines.append(
        "\(index + 1);\(date);\(row.text);;\(cell(row.received));\(cell(row.paid));"
          + "\(cell(try balance));\(row.remark)")
    }
    lines += [
      ";;Transaksi Bulan ini;;\(cell(month.received));\(cell(month.paid));;",
      ";;Jumlah Transaksi Sampai Bulan ini;;\(cell(received));\(cell(paid));\(cell(try balance));",
      ";;Total Transaksi Sampai Bulan ini;;\(cell(received));\(cell(paid));\(cell(try balance));",
      ";;;;;;;", ";;;;;Bantul, \(rows.last?.date.components.day ?? 1) \(title);;",
      ";;;;;Bendahara;;",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(_ amount: Rupiah) -> String {
    amount.isZero ? "" : String(amount.formatted.dropFirst("Rp".count))
  }
}

/// The list of proposals, filled in.
public enum CashAnswerList {
  /// Yes to every row; `change` says otherwise of some: the cells behind the amounts.
  public static func text(
    _ proposals: CashProposals,
    _ change: (CashProposal) -> [String]? = { _ in nil }
  ) -> String {
    let rows = proposals.rows.map { proposal -> String in
      let months = proposal.months.map(\.description).joined(separator: " ")
      let cells =
        change(proposal) ?? [
          proposal.member?.number.text ?? "", proposal.meaning?.text ?? "", months, "ya",
        ]
      let row = proposal.row
      return
        ([
          proposal.name, "\(row.line)", "\(row.date)",
          "\"\(row.description.replacing("\"", with: "\"\""))\"",
          "\(row.received.sen / 100)", "\(row.paid.sen / 100)",
        ] + cells).joined(separator: ",")
    }
    let head = "file,line,date,description,in,out,member,account,due_months,answer"
    return ([head] + rows).joined(separator: "\n")
  }
}
