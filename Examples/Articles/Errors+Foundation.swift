import Foundation
import KSPLedger

// snippet: localized
struct ShownError: LocalizedError {
  let error: LedgerError

  var errorDescription: String? { error.message[.indonesian] }
  var recoverySuggestion: String? { error.advice[.indonesian] }
}
// snippet end
