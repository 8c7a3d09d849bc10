import { randomUUID } from 'node:crypto';
import { stdout } from 'node:process';
import { importWords } from '#client/i18n/compiled/en/import-words.ts';
import { askYesNo, readPassword } from '#scripts/import/ask';
import { type LocalServer, startLocalServer } from '#scripts/import/local-server';
import { type ImportArguments, readArguments, usage } from '#scripts/import/read-arguments';
import { runImport, runUndo } from '#scripts/import/run-import';
import { connectServer, isServerUp, type ServerLink } from '#scripts/import/server-link';

/** `npm run import`: brings a Todoist backup, a calendar or a TaskFlow export into an account, through the server's normal path. */
const parsed = readArguments(process.argv.slice(2));
if (parsed.ok) {
  process.exitCode = await main(parsed.value).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  });
} else {
  console.error(`${parsed.problem}\n\n${usage}`);
  process.exitCode = 2;
}

async function main(args: ImportArguments): Promise<number> {
  const password = await readPassword({
    fromStdin: args.passwordFromStdin,
    environment: process.env,
  });
  const local = (await isServerUp(args.server)) ? undefined : await openDataDirectory(args);
  try {
    const server = local?.url ?? args.server;
    const link = await connectServer({ server, email: args.email, password });
    return await run(args, link);
  } finally {
    await local?.close();
  }
}

/** With an address of another machine there is no DATA_DIR to open in its place. */
async function openDataDirectory({ server }: ImportArguments): Promise<LocalServer> {
  const { hostname } = new URL(server);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new Error(`${server} does not answer. Start the server there, or correct --server.`);
  }
  console.log(`No server at ${server}: opening DATA_DIR directly.`);
  return startLocalServer(process.env);
}

async function run(args: ImportArguments, link: ServerLink): Promise<number> {
  const workspaces = await link.workspaces();
  const workspace = workspaces.find(({ id, personal }) => {
    return args.workspaceId === undefined ? personal : id === args.workspaceId;
  });
  if (workspace === undefined) throw new Error('You are a member of no such workspace.');
  const action = args.undo ?? randomUUID();
  const start = args.undo === undefined ? runImport : runUndo;
  return start({
    args,
    link,
    workspaceId: workspace.id,
    action,
    now: Date.now,
    today: localDay(new Date()),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    print: (line) => console.log(line),
    showProgress,
    ask: askYesNo,
  });
}

/** One line that rewrites itself in a terminal; elsewhere only the last state is worth a line. */
function showProgress({ done, total }: { done: number; total: number }): void {
  const line = importWords.progress({ done, total });
  if (stdout.isTTY) stdout.write(`\r${line}${done === total ? '\n' : ''}`);
  else if (done === total) console.log(line);
}

function localDay(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
