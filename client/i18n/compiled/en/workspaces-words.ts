// Made from catalogs/en/workspaces.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { WorkspacesWords } from '../types/workspaces-words.ts';

/** The words of `workspaces` in the language `en`. */
export const workspacesWords: WorkspacesWords = {
  heading: 'Workspaces',
  personal: 'Personal',
  workspace: 'Workspace',
  add: 'New workspace',
  about: 'A workspace keeps its own projects, tasks and labels, apart from those of the others.',
  name: 'Name',
  namePlaceholder: 'For example: Work',
  create: 'Create workspace',
  created: (of) => `Workspace ${text(of.name)} created`,
  addProject: 'Add a project',
  addProjectIn: (of) => `New project in ${text(of.name)}`,
  guest: 'Workspaces belong to an account. Sign in or create one; what you have made here can come along.',
  signIn: 'Sign in',
  away: 'The server makes workspaces, and it cannot be reached now. Try again once you are online; the name stays here.',
  signedOut: 'Your session has ended. Sign in again, then create the workspace.',
  busy: 'The server is busy. Try again in a moment.',
  failed: 'The server did not create the workspace. Try again.',
  moveTo: 'Move to workspace …',
  moveProject: (of) => `Move ${text(of.name)} to …`,
  choose: 'Choose a workspace',
  nothing: 'No workspace of that name',
  projectMoved: (of) => `${text(of.name)} moved to ${text(of.workspace)}`,
  movedTo: (of) => `Moved to ${text(of.workspace)}`,
  movedAway: 'Moved to another workspace',
  refused: (of) => `The server did not take ‘${text(of.title)}’ into ${text(of.workspace)}. It is back where it was; another workspace may take it.`,
  notWhole: 'This workspace is still on its way to this device. Nothing was moved; try again in a moment.',
  rename: 'Rename',
  renameOf: (of) => `Rename ${text(of.name)}`,
  renameTitle: 'Rename workspace',
  renameAbout: 'Everybody in this workspace sees the new name.',
};
