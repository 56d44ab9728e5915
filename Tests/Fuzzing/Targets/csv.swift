// Any bytes as a table from a spreadsheet: no crash, no more comes out than went in, and what is written out again is read
// as the same.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let rows = CSV(bytes).rows
  // A byte that is not UTF-8 becomes three.
  precondition(rows.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.utf8.count } } <= 3 * count)
  precondition(rows.reduce(0) { $0 + $1.cells.count } <= count + 1)
  precondition(!rows.contains { row in row.cells.allSatisfy(\.isEmpty) })
  precondition(zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number })
  // A first line "sep=x" says what separates.
  guard rows.first?.cells.first?.hasPrefix("sep=") != true else { return 0 }
  let again = CSV(Array((CSV.mark + rows.map { CSV.line($0.cells) }.joined()).utf8))
  precondition(again.rows.map(\.cells) == rows.map(\.cells) && again.unclosedRow == nil && !again.isRepaired)
  return 0
}
