// What kind of thing a file is, by the end of its name. Only types that a browser shows or saves without running
// anything on the site's own origin; everything else is bytes to save.

package struct MediaType: Sendable, Equatable {
  package let text: String
  /// The words for a button: "PDF", "Excel".
  package let label: String

  package init(fileName: String) {
    let dot = fileName.utf8.lastIndex(of: UInt8(ascii: "."))
    let suffix = dot.map { fileName[fileName.index(after: $0)...].lowercased() } ?? ""
    let known = Self.known[suffix]
    text = known?.0 ?? "application/octet-stream"
    label = known?.1 ?? suffix.uppercased()
  }

  private static let known: [String: (String, String)] = [
    "pdf": ("application/pdf", "PDF"),
    "doc": ("application/msword", "Word"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    "xls": ("application/vnd.ms-excel", "Excel"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    "ppt": ("application/vnd.ms-powerpoint", "PowerPoint"),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
    "odt": ("application/vnd.oasis.opendocument.text", "Document"),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", "Spreadsheet"),
    "odp": ("application/vnd.oasis.opendocument.presentation", "Slides"),
    "key": ("application/vnd.apple.keynote", "Keynote"),
    "csv": ("text/csv", "CSV"),
    "txt": ("text/plain", "Text"),
    "md": ("text/markdown", "Text"),
    "rtf": ("application/rtf", "Text"),
    "ics": ("text/calendar", "Calendar"),
    "zip": ("application/zip", "ZIP"),
    "png": ("image/png", "Image"),
    "jpg": ("image/jpeg", "Image"),
    "jpeg": ("image/jpeg", "Image"),
    "gif": ("image/gif", "Image"),
    "webp": ("image/webp", "Image"),
    "avif": ("image/avif", "Image"),
    "svg": ("image/svg+xml", "Image"),
    "mp4": ("video/mp4", "Video"),
    "webm": ("video/webm", "Video"),
    "mov": ("video/quicktime", "Video"),
    "mp3": ("audio/mpeg", "Audio"),
    "m4a": ("audio/mp4", "Audio"),
    "wav": ("audio/wav", "Audio"),
    "json": ("application/json", "JSON"),
    "xml": ("application/xml", "XML"),
    "html": ("text/html; charset=utf-8", "Page"),
    "css": ("text/css; charset=utf-8", "Style"),
    "js": ("text/javascript; charset=utf-8", "Script"),
  ]
}
