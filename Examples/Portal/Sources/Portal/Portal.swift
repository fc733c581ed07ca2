import Foundation
import Hummingbird
import KSPLedger

/// A portal for members: what they have saved and what they owe, while the counter posts.
///
///     Portal BOOK [PORT [READERS]]
@main
struct Portal {
  let readers: BookReaders

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("Portal BOOK [PORT [READERS]]")
      exit(64)
    }
    let port = arguments.count > 2 ? Int(arguments[2]) ?? 8080 : 8080
    let count = arguments.count > 3 ? Int(arguments[3]) ?? 4 : 4
    let readers = try BookReaders(path: arguments[1], count: count)
    // Whoever may see a page is for a program in front to say; this one answers its own machine only.
    let application = Application(
      router: Portal(readers: readers).router(),
      configuration: .init(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }

  /// The paths and what they show.
  func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    show("members", router, Pages.member)
    show("savings", router, Pages.statement)
    show("loans", router, Pages.card)
    return router
  }

  /// Answers a path whose last part names what is shown.
  private func show(
    _ path: String, _ router: Router<BasicRequestContext>,
    _ page: @escaping @Sendable (String, Ledger) throws(LedgerError) -> String
  ) {
    let readers = readers
    router.get("\(path)/:name") { _, context -> Response in
      let name = try context.parameters.require("name")
      do {
        return Self.answer(.ok, try await readers { ledger in try page(name, ledger) })
      } catch {
        guard let error = error as? LedgerError else { throw error }
        return Self.answer(Self.status(of: error), Pages.trouble(error))
      }
    }
  }

  private static func answer(_ status: HTTPResponse.Status, _ html: String) -> Response {
    Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }

  /// What a browser is told.
  private static func status(of error: LedgerError) -> HTTPResponse.Status {
    switch error.category {
    case .missing: .notFound
    case .refused: .badRequest
    case .busy: .serviceUnavailable
    case .invariant, .cannotCreate, .inputOutput, .fileMissing: .internalServerError
    }
  }
}
