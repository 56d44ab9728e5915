// Any bytes as what a client sends to the preview: no crash; a head is read as the same whether it comes at once, in
// pieces or before other bytes; and what is read out of it holds no line end and keeps the limits.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let reading = HTTPRequest.read(bytes[...])
  precondition(reading == HTTPRequest.read(bytes[...]))
  switch reading {
  case .incomplete: break
  case .refused(let status): precondition((400...599).contains(status))
  case .request(let request, let byteCount):
    precondition(byteCount > 0 && byteCount <= count)
    precondition(request.fields.count <= HTTPRequest.Limits.fieldCount)
    precondition(request.target.utf8.count <= HTTPRequest.Limits.targetLength)
    for text in [request.method, request.target] + request.fields.flatMap({ [$0.name, $0.value] }) {
      precondition(!text.utf8.contains { $0 == 13 || $0 == 10 || $0 == 0 })
    }
    precondition(request.bodyLength.map { $0 >= 0 } ?? true)
    // What follows the head does not change it, nor where in memory it stands.
    precondition(HTTPRequest.read(([1, 2, 3] + bytes + [65, 10])[3...]) == reading)
    precondition(HTTPRequest.read(bytes[..<byteCount]) == reading)
    _ = request.keepsAlive
  }
  // As it would come byte by byte, never searched anew.
  var searched = 0
  for end in stride(from: 1, through: min(count, 600), by: 7) {
    if case .incomplete = HTTPRequest.read(bytes[..<end], searched: searched) { searched = end } else { break }
  }
  return 0
}
