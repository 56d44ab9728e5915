// library.schema.json: what library.json holds, for those who read it. Written by hand beside LibraryJSON.swift; a
// test validates every sample library against it with an independent validator.

enum LibrarySchema {
  static let text: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Shelfmark library",
      "description": "A library of sales and marketing resources. Fields are only ever added; dates are ISO days.",
      "type": "object",
      "required": ["schemaVersion", "site", "teams", "people", "types", "facets", "personas", "stages", "resources", "coverage"],
      "properties": {
        "schemaVersion": {"const": 1},
        "site": {
          "type": "object",
          "required": ["title", "description", "language", "baseUrl"],
          "properties": {
            "title": {"type": "string"},
            "description": {"type": "string"},
            "language": {"type": "string"},
            "baseUrl": {"$ref": "#/$defs/text"}
          }
        },
        "teams": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "label", "contact"],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "label": {"type": "string"},
              "contact": {"$ref": "#/$defs/text"}
            }
          }
        },
        "people": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "name", "team", "email", "chat"],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "name": {"type": "string"},
              "team": {"$ref": "#/$defs/text"},
              "email": {"$ref": "#/$defs/text"},
              "chat": {"$ref": "#/$defs/text"}
            }
          }
        },
        "types": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "label", "aliases", "audience", "owner", "url"],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "label": {"type": "string"},
              "aliases": {"$ref": "#/$defs/texts"},
              "audience": {"enum": ["internal", "external", null]},
              "owner": {"$ref": "#/$defs/text"},
              "url": {"type": "string"}
            }
          }
        },
        "facets": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "label", "values"],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "label": {"type": "string"},
              "values": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["id", "label", "aliases", "url"],
                  "properties": {
                    "id": {"$ref": "#/$defs/id"},
                    "label": {"type": "string"},
                    "aliases": {"$ref": "#/$defs/texts"},
                    "url": {"type": "string"}
                  }
                }
              }
            }
          }
        },
        "personas": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "title", "summary", "jobTitles", "aliases", "buyingRole", "goals", "pains", "url"],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "title": {"type": "string"},
              "summary": {"type": "string"},
              "jobTitles": {"$ref": "#/$defs/texts"},
              "aliases": {"$ref": "#/$defs/texts"},
              "buyingRole": {"$ref": "#/$defs/text"},
              "goals": {"$ref": "#/$defs/texts"},
              "pains": {"$ref": "#/$defs/texts"},
              "url": {"type": "string"}
            }
          }
        },
        "stages": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "title", "summary", "order", "aliases", "buyerAsks", "next", "team", "exitCriteria", "crmValues", "url"],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "title": {"type": "string"},
              "summary": {"type": "string"},
              "order": {"type": "integer"},
              "aliases": {"$ref": "#/$defs/texts"},
              "buyerAsks": {"$ref": "#/$defs/text"},
              "next": {"$ref": "#/$defs/texts"},
              "team": {"$ref": "#/$defs/text"},
              "exitCriteria": {"$ref": "#/$defs/texts"},
              "crmValues": {"type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}},
              "url": {"type": "string"}
            }
          }
        },
        "resources": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id", "title", "summary", "type", "personas", "stages", "facets", "audience", "status", "owner",
              "reviewed", "reviewDue", "publish", "expires", "share", "useWhen", "say", "snippet", "keywords",
              "replaces", "replacedBy", "aliases", "related", "featured", "lang", "url", "files", "contentHash"
            ],
            "properties": {
              "id": {"$ref": "#/$defs/id"},
              "title": {"type": "string"},
              "summary": {"type": "string"},
              "type": {"$ref": "#/$defs/text", "description": "null where the type is still to be decided"},
              "personas": {"$ref": "#/$defs/texts", "description": "ids, or all alone, or todo alone"},
              "stages": {"$ref": "#/$defs/texts", "description": "ids, or all alone, or todo alone"},
              "facets": {"type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}},
              "audience": {"enum": ["internal", "external"]},
              "status": {"enum": ["approved", "archived"]},
              "owner": {"$ref": "#/$defs/text", "description": "the id of a person or a team"},
              "reviewed": {"$ref": "#/$defs/day"},
              "reviewDue": {"$ref": "#/$defs/day"},
              "publish": {"$ref": "#/$defs/day"},
              "expires": {"$ref": "#/$defs/day"},
              "share": {"$ref": "#/$defs/text"},
              "useWhen": {"$ref": "#/$defs/text"},
              "say": {"$ref": "#/$defs/text"},
              "snippet": {"$ref": "#/$defs/text"},
              "keywords": {"$ref": "#/$defs/texts"},
              "replaces": {"$ref": "#/$defs/texts"},
              "replacedBy": {"$ref": "#/$defs/text"},
              "aliases": {"$ref": "#/$defs/texts"},
              "related": {"$ref": "#/$defs/texts"},
              "featured": {"type": "boolean"},
              "lang": {"type": "string"},
              "url": {"type": "string"},
              "files": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["label", "url"],
                  "properties": {
                    "label": {"type": "string"},
                    "url": {"type": "string"},
                    "bytes": {"type": "integer", "minimum": 0},
                    "mediaType": {"type": "string"},
                    "sha256": {"$ref": "#/$defs/sha256"}
                  }
                }
              },
              "contentHash": {"$ref": "#/$defs/sha256", "description": "SHA-256 of the source file"}
            }
          }
        },
        "coverage": {
          "type": "object",
          "required": ["cells", "gaps"],
          "properties": {
            "cells": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["persona", "stage", "named", "forAll"],
                "properties": {
                  "persona": {"$ref": "#/$defs/id"},
                  "stage": {"$ref": "#/$defs/id"},
                  "named": {"type": "integer", "minimum": 0, "description": "approved resources that name both"},
                  "forAll": {"type": "integer", "minimum": 0, "description": "approved resources for all that fit too"}
                }
              }
            },
            "gaps": {"type": "integer", "minimum": 0, "description": "cells with none named"}
          }
        }
      },
      "$defs": {
        "id": {"type": "string", "minLength": 1},
        "text": {"type": ["string", "null"]},
        "texts": {"type": "array", "items": {"type": "string"}},
        "day": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
      }
    }

    """#
}
