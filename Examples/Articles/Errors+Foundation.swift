import Foundation
import KSPLedger

// snippet: localized
func alert(_ error: LedgerError) -> (title: String, hint: String?) {
  (error.localizedDescription, error.recoverySuggestion)
}
// snippet end
