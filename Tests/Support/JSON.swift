// A JSON value as tests compare and take apart: what a script in a page answers, what `--format json` prints.
// Not for checking JSON itself: Checkers/JSONSchema.swift asks an independent reader.

import Foundation

package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  package init(parsing text: String) throws {
    self.init(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed))
  }

  /// `value` as JSONSerialization makes it.
  private init(_ value: Any) {
    switch value {
    case let value as String: self = .text(value)
    case let value as NSNumber where String(cString: value.objCType) == "c": self = .bool(value.boolValue)
    case let value as NSNumber: self = .number(value.doubleValue)
    case let value as [Any]: self = .list(value.map { JSON($0) })
    case let value as [String: Any]: self = .object(value.mapValues { JSON($0) })
    default: self = .null
    }
  }

  /// On one line, names in byte order.
  package var serialized: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .text(let value): Self.quoted(value)
    case .list(let values): "[" + values.map(\.serialized).joined(separator: ",") + "]"
    case .object(let values):
      "{"
        + values.sorted { $0.key < $1.key }.map { Self.quoted($0.key) + ":" + $0.value.serialized }
        .joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSON {
  package subscript(name: String) -> JSON {
    if case .object(let values) = self { values[name] ?? .null } else { .null }
  }
  package subscript(index: Int) -> JSON {
    if case .list(let values) = self, values.indices.contains(index) { values[index] } else { .null }
  }
  package var string: String? { if case .text(let value) = self { value } else { nil } }
  package var double: Double? { if case .number(let value) = self { value } else { nil } }
  package var int: Int? { double.flatMap { Int(exactly: $0) } }
  package var isTrue: Bool { self == .bool(true) }
  /// Empty where this is no list.
  package var array: [JSON] { if case .list(let values) = self { values } else { [] } }
  package var strings: [String] { array.compactMap(\.string) }
  /// Empty where this is no object.
  package var fields: [String: JSON] { if case .object(let values) = self { values } else { [:] } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { $1 })
  }
  package init(nilLiteral: ()) { self = .null }
}

extension JSON: CustomStringConvertible {
  package var description: String { serialized }
}
