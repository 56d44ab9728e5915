// What a new library's repository holds beside the library: what the team reads first, and what git leaves out.

extension Starter {
  static let gitignore = """
    # The built site: made by 'shelfmark build' and published from there.
    /site/
    .DS_Store
    Thumbs.db

    """

  static let readme = """
    # Our library

    What our sales and marketing teams show, send and say, labelled by who it is for and how far along they are. One
    Markdown file each; [Shelfmark](#on-your-computer) checks the labels and builds the site.

    ## In the browser

    Open **Coverage** on the site, then **Add a resource**: choose the labels, and copy what it makes or let it open your
    git host with the file filled in. To correct something, open its page and choose **Edit**. Before anything is
    published, the check says on your pull request what is not right yet, and how to mend it.

    ## On your computer

        shelfmark new resource the-file-name --type one-pager     a new resource, with its labels
        shelfmark serve --open                                    see it while you write
        shelfmark check                                           what is not right yet
        shelfmark build                                           the site, in site/

    Once in every clone, so that the check runs before each commit:

        git config core.hooksPath .githooks

    ## What is where

    | | |
    |---|---|
    | `content/library.yml` | our types, people and words |
    | `content/personas/`, `content/stages/` | who buys, and how far along they are |
    | `content/resources/` | everything else, in any folders we like; a file's name is its address for ever |
    | `.github/workflows/`, `.gitlab-ci.yml` | the check on every change, and publishing: keep the one for your git host |
    | `.githooks/` | the check before a commit |

    """
}
