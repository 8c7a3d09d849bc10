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
  /** The server did not take ‘{title}’ into {workspace}. It is back where it was; another workspace may take it. */
  readonly refused: (of: { title: string; workspace: string }) => string;
  readonly notWhole: string;
  readonly rename: string;
  /** Rename {name} */
  readonly renameOf: (of: { name: string }) => string;
  readonly renameTitle: string;
  readonly renameAbout: string;
}
