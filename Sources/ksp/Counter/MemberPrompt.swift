import KSPCore
import KSPLedger

extension BookOptions {
  /// The member whom an answer at the prompt means: a number, or words that fit only one. Where
  /// they fit several, those are shown, so that one of their numbers can be typed.
  func memberAnswered(_ text: String) throws -> String {
    guard text.contains(where: \.isLetter) else { return text }
    return try withBook(.readOnly) { ledger in
      // An account, or a number that has letters.
      if try ledger.hasMember(MemberNumber(text)) || (try? ledger.resolveAccount(text)) != nil {
        return text
      }
      let found = try ledger.members(matching: text, includingLeft: false)
      guard found.count != 1 else { return found[0].member.number.text }
      guard !found.isEmpty else { return text }
      for member in found.prefix(Self.choices) {
        Terminal.message("  \(member.member.number)   \(member.member.profile.name)")
      }
      let more = found.count - Self.choices
      if more > 0 { Terminal.message(say("  … dan \(more) lagi", "  … and \(more) more")) }
      throw UsageProblem(
        Phrase(
          id: "Ada \(found.count) anggota yang cocok dengan “\(text)”.",
          en: "\(found.count) members fit “\(text)”."),
        advice: Phrase(id: "Ketik nomornya.", en: "Type the number."))
    }
  }

  /// The loan that an argument or an answer means: its number, or a member who has only one, which
  /// stands where it has to for what is to be done.
  func loan(_ text: String, at status: Loan.Status? = nil) throws -> LoanNumber {
    try withBook(.readOnly) { try $0.resolveLoan(text, at: status) }
  }

  /// The term deposit that an argument means: its account, or a member who has only one.
  func termDeposit(_ text: String) throws -> AccountCode {
    try withBook(.readOnly) { try $0.resolveTermDeposit(text) }
  }

  private static let choices = 10
}
