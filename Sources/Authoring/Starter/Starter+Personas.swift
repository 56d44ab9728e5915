// The three personas of a new library: who signs, who works with it, who lets it into the house.

extension Starter {
  static let personas = [
    File(path: "content/personas/finance-leader.md", text: financeLeader),
    File(path: "content/personas/operations-leader.md", text: operationsLeader),
    File(path: "content/personas/it-leader.md", text: itLeader),
  ]

  private static let financeLeader = """
    ---
    title: Finance leader
    summary: Signs the money off. Wants a figure that survives the board and a cost that does not grow by itself.
    # As lead lists and your CRM write them. Each title belongs to one persona.
    job_titles:
      - CFO
      - Finance Director
      - Vice President Finance
      - Head of Finance
      - Finance Manager
      - Controller
      - Head of Accounting
    aliases: [CFO, Finance, Economic buyer]
    buying_role: Approves the budget; can stop the deal alone, and rarely starts it
    goals:
      - Close the month without chasing anybody
      - Know today what has been promised, not only what has been paid
    pains:
      - Invoices wait for somebody who is on holiday
      - Reminder fees and lost discounts are booked where nobody looks
    objections: [price, we-can-wait]
    ---

    ## How they talk

    In days, fees and months of payback. They ask where a number comes from before they ask what it means.

    ## What to ask

    1. "How many days does an invoice wait before somebody looks at it?"
    2. "What would have to be true in month six for you to call this a mistake?"

    """

  private static let operationsLeader = """
    ---
    title: Operations leader
    summary: Runs the work that waits for approvals. Wants fewer questions in the corridor and nobody stopped by a form.
    job_titles:
      - COO
      - Operations Director
      - Vice President Operations
      - Head of Operations
      - Operations Manager
      - Office Manager
      - Head of Procurement
      - Purchasing Manager
    aliases: [COO, Operations, Champion]
    buying_role: Starts the search and lives with the result
    goals:
      - An answer the same day, from a phone
      - One place to see what is stuck, and with whom
    pains:
      - Requests get lost between three mailboxes
      - Good suppliers ask for cash in advance
    objections: [e-mail-does-it, we-can-wait]
    ---

    ## How they talk

    In names and cases: "Last Tuesday, the pallet trucks." They judge a tool by its worst day.

    ## What to ask

    1. "Who do people ring when an approval is stuck?"
    2. "Which request should never need one?"

    """

  private static let itLeader = """
    ---
    title: IT leader
    summary: Lets it into the house or keeps it out. Wants single sign-on, one owner, and no project that lasts a year.
    job_titles:
      - CIO
      - CTO
      - IT Director
      - Head of IT
      - IT Manager
      - Information Security Manager
      - CISO
    aliases: [CIO, IT, Information security]
    buying_role: Checks security and effort; holds a veto, seldom a budget
    goals:
      - Nobody's password kept anywhere but in the directory
      - A connection to the ledger that survives the next update
    pains:
      - The backlog is eleven months long
      - Tools that were bought first and announced later
    objections: [it-has-no-time]
    ---

    ## How they talk

    In interfaces, effort and who is called at night. Send the security answers before they ask.

    ## What to ask

    1. "What would make this a quiet week for you?"
    2. "Who signs for the connection to the ledger?"

    """
}
