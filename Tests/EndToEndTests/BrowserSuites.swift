// All suites that use a browser are inside this one: they share one Chromium, one after the other.

import TestSupport
import Testing

@Suite("In a browser", .serialized, .browser, .needs(.chromium))
enum InBrowser {}
