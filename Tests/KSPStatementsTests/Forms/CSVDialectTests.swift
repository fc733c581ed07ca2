import Foundation
import KSPCore
import KSPTestSupport
import Testing

@testable import KSPStatements

/// CSV that a person opens in a spreadsheet, beside CSV for programs.
@Suite struct CSVDialectTests {
  private func written(_ dialect: CSVDialect) throws -> String {
    var output = TextOutput()
    output.csv = dialect
    CSVWriter.header(["member", "name", "amount", "date"], into: &output)
    CSVWriter.row(
      [
        .text("0001"), .text("=HYPERLINK(\"x\")"), .amount(Rupiah(sen: -1_234_567)),
        .date(try day("2026-01-05")),
      ], into: &output)
    CSVWriter.row([.text("-5.50"), .text("a;b"), .amount(500), .blank], into: &output)
    CSVWriter.header(["name"], into: &output)
    return output.string
  }

  @Test func aSpreadsheetGetsWordsSemicolonsAndNoFormula() throws {
    let text = try written(.spreadsheet(.indonesian))
    #expect(
      text == "\u{FEFF}Anggota;Nama;Jumlah;Tanggal\r\n"
        + "0001;\"'=HYPERLINK(\"\"x\"\")\";-12345,67;2026-01-05\r\n"
        + "-5,50;\"a;b\";500;\r\nNama\r\n")
    #expect(try written(.spreadsheet(.english)).hasPrefix("\u{FEFF}Member;Name;Amount;Date\r\n"))
  }

  @Test func aProgramGetsWhatItAlwaysGot() throws {
    #expect(
      try written(.programs)
        == "member,name,amount,date\r\n0001,\"=HYPERLINK(\"\"x\"\")\",-12345.67,2026-01-05\r\n"
        + "-5.50,a;b,500,\r\nname\r\n")
  }

  @Test func choicesAreWordsForPeopleAndCodesForPrograms() {
    func row(_ dialect: CSVDialect) -> String {
      var output = TextOutput()
      output.csv = dialect
      CSVWriter.row(
        [
          .flag(true), .flag(false), .flag(true, shown: "lunas"), .coded("owed", shown: "terutang"),
          .coded("30/360", shown: ""),
        ], into: &output)
      return output.string
    }
    #expect(row(.programs) == "true,false,true,owed,30/360\r\n")
    #expect(row(.spreadsheet(.indonesian)) == "ya;tidak;lunas;terutang;30/360\r\n")
    #expect(row(.spreadsheet(.english)) == "yes;no;lunas;terutang;30/360\r\n")
  }

  @Test(arguments: ["+62 812", "-x", "@SUM(A1)", "\tx", "=1"]) func noTextIsTakenForAFormula(
    _ text: String
  ) {
    #expect(CSVDialect.spreadsheet(.indonesian).text(text) == "'" + text)
    #expect(CSVDialect.programs.text(text) == text)
  }

  /// A column without a word would show its machine name to a clerk.
  @Test func everyColumnHasAWordInBothLanguages() throws {
    var names = Set(SheetUnderstandingRenderer.columns)
    for (_, text) in try RenderingTests.documents(ReportStyle(.csv)) {
      names.formUnion(SmallCSVParser.rows(text)[0])
    }
    // What stands in a column only where there is some of it.
    names.formUnion(["administration", "unpaid_administration", "returned"])
    #expect(names.count > 100)
    #expect(names.subtracting(CSVHeadings.words.keys).sorted() == [])
    #expect(Set(CSVHeadings.words.keys).subtracting(names).sorted() == [])
  }

  /// What is answered in a spreadsheet is read again, by the headings of its columns.
  @Test(arguments: Language.allCases) func noTableHasAHeadingTwice(_ language: Language) throws {
    let written = CSVDialect.spreadsheet(language)
    for (name, text) in try RenderingTests.documents(ReportStyle(.csv)) {
      let headings = SmallCSVParser.rows(text)[0].map { written.heading($0).lowercased() }
      #expect(Set(headings).count == headings.count, "\(name): \(headings)")
    }
  }
}
