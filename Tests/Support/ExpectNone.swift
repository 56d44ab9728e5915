// Lists of complaints, as tests report them: one line each, where `#expect(list == [])` would say it all on one line, or
// nothing at all.

package import Testing

/// Records an issue with the complaints, if there are any, under what they are about.
package func expectNone(
  _ complaints: some Collection<some CustomStringConvertible>, _ subject: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard !complaints.isEmpty else { return }
  let shown = complaints.prefix(20).map { "\n  \($0)" }.joined()
  let more = complaints.count > 20 ? "\n  and \(complaints.count - 20) more" : ""
  Issue.record(
    "\(subject)\(subject.isEmpty ? "" : ": ")\(complaints.count)\(shown)\(more)", sourceLocation: sourceLocation)
}
