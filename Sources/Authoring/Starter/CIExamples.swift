// What checks and publishes a library on a git host: docs/ci.md shows these two files, and a test holds them alike and
// runs their lines. Nothing is published until somebody sets a variable: a library holds what must not leave the company.

package enum CIExamples {
  package static let gitHub = #"""
    # Checks the library on every pull request, says there in plain words what the change does, and publishes the main
    # branch. Set once, under Settings > Secrets and variables > Actions > Variables:
    #   SHELFMARK_URL      where your team keeps the program for Linux
    #   SHELFMARK_SHA256   its SHA-256, as 'sha256sum shelfmark' prints it
    #   SHELFMARK_PUBLISH  'pages' publishes on GitHub Pages. Pages are open to everybody unless your plan keeps them
    #                      private, and the library holds what is internal: look at Settings > Pages first, and choose
    #                      'GitHub Actions' as the source there.
    name: Library

    on:
      pull_request:
      push:
        branches: [main]

    permissions:
      contents: read

    env:
      SHELFMARK_URL: ${{ vars.SHELFMARK_URL }}
      SHELFMARK_SHA256: ${{ vars.SHELFMARK_SHA256 }}

    jobs:
      check:
        if: github.event_name == 'pull_request'
        runs-on: ubuntu-latest
        permissions:
          contents: read
          pull-requests: write
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 2 # the change, and what was there before it
              persist-credentials: false
          - name: Get Shelfmark
            id: shelfmark
            run: |
              mkdir -p "$RUNNER_TEMP/bin"
              curl -fsSL "${SHELFMARK_URL:?set this variable to where the program is}" -o "$RUNNER_TEMP/bin/shelfmark"
              echo "$SHELFMARK_SHA256  $RUNNER_TEMP/bin/shelfmark" | sha256sum --check --quiet
              chmod +x "$RUNNER_TEMP/bin/shelfmark"
              echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
          - name: Check
            run: shelfmark check --format github
          # What follows helps most where the check has failed.
          - name: Build a preview
            if: ${{ !cancelled() && steps.shelfmark.outcome == 'success' }}
            run: shelfmark build --hold-back
          - name: Keep the preview
            if: ${{ !cancelled() && steps.shelfmark.outcome == 'success' }}
            id: preview
            uses: actions/upload-artifact@v4
            with:
              name: preview
              path: site
              if-no-files-found: ignore
              retention-days: 14
          - name: Say what changes
            if: ${{ !cancelled() && steps.shelfmark.outcome == 'success' }}
            env:
              PREVIEW: ${{ steps.preview.outputs.artifact-url }}
            run: |
              git worktree add --detach "$RUNNER_TEMP/before" HEAD^1
              {
                echo '<!-- shelfmark -->'
                shelfmark diff "$RUNNER_TEMP/before" .
                if [ -n "$PREVIEW" ]; then
                  echo
                  echo "[The site with this change]($PREVIEW): download, unpack, open index.html."
                fi
              } > "$RUNNER_TEMP/comment.md"
              cat "$RUNNER_TEMP/comment.md" >> "$GITHUB_STEP_SUMMARY"
          # A pull request from a fork gets no token that may write; its words stand in the run's summary.
          - name: Comment on the pull request
            if: >-
              ${{ !cancelled() && steps.shelfmark.outcome == 'success'
              && github.event.pull_request.head.repo.full_name == github.repository }}
            env:
              GH_TOKEN: ${{ github.token }}
              COMMENTS: repos/${{ github.repository }}/issues/${{ github.event.pull_request.number }}/comments
              EARLIER: repos/${{ github.repository }}/issues/comments
            run: |
              id=$(gh api --paginate "$COMMENTS" --jq '.[] | select(.body | startswith("<!-- shelfmark -->")) | .id' | head -n 1)
              if [ -n "$id" ]; then
                gh api --method PATCH "$EARLIER/$id" --field "body=@$RUNNER_TEMP/comment.md" > /dev/null
              else
                gh api --method POST "$COMMENTS" --field "body=@$RUNNER_TEMP/comment.md" > /dev/null
              fi

      publish:
        if: github.event_name == 'push' && vars.SHELFMARK_PUBLISH == 'pages'
        runs-on: ubuntu-latest
        permissions:
          contents: read
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.deploy.outputs.page_url }}
        concurrency:
          group: pages
          cancel-in-progress: false
        steps:
          - uses: actions/checkout@v4
            with:
              persist-credentials: false
          - name: Get Shelfmark
            run: |
              mkdir -p "$RUNNER_TEMP/bin"
              curl -fsSL "${SHELFMARK_URL:?set this variable to where the program is}" -o "$RUNNER_TEMP/bin/shelfmark"
              echo "$SHELFMARK_SHA256  $RUNNER_TEMP/bin/shelfmark" | sha256sum --check --quiet
              chmod +x "$RUNNER_TEMP/bin/shelfmark"
              echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
          # One team's slip does not keep another's launch waiting: what is not sound is held back and listed on Coverage.
          - name: Build
            run: shelfmark build --hold-back
          - uses: actions/upload-pages-artifact@v4
            with:
              path: site
          - id: deploy
            uses: actions/deploy-pages@v4

    """#

  package static let gitLab = #"""
    # Checks the library on every merge request, says there in plain words what the change does, and publishes the main
    # branch. Set once, under Settings > CI/CD > Variables:
    #   SHELFMARK_URL      where your team keeps the program for Linux
    #   SHELFMARK_SHA256   its SHA-256, as 'sha256sum shelfmark' prints it
    #   SHELFMARK_COMMENT  a project access token with the scope 'api', masked, for the comment; without it the words
    #                      stand in the job's log
    #   SHELFMARK_PUBLISH  'pages' publishes on GitLab Pages. The library holds what is internal: look at Settings >
    #                      General > Visibility > Pages first.

    workflow:
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    default:
      image: debian:stable-slim

    .shelfmark:
      before_script:
        - apt-get update -qq
        - apt-get install -y -qq --no-install-recommends ca-certificates curl git jq > /dev/null
        - curl -fsSL "${SHELFMARK_URL:?set this variable to where the program is}" -o /usr/local/bin/shelfmark
        - echo "$SHELFMARK_SHA256  /usr/local/bin/shelfmark" | sha256sum --check --quiet
        - chmod +x /usr/local/bin/shelfmark

    check:
      extends: .shelfmark
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      variables:
        GIT_DEPTH: "0" # what was there before the change is needed too
      script:
        - shelfmark check --format gitlab > gl-code-quality-report.json && status=0 || status=$?
        - shelfmark build --hold-back || true # says in the log what is wrong, in full
        - git worktree add --detach ../before "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
        - |
          {
            echo '<!-- shelfmark -->'
            shelfmark diff ../before .
          } > comment.md
        - cat comment.md
        - |
          if [ -n "$SHELFMARK_COMMENT" ]; then
            notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
            earlier=$(curl -fsS --header "PRIVATE-TOKEN: $SHELFMARK_COMMENT" "$notes?per_page=100" \
              | jq -r '[.[] | select(.body | startswith("<!-- shelfmark -->")) | .id][0] // empty')
            curl -fsS --output /dev/null --header "PRIVATE-TOKEN: $SHELFMARK_COMMENT" \
              --request "$([ -n "$earlier" ] && echo PUT || echo POST)" \
              --data-urlencode body@comment.md "$notes${earlier:+/$earlier}"
          fi
        - exit "$status"
      after_script:
        - git worktree remove --force ../before || true
      artifacts:
        when: always
        expire_in: 2 weeks
        expose_as: The site with this change
        paths: [site/]
        reports:
          codequality: gl-code-quality-report.json

    pages:
      extends: .shelfmark
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $SHELFMARK_PUBLISH == "pages"
      script:
        # One team's slip does not keep another's launch waiting: what is not sound is held back and listed on Coverage.
        - shelfmark build --hold-back --output public
      artifacts:
        paths: [public]

    """#
}
