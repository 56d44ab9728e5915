// The floor: the least that any builder with cmark-gfm can do. Reads every resource, drops its labels, parses, renders,
// writes one file each; no templates, no index, no search. Its parsers share cmark-gfm's tables, so on several threads
// a few pages may miss a link: it is a yardstick, not a builder.

import CCMarkGFM
import Dispatch
import Foundation
import Synchronization

enum Floor {
  static func run(source: String, output: String, threads: Int) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: source)
    let folders = Set(names.filter { $0.hasSuffix(".md") }.map { ($0 as NSString).deletingLastPathComponent })
    for folder in folders {
      try FileManager.default.createDirectory(atPath: output + "/" + folder, withIntermediateDirectories: true)
    }
    let files = names.filter { $0.hasSuffix(".md") }
    cmark_gfm_core_extensions_ensure_registered()
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < files.count else { return }
        build(source + "/" + files[index], output + "/" + files[index].dropLast(3) + ".html")
      }
    }
    print(files.count)
  }

  private static func build(_ source: String, _ target: String) {
    let input = open(source, O_RDONLY)
    guard input >= 0 else { return }
    var status = stat()
    fstat(input, &status)
    let text = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = max(0, read(input, buffer.baseAddress, buffer.count))
    }
    close(input)
    text.withUnsafeBufferPointer { bytes in
      let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
      for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      let start = bodyStart(bytes)
      bytes.baseAddress?.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cmark_parser_feed(parser, $0 + start, bytes.count - start)
      }
      let tree = cmark_parser_finish(parser)
      if let html = cmark_render_html(tree, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)) {
        let output = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        _ = write(output, html, strlen(html))
        close(output)
        free(html)
      }
      cmark_node_free(tree)
      cmark_parser_free(parser)
    }
  }

  /// Where the text begins after labels between two lines of "---".
  private static func bodyStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let dashes = Array("---\n".utf8)
    guard bytes.starts(with: dashes) else { return 0 }
    var index = dashes.count
    while index + 4 < bytes.count {
      if bytes[index] == 10, bytes[index + 1] == 45, bytes[index + 2] == 45, bytes[index + 3] == 45,
        bytes[index + 4] == 10
      {
        return index + 5
      }
      index += 1
    }
    return 0
  }
}
