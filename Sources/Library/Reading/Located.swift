// What a label says together with where it says it. Here rather than beside `ByteRange`: a generic type of another module
// would be made without being specialised, at twenty times the cost, for each of a library's labels.

package import Diagnostics

/// A value and the place where the author wrote it.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var range: ByteRange

  package init(_ value: Value, _ range: ByteRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}
