import Foundation
import Library
import Site
import Testing

@Suite("What pages are made of")
struct SupportTests {
  @Test(
    "names become parts of addresses without changing their meaning",
    arguments: [
      ("files/resources/acme/ROI sheet.xlsx", "files/resources/acme/ROI%20sheet.xlsx"), ("é#?%", "%C3%A9%23%3F%25"),
      ("plain-1.html", "plain-1.html"),
    ])
  func paths(text: String, encoded: String) {
    #expect(percentEncoded(path: text) == encoded)
    #expect(encoded.removingPercentEncoding == text)
  }

  @Test("a value of the part after '#' has nothing that could end it")
  func values() {
    #expect(percentEncoded(value: "VP & Co=1#/ü") == "VP%20%26%20Co%3D1%23%2F%C3%BC")
  }

  @Test(
    "a file's kind is told by its name, and nothing that runs has a type that runs",
    arguments: [
      ("a.pdf", "application/pdf", "PDF"),
      ("Sheet.XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
      ("a.unknown", "application/octet-stream", "UNKNOWN"), ("noending", "application/octet-stream", ""),
    ])
  func mediaTypes(name: String, type: String, label: String) {
    #expect(MediaType(fileName: name).text == type)
    #expect(MediaType(fileName: name).label == label)
  }
}
