import { parseArgs } from 'node:util';

/** What the command is asked to do. */
export interface ImportArguments {
  files: string[];
  email: string;
  server: string;
  workspaceId: string | undefined;
  passwordFromStdin: boolean;
  isDryRun: boolean;
  isConfirmed: boolean;
  /** The action id of an earlier import to take back. */
  undo: string | undefined;
}

/** How the command is called. */
export const usage = `Usage: npm run import -- --file F [--file G …] --email E [options]
       npm run import -- --undo ACTION --email E [options]

  --file F           a Todoist CSV backup, a calendar (ICS), or a TaskFlow export (JSON)
  --email E          whose tasks they become
  --server URL       default http://localhost:3000; when none runs there, this command opens DATA_DIR itself
  --workspace ID     default: the personal workspace
  --password-stdin   read the password from standard input; else TASKFLOW_PASSWORD, else it is asked for
  --dry-run          only show what would happen
  --yes              do not ask before importing
  --undo ACTION      move everything that an earlier import made to the trash`;

/** Reads the command line; a sentence on what is wrong with it otherwise. */
export function readArguments(
  words: readonly string[],
): { ok: true; value: ImportArguments } | { ok: false; problem: string } {
  const parsed = parseOptions(words);
  if ('problem' in parsed) return { ok: false, problem: parsed.problem };
  const { values } = parsed;
  const files = values.file ?? [];
  if (values.email === undefined) return { ok: false, problem: '--email is missing' };
  if (files.length === 0 && values.undo === undefined) {
    return { ok: false, problem: '--file is missing' };
  }
  const server = values.server ?? 'http://localhost:3000';
  if (!/^https?:\/\//.test(server) || !URL.canParse(server)) {
    return { ok: false, problem: `--server ${server} is no address` };
  }
  return {
    ok: true,
    value: {
      files,
      email: values.email,
      server: server.replace(/\/+$/, ''),
      workspaceId: values.workspace,
      passwordFromStdin: values['password-stdin'] ?? false,
      isDryRun: values['dry-run'] ?? false,
      isConfirmed: values.yes ?? false,
      undo: values.undo,
    },
  };
}

function parseOptions(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        file: { type: 'string', multiple: true },
        email: { type: 'string' },
        server: { type: 'string' },
        workspace: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        undo: { type: 'string' },
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
