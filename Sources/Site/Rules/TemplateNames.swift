// Every name that some page fills, for telling a mistyped one. A test holds this list to the pages and to
// templates/README.md.

enum TemplateNames {
  static let all: Set<String> = [
    "address", "ask", "askAddress", "assetCount", "attachment", "body", "buyerAsks", "buyingRole", "canonical", "cell",
    "cells", "changes", "chat", "contact", "contents", "count", "coverage", "crm", "crmFields", "date", "description",
    "dropped", "edges", "edit", "email", "exitCriteria", "expires", "facet", "facets", "field", "file", "files",
    "finder", "forAll", "forAllPersonas", "forAllStages", "gaps", "goals", "goesWith", "groups", "hasContents",
    "hasDropped", "hasExitCriteria", "hasFeeds", "hasGaps", "hasHeldBack", "hasLabels", "hasNext", "hasReplaces",
    "hasUnlabelled", "heading", "height", "heldBack", "highest", "icon", "id", "isArchived", "isAside", "isCurrent",
    "isDated", "isEmpty", "isExternal", "isFeatured", "isFirstPage", "isGap", "isHome", "isNew", "isNoIndex", "isSpare",
    "isSub", "isUnlabelled", "iso", "jobTitles", "journey", "keywords", "kind", "label", "labelY", "lang", "language",
    "later", "lead", "level", "loop", "mail", "mainFile", "mark", "matrix", "monogram", "month", "name", "named",
    "namedText", "nav", "newFile", "next", "nextSteps", "nodes", "none", "number", "order", "other", "others",
    "overdue", "owner", "owners", "pages", "pagination", "pains", "path", "persona", "personaCells", "personas",
    "points", "policy", "previous", "publish", "reason", "reasons", "related", "replacedBy", "replaces", "required",
    "resource", "reviewDue", "reviewed", "reviews", "root", "row", "rows", "rowsMarkup", "say", "script", "share",
    "shown", "site", "size", "snippet", "spares", "stage", "stages", "steps", "styles", "summary", "target", "team",
    "tellOwner", "text", "title", "titleID", "type", "types", "unlabelled", "url", "useWhen", "value", "values",
    "width", "write", "x", "y",
  ]
}

/// Every name that some page fills its template with.
package var knownTemplateNames: Set<String> { TemplateNames.all }
