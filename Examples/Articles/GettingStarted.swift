import Foundation
import KSPLedger

/// The code of the article *Getting started*.
func getStarted(in folder: URL) throws {
  // snippet: create
  let path = folder.appendingPathComponent("maju-jaya.ksp").path
  let ledger = try Ledger.create(
    at: path,
    settings: BookSettings(name: "KSP Maju Jaya", firstMonth: BookMonth(parsing: "2026-01")))
  // snippet end

  // snippet: join
  let joined = try ledger.addMember(
    NewMember(
      profile: MemberProfile(name: "Rina Dewi"), joinedOn: BookDate(parsing: "2026-01-05"),
      pokok: 100_000, wajib: 25_000))
  print(joined.member.number, joined.receipt?.entry.description ?? "nothing paid")
  // snippet end

  // snippet: look
  let rina = try ledger.member(joined.member.number)
  for savings in rina.savings {
    print(savings.account, savings.productName[.english], savings.balance.formatted)
  }
  try ledger.close()
  // snippet end

  // snippet: scope
  try Ledger.withBook(at: path, access: .readOnly) { book in
    print(try book.members(having: .externalID("HR-17")).count, "known to payroll")
  }
  // snippet end
}
