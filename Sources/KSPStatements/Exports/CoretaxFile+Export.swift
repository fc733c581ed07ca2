extension CoretaxFile {
  /// Writes XML, which Coretax takes in.
  ///
  /// Elements and their order are those of the converter “BPPU Excel to XML v.3” of 4 September
  /// 2025.
  ///
  /// ```swift
  /// var output = TextOutput()
  /// try ledger.coretaxFile(month).writeXML(into: &output)
  /// ```
  public func writeXML(into output: inout TextOutput) {
    var xml = XMLWriter()
    xml.element("BpuBulk", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"") { xml in
      xml.text("TIN", withholder, in: 1)
      xml.element("ListOfBpu", in: 1) { xml in
        for row in rows { Self.write(row, into: &xml) }
      }
    }
    output.append(contentsOf: xml.output.bytes)
  }

  private static func write(_ row: CoretaxRow, into xml: inout XMLWriter) {
    xml.element("Bpu", in: 2) { xml in
      xml.text("TaxPeriodMonth", String(row.month.month), in: 3)
      xml.text("TaxPeriodYear", String(row.month.year), in: 3)
      xml.text("CounterpartTin", row.counterpart, in: 3)
      xml.text("IDPlaceOfBusinessActivityOfIncomeRecipient", row.counterpartPlace, in: 3)
      xml.text("TaxCertificate", row.certificate, in: 3)
      xml.text("TaxObjectCode", row.code, in: 3)
      xml.text("TaxBase", row.base.description, in: 3)
      xml.text("Rate", row.rate.percentText, in: 3)
      xml.text("Document", row.document.rawValue, in: 3)
      xml.text("DocumentNumber", row.documentNumber, in: 3)
      xml.text("DocumentDate", row.documentDate.description, in: 3)
      xml.text("IDPlaceOfBusinessActivity", row.place, in: 3)
      xml.text("GovTreasurerOpt", row.treasurer, in: 3)
      xml.empty("SP2DNumber", "xsi:nil=\"true\"", in: 3)
      xml.text("WithholdingDate", row.withheldOn.description, in: 3)
    }
  }

  /// The headings of the converter's workbook, columns B to P of sheet DATA.
  private static let headings = [
    "Masa Pajak", "Tahun Pajak", "NPWP", "ID TKU Penerima Penghasilan", "Fasilitas",
    "Kode Objek Pajak", "DPP", "Tarif", "Jenis Dok. Referensi", "Nomor Dok. Referensi",
    "Tanggal Dok. Referensi", "ID TKU Pemotong", "Opsi Pembayaran (IP)", "Nomor SP2D (IP)",
    "Tanggal Pemotongan",
  ]

  /// Writes comma-separated values in the order of the converter's workbook, to be pasted there.
  public func writeCSV(into output: inout TextOutput) {
    CSVWriter.row(Self.headings.map { .text($0) }, into: &output)
    for row in rows {
      CSVWriter.row(
        [
          .count(row.month.month), .count(row.month.year), .text(row.counterpart),
          .text(row.counterpartPlace), .text(row.certificate), .text(row.code),
          .amount(row.base), .text(row.rate.percentText), .text(row.document.rawValue),
          .text(row.documentNumber), .date(row.documentDate), .text(row.place),
          .text(row.treasurer), .blank, .date(row.withheldOn),
        ], into: &output)
    }
  }
}
