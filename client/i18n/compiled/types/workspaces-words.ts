// Made from catalogs/en/workspaces.json by `npm run words`; edit that instead.

/** The words of `workspaces` with what they take. */
export interface WorkspacesWords {
  readonly heading: string;
  readonly personal: string;
  readonly workspace: string;
  readonly add: string;
  readonly about: string;
  readonly name: string;
  readonly namePlaceholder: string;
  readonly create: string;
  /** Workspace {name} created */
  readonly created: (of: { name: string }) => string;
  readonly addProject: string;
  /** New project in {name} */
  readonly addProjectIn: (of: { name: string }) => string;
  readonly guest: string;
  readonly signIn: string;
  readonly away: string;
  readonly signedOut: string;
  readonly busy: string;
  readonly failed: string;
  readonly moveTo: string;
  /** Move {name} to … */
  readonly moveProject: (of: { name: string }) => string;
  readonly choose: string;
  readonly nothing: string;
  /** {name} moved to {workspace} */
  readonly projectMoved: (of: { name: string; workspace: string }) => string;
  /** Moved to {workspace} */
  readonly movedTo: (of: { workspace: string }) => string;
  readonly movedAway: string;
  readonly rename: string;
  /** Rename {name} */
  readonly renameOf: (of: { name: string }) => string;
  readonly renameTitle: string;
  readonly renameAbout: string;
  readonly notWhole: string;
  /** The server did not take {what} into {workspace}. Everything is back where it was. */
  readonly refused: (of: { what: string; workspace: string }) => string;
  /** The server did not let {what} leave. Everything stayed where it was; what was copied to {workspace} is in the trash there. */
  readonly keptHere: (of: { what: string; workspace: string }) => string;
  /** Somebody deleted {what} in {workspace} during the move. Here everything is back where it was. */
  readonly deletedThere: (of: { what: string; workspace: string }) => string;
  /** Not moved, as the other workspace is no longer open to you: {what}. Everything is back where it was. */
  readonly workspaceGone: (of: { what: string }) => string;
  readonly another: string;
  readonly moveAgain: string;
  readonly keepIt: string;
  readonly underElsewhere: string;
  /** {more, plural, =0 {‘{title}’} one {‘{title}’ and # more} other {‘{title}’ and # more}} */
  readonly failedWhat: (of: { more: number; title: string }) => string;
}
