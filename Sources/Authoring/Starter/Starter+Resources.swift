// The two resources of a new library: one that may be sent, one that must not leave the house. Between them they show
// every label that most resources need.

extension Starter {
  static func resources(reviewed day: String) -> [File] {
    [
      File(path: "content/resources/one-pagers/what-a-late-approval-costs.md", text: onePager(reviewed: day)),
      File(path: "content/resources/objections/objection-we-do-that-by-e-mail.md", text: objectionSheet(reviewed: day)),
    ]
  }

  private static func onePager(reviewed day: String) -> String {
    #"""
    ---
    title: What a late approval costs
    summary: One page that turns days of waiting into money, with two figures the reader can replace by their own.
    type: one-pager
    personas: [finance-leader, operations-leader]
    stages: [awareness, consideration]
    objections: [we-can-wait]
    owner: imke
    reviewed: \#(day)
    # Where a prospect can open it.
    share: https://www.pennant.example/late-approval
    use_when: They say approvals are slow, and nobody has put a number on it.
    say: "How many of last month's invoices were paid late because nobody had said yes?"
    # An e-mail, ready to send. The four words in curly brackets are filled in on the page.
    snippet: |
      Hello {{first_name}},

      one page on what a late approval costs, with two figures you can replace by your own: {{link}}

      Does the first one look right for {{company}}?

      {{sender}}
    keywords: [late payment, reminder fee, early-payment discount]
    ---

    ## The sum

    | | In our example | Yours |
    |---|---|---|
    | Invoices a month | 400 | |
    | Paid late, because nobody had approved them | 9 % | |
    | Average fee or lost discount | 31 € | |
    | **A year** | **13,392 €** | |

    Neither figure needs a study: accounts payable can count one month in an afternoon.

    ## What it leaves out

    The hours spent asking who has the invoice, and the supplier who stopped offering a discount. Count them once the
    reader believes the first sum, not before.

    """#
  }

  private static func objectionSheet(reviewed day: String) -> String {
    #"""
    ---
    title: "We do that by e-mail"
    summary: What to answer when they approve invoices by e-mail and see no reason to stop.
    type: objection-sheet
    personas: [operations-leader, it-leader]
    stages: [consideration, decision]
    objections: [e-mail-does-it]
    owner: rafael
    reviewed: \#(day)
    use_when: They approve in their mailboxes, it works most of the time, and a new tool sounds like work.
    say: "Keep it for everything that is simple. Which approval took longest last quarter, and who knew that it was stuck?"
    related: [what-a-late-approval-costs]
    ---

    ## What they mean

    It is free, everybody has it, and nobody has to learn anything. All three are true.

    ## What to ask

    1. "What happens to a request while its approver is on holiday?"
    2. "If the auditor asks who approved invoice 2291, and when: how long does the answer take?"

    ## What to leave behind

    [What a late approval costs](../one-pagers/what-a-late-approval-costs.md). It starts from their figures, and does not
    mention us until the last line.

    """#
  }
}
