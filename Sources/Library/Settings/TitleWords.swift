// Short forms that English job titles are full of, known to every library. A library's own `title_words` add to these,
// and go before them where they spell the same short form another way. What is short for several things (CPO, MD, Acct)
// is left to the library.

enum TitleWords {
  static let known: [(short: String, long: String)] = [
    ("vp", "vice president"), ("svp", "senior vice president"), ("evp", "executive vice president"),
    ("avp", "assistant vice president"), ("dir", "director"), ("mgr", "manager"), ("mngr", "manager"),
    ("mgmt", "management"), ("sr", "senior"), ("snr", "senior"), ("jr", "junior"), ("asst", "assistant"),
    ("assoc", "associate"), ("supv", "supervisor"), ("coord", "coordinator"), ("exec", "executive"),
    ("ceo", "chief executive officer"), ("cfo", "chief financial officer"), ("coo", "chief operating officer"),
    ("cio", "chief information officer"), ("cto", "chief technology officer"), ("cmo", "chief marketing officer"),
    ("ciso", "chief information security officer"), ("gm", "general manager"), ("fin", "finance"),
    ("ops", "operations"), ("mfg", "manufacturing"), ("mktg", "marketing"), ("eng", "engineering"),
    ("engr", "engineer"), ("dev", "development"), ("hr", "human resources"), ("it", "information technology"),
  ]

  /// What the library spells out, then what it leaves to us.
  static func completed(_ own: [(short: String, long: String)]) -> [(short: String, long: String)] {
    let taken = Set(own.map(\.short))
    return own + known.filter { !taken.contains($0.short) }
  }
}
