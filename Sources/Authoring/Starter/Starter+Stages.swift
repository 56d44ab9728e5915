// The six stages of a new library: a loop that runs past the sale and back, with the values that CRMs commonly use.

extension Starter {
  static let stages = [
    File(path: "content/stages/awareness.md", text: awareness),
    File(path: "content/stages/consideration.md", text: consideration),
    File(path: "content/stages/decision.md", text: decision),
    File(path: "content/stages/retention.md", text: retention),
    File(path: "content/stages/advocacy.md", text: advocacy),
    File(path: "content/stages/win-back.md", text: winBack),
  ]

  private static let awareness = """
    ---
    title: Awareness
    summary: They feel the problem and have no name for it yet, or have the name and no reason to act this year.
    order: 1
    aliases: [Top of funnel, Prospect]
    buyer_asks: Why change at all?
    next: [consideration]
    team: marketing
    exit_criteria: They have said in their own words what the problem costs them, and a second person has joined the talk.
    crm_values:
      lifecycle_stage: [Subscriber, Lead]
      lead_status: [New, Open, Attempted to Contact]
      opp_stage: [Prospecting]
    ---

    ## What helps now

    Things that make the problem countable. Short, useful on their own, and no product until they ask.

    ## What hurts now

    A demo. A price nobody asked for. The word "solution".

    ## You can move on when

    They use a number of their own.

    """

  private static let consideration = """
    ---
    title: Consideration
    summary: They know what it costs them and compare ways out, among them a cheaper tool and leaving things as they are.
    order: 2
    aliases: [Evaluation, Middle of funnel]
    buyer_asks: What are our options, and would this one work for us?
    next: [decision]
    team: sales
    exit_criteria: Two departments have seen it, and the figures in the calculation are their own.
    crm_values:
      lifecycle_stage: [Marketing Qualified Lead, Sales Qualified Lead]
      lead_status: [In Progress, Connected]
      opp_stage: [Qualification, Needs Analysis, Value Proposition, Presentation Scheduled]
    ---

    ## What helps now

    A company like theirs with numbers before and after, and an honest answer about the alternatives.

    ## What hurts now

    A second demo for people who saw the first. Leaving IT for later.

    ## You can move on when

    They ask *how*, not *whether*.

    """

  private static let decision = """
    ---
    title: Decision
    summary: Somebody has to sign. Finance, procurement and IT each hold a pen, and the easiest decision is none.
    order: 3
    aliases: [Bottom of funnel, Proposal, Negotiation]
    buyer_asks: Is it worth it, is it safe, and what happens if it goes wrong?
    next: [retention, win-back]
    team: sales
    exit_criteria: Signed, with a start date and a named project lead on their side.
    crm_values:
      lifecycle_stage: [Opportunity]
      lead_status: [Open Deal, Qualified]
      opp_stage: [Proposal/Price Quote, Negotiation/Review, Decision Maker Bought-In, Contract Sent]
    ---

    ## What helps now

    Write the paper for the one who must defend it. Send the security answers before the questionnaire arrives.

    ## What hurts now

    New ideas, and a discount nobody asked for.

    ## You can move on when

    It is signed, or it is honestly dead. A dead deal goes to [win-back](win-back.md) with the reason in their words.

    """

  private static let retention = """
    ---
    title: Retention
    summary: From the first week to the renewal. They have bought; now those who use it decide whether it stays.
    order: 4
    aliases: [Onboarding, Customer, Renewal]
    buyer_asks: Are we getting what we paid for?
    next: [advocacy, win-back]
    team: service
    exit_criteria: Renewed for another year, with the success figure met or openly set anew.
    crm_values:
      lifecycle_stage: [Customer]
      lead_status: [Closed - Converted]
      opp_stage: [Closed Won]
    ---

    ## What helps now

    A plan for the first six weeks, and a look at their own figures after six months.

    ## What hurts now

    A renewal notice as the first message in five months.

    ## You can move on when

    Somebody on their side shows it to a visitor without being asked.

    """

  private static let advocacy = """
    ---
    title: Advocacy
    summary: They are proud of what they did and would tell others, if we make it easy and do not ask too often.
    order: 5
    aliases: [Reference, Evangelist]
    buyer_asks: What is in it for me if I speak for you?
    next: [awareness]
    team: marketing
    exit_criteria: One reference given, thanks sent, and the next request not before six months have passed.
    crm_values:
      lifecycle_stage: [Evangelist]
      lead_status: [Reference]
      opp_stage: [Reference Agreed]
    ---

    ## What helps now

    A small request with an end: twenty minutes on the phone with one peer, and a draft they only have to correct.

    ## What hurts now

    Asking the same three people.

    ## You can move on when

    Their story brings somebody new, and the circle closes.

    """

  private static let winBack = """
    ---
    title: Win-back
    summary: Closed lost, recycled or left. Something has changed since, or will; our job is to know it and come back without a grudge.
    order: 6
    aliases: [Closed lost, Recycled, Lost deal]
    buyer_asks: What would be different this time?
    next: [consideration]
    team: sales
    exit_criteria: They named what has changed since we last spoke, and agreed to look at one thing by a date.
    crm_values:
      lifecycle_stage: [Former Customer, Lost Opportunity]
      lead_status: [Unqualified, Bad Timing, Recycled, No Decision]
      opp_stage: [Closed Lost, Stalled]
    ---

    ## What helps now

    One polite question about what became of the plan they had, and a smaller start than last time.

    ## What hurts now

    "Just checking in." Being right.

    ## You can move on when

    They tell you what changed. Then it is a new evaluation, not an old one.

    """
}
