// How long the definitions of references are ("[name]: address "title""), looked at only where one may be too long.

/// The "]:" of the first definition whose address and title have more bytes than `limit`.
func placeOfDefinition(longerThan limit: Int, in bytes: [UInt8], from first: Int) -> Int? {
  var index = first
  while index + 1 < bytes.count {
    if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: ":"),
      definitionLength(bytes, at: index + 2, limit: limit) > limit
    {
      return index
    }
    index += 1
  }
  return nil
}

/// At most the bytes of the address and title that follow, or just over `limit`.
private func definitionLength(_ bytes: [UInt8], at start: Int, limit: Int) -> Int {
  var index = start
  func skip(while condition: (UInt8) -> Bool) {
    while index < bytes.count, index - start <= limit, condition(bytes[index]) { index += 1 }
  }
  func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ">") }
  skip(while: isBlank)
  if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
    skip { $0 != UInt8(ascii: "\n") }
  } else {
    skip { $0 > 0x20 }
  }
  skip(while: isBlank)
  guard index < bytes.count else { return index - start }
  let quotes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "("): UInt8(ascii: ")"),
  ]
  guard let close = quotes[bytes[index]] else { return index - start }
  var wasBackslash = false
  index += 1
  skip { byte in
    defer { wasBackslash = byte == UInt8(ascii: "\\") && !wasBackslash }
    return byte != close || wasBackslash
  }
  return index - start
}
