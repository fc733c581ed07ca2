import KSPLedger
import KSPStatements

/// The pages of the portal, made of what the ledger answers.
enum Pages {
  /// A member's savings and loans, with links to the paper of each.
  static func member(_ text: String, _ ledger: Ledger) throws(LedgerError) -> String {
    let number = MemberNumber(text)
    let summary = try ledger.member(number)
    let loans = try ledger.loans(of: number)
    let cooperative = try ledger.settings.name
    var body = "<h1>\(escaped(summary.member.profile.name))</h1>\n"
    body += "<p>\(escaped(cooperative)) · \(number)</p>\n<table id=\"savings\">\n"
    for savings in summary.savings {
      body += row(
        "/savings/\(savings.account)", "\(savings.account)", savings.productName[.indonesian],
        savings.balance)
    }
    body += "</table>\n<table id=\"loans\">\n"
    for status in loans {
      body += row(
        "/loans/\(status.loan.number)", status.loan.number.text, "Sisa pokok",
        status.position.outstanding)
    }
    return page(summary.member.profile.name, body + "</table>\n")
  }

  /// The statement of a member's savings, from the first of the open month to the last entry. The
  /// accounts of the cooperative are no member's to see.
  static func statement(_ text: String, _ ledger: Ledger) throws(LedgerError) -> String {
    let account = try AccountCode(text)
    _ = try ledger.owner(of: account)
    let statement = try ledger.statement(of: account, period: ledger.statementPeriod())
    return AccountStatementRenderer(try style(ledger)).string(statement)
  }

  /// The card of a loan.
  static func card(_ number: String, _ ledger: Ledger) throws(LedgerError) -> String {
    LoanCardRenderer(try style(ledger)).string(try ledger.loan(LoanNumber(number)))
  }

  /// What went wrong, in the words of the ledger.
  static func trouble(_ error: LedgerError) -> String {
    let message = escaped(error.message[.indonesian])
    return page("Tidak ada", "<h1>\(message)</h1>\n<p>\(escaped(error.advice[.indonesian]))</p>\n")
  }

  private static func style(_ ledger: Ledger) throws(LedgerError) -> ReportStyle {
    try ReportStyle(.html, language: .indonesian, cooperative: ledger.settings.name)
  }

  private static func row(
    _ link: String, _ code: String, _ name: String, _ amount: Rupiah
  ) -> String {
    """
    <tr><td><a href="\(link)">\(escaped(code))</a></td><td>\(escaped(name))</td>\
    <td class="amount">\(amount.formatted)</td></tr>\n
    """
  }

  private static func page(_ title: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="id"><head><meta charset="utf-8"><title>\(escaped(title))</title>
    <meta name="viewport" content="width=device-width">
    <style>body{font:1rem sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}\
    table{width:100%;border-collapse:collapse;margin:1rem 0}td{padding:.4rem;border-top:1px solid #ccc}\
    .amount{text-align:right}</style></head><body>
    \(body)</body></html>\n
    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
