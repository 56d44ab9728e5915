// Any bytes as a table from a spreadsheet: no crash, and no more comes out than went in.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let rows = CSV.rows(bytes)
  // A byte that is not UTF-8 becomes three.
  precondition(rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8.count } } <= 3 * count)
  precondition(rows.reduce(0) { $0 + $1.count } <= count + 1)
  precondition(!rows.contains { $0 == [""] })
  return 0
}
