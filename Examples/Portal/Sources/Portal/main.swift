import Foundation
import Hummingbird
import KSPLedger

// A portal for members: what they have saved and what they owe, while the counter posts.
//
//     Portal BOOK [PORT [READERS]]

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("Portal BOOK [PORT [READERS]]")
  exit(64)
}
let port = arguments.count > 2 ? Int(arguments[2]) ?? 8080 : 8080
let count = arguments.count > 3 ? Int(arguments[3]) ?? 4 : 4

let readers = try BookReaders(path: arguments[1], count: count) {
  Timestamp(seconds: Int64(Date().timeIntervalSince1970))
}

/// Answers a path whose last part names what is shown.
func show(
  _ path: String, _ router: Router<BasicRequestContext>,
  _ page: @escaping @Sendable (String, Ledger) throws(LedgerError) -> String
) {
  router.get("\(path)/:name") { _, context -> Response in
    let name = try context.parameters.require("name")
    do throws(LedgerError) {
      let html = try await readers { ledger throws(LedgerError) in try page(name, ledger) }
      return answer(.ok, html)
    } catch {
      return answer(status(of: error), Pages.trouble(error))
    }
  }
}

func answer(_ status: HTTPResponse.Status, _ html: String) -> Response {
  Response(
    status: status,
    headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
    body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
}

/// What a browser is told: the code says more than the category while records that do not exist
/// are refused like any other request.
func status(of error: LedgerError) -> HTTPResponse.Status {
  if error.code.rawValue.hasSuffix(".unknown") { return .notFound }
  return switch error.category {
  case .missing: .notFound
  case .refused: .badRequest
  case .busy: .serviceUnavailable
  case .invariant, .cannotCreate, .inputOutput: .internalServerError
  }
}

let router = Router(context: BasicRequestContext.self)
show("members", router, Pages.member)
show("savings", router, Pages.statement)
show("loans", router, Pages.card)

// Whoever may see a page is for a program in front to say; this one answers its own machine only.
let application = Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
try await application.runService()
