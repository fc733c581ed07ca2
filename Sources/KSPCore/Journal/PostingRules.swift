/// Which accounts each event touches: the table of posting rules, one part of it in each room.
///
/// Each rule takes the event's amount and the accounts in force and gives the legs of the entry;
/// nothing is read or stored here. An accountant can check a room on one page.
package enum PostingRules {
  /// Jurnal balik: every leg with the opposite sign.
  package static func reversal(of postings: [Posting]) throws(LedgerError) -> [Posting] {
    var mirrored: [Posting] = []
    for posting in postings { mirrored.append(try .credit(posting.account, posting.amount)) }
    return mirrored
  }
}
