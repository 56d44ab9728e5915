// library.yml of a new library: the words of one invented company, to be replaced by one's own.

extension Starter {
  static let settings = #"""
    # What this library calls things. Change whatever you like: 'shelfmark check' says what no longer fits.
    # Pennant and its people are invented. Put your own company in their place.

    site:
      title: Pennant library
      description: What Pennant's sales, marketing and care teams show, send and say, by who the lead is and how far along they are.
      language: en
      # Where the site is published: adds a feed and a site map.
      # base_url: https://library.example.com/
      # Where your git host edits a file: puts *Edit* on every page, and fills in new files from publish.html.
      # edit_url: https://github.com/OWNER/REPOSITORY/edit/main/{path}
      # edit_url: https://gitlab.com/GROUP/PROJECT/-/edit/main/{path}

    teams:
      marketing: {label: Marketing, contact: marketing@pennant.example}
      sales: {label: Sales, contact: sales@pennant.example}
      service: {label: Customer care, contact: care@pennant.example}

    # Whom to ask. The owner of a resource is one of these people or teams.
    people:
      imke: {name: Imke Vance, team: marketing, email: imke.vance@pennant.example}
      rafael: {name: Rafael Odum, team: sales, email: rafael.odum@pennant.example}

    owner: marketing

    # What a resource can be. 'review_every' counts from the day in its 'reviewed'; 'require' names labels that this type
    # should not be without.
    types:
      one-pager: {label: One-pager, aliases: [flyer, data sheet], review_every: 24m, audience: external}
      case-study: {label: Case study, aliases: [customer story], review_every: 12m, audience: external, require: [industries]}
      pitch-deck: {label: Pitch deck, aliases: [slides, presentation], review_every: 6m, audience: external}
      calculator: {label: Calculator, aliases: [ROI, business case], review_every: 6m, audience: external}
      battlecard: {label: Battlecard, aliases: [competitor card], review_every: 3m, audience: internal, owner: sales, require: [competitors]}
      objection-sheet: {label: Objection sheet, aliases: [talk track], review_every: 24m, audience: internal, owner: sales, require: [objections]}

    # Your own axes, as many as you need. Each value can be found by its short name, its label and its other names.
    facets:
      industries:
        label: Industry
        points: 15
        elsewhere: -15
        values:
          manufacturing: {label: Manufacturing, aliases: [Mfg, Industrial]}
          professional-services: {label: Professional services, aliases: [Consulting, Legal, Agencies]}
          public-sector: {label: Public sector, aliases: [Government, Education]}
          retail: {label: Retail, aliases: [Shops, E-commerce]}
      objections:
        label: Objection
        points: 15
        values:
          price: {label: It costs too much, aliases: [too expensive, no budget]}
          e-mail-does-it: {label: We do that by e-mail, aliases: [Outlook is enough, a shared mailbox does it]}
          we-can-wait: {label: We can wait, aliases: [next year, not a priority]}
          it-has-no-time: {label: IT has no time, aliases: [IT backlog]}
      competitors:
        label: Competitor
        points: 15
        values:
          doing-nothing: {label: Doing nothing, aliases: [no decision, status quo]}
          spreadsheet: {label: A spreadsheet, aliases: [Excel, the shared sheet]}
          erp-module: {label: "The ERP's approval module", aliases: [ERP module]}

    # What stands in a job title, and what it means: lead lists and CRMs are full of these.
    title_words:
      VP: Vice President
      SVP: Senior Vice President
      EVP: Executive Vice President
      Dir: Director
      Mgr: Manager
      Sr: Senior
      Jr: Junior
      Asst: Assistant
      Hd: Head
      CFO: Chief Financial Officer
      COO: Chief Operating Officer
      CIO: Chief Information Officer
      CTO: Chief Technology Officer
      CISO: Chief Information Security Officer
      MD: Managing Director
      GM: General Manager
      Fin: Finance
      Acct: Accounting
      Ops: Operations
      IT: Information Technology

    """#
}
