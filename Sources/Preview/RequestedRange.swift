// The part of a file that a request's `Range` asks for (RFC 9110, 14.2). One range is answered; several, other units and
// what makes no sense are passed over, and the whole file is the answer, as the standard allows.

package enum RequestedRange: Equatable, Sendable {
  case whole
  case part(Range<Int>)
  /// There are no such bytes: 416.
  case unsatisfiable

  /// `byteCount`: how long the file is.
  package init(_ field: String?, of byteCount: Int) {
    self = .whole
    guard let field, field.utf8.count <= 100, field.prefix(6).lowercased() == "bytes=" else { return }
    let ends = field.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " && $0 != "\t" }
    }
    guard ends.count == 2 else { return }
    switch (Self.number(ends[0]), Self.number(ends[1])) {
    case (let first?, nil) where ends[1].isEmpty:
      self = first < byteCount ? .part(first..<byteCount) : .unsatisfiable
    case (let first?, let last?) where first <= last:
      self = first < byteCount ? .part(first..<min(last, byteCount - 1) + 1) : .unsatisfiable
    case (nil, let count?) where ends[0].isEmpty:
      self = count > 0 && byteCount > 0 ? .part(max(0, byteCount - count)..<byteCount) : .unsatisfiable
    default: break
    }
  }

  /// Digits alone; more than any file has bytes count as that many.
  private static func number(_ text: String) -> Int? {
    let isNumber = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard !text.isEmpty, isNumber else { return nil }
    return min(Int(text) ?? .max, .max - 1)
  }
}
