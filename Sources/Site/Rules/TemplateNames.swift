// Every name that some page fills, for telling a mistyped one. A test holds this list to the pages and to
// templates/README.md.

enum TemplateNames {
  static let all: Set<String> = [
    "address", "ask", "assetCount", "body", "buyerAsks", "buyingRole", "canonical", "cells", "changes",
    "changesMarkup", "chat", "contact", "contents", "count", "coverage", "crm", "css", "date", "description",
    "dropped", "edit", "email", "exitCriteria", "expires", "facet", "facets", "field", "file", "files", "finder",
    "forAll", "forAllPersonas", "forAllStages", "gaps", "goals", "groups", "hasContents", "hasDropped",
    "hasExitCriteria", "hasFeeds", "hasGaps", "hasHeldBack", "hasNext", "hasNextSteps", "hasRelated", "hasReplaces",
    "hasUnlabelled", "heading", "heldBack", "icon", "id", "isArchived", "isCurrent", "isEmpty", "isExternal",
    "isFeatured", "isFirstPage", "isGap", "isHome", "isNew", "isNoIndex", "isSub", "isUnlabelled", "iso", "jobTitles",
    "journey", "keywords", "kind", "label", "lang", "language", "lead", "level", "mail", "mainFile", "mark", "matrix",
    "name", "named", "namedText", "nav", "next", "nextSteps", "nextStepsMarkup", "none", "number", "order", "other",
    "others", "owner", "owners", "pages", "pagination", "pains", "persona", "personaCells", "personas", "policy",
    "previous", "publish", "reason", "reasons", "related", "relatedMarkup", "replacedBy", "replaces", "resource",
    "reviewDue", "reviewed", "reviews", "root", "row", "rows", "rowsMarkup", "say", "scripts", "share", "site",
    "size", "snippet", "stage", "stages", "steps", "summary", "target", "team", "tellOwner", "text", "title",
    "titleID", "type", "types", "unlabelled", "url", "useWhen", "value", "values",
  ]
}
