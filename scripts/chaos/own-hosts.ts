import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findProgram } from '#scripts/find-program';

const run = promisify(execFile);

const mountAndRun = 'mount --bind "$1" /etc/hosts && shift && exec "$@"';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/**
 * The same command, for which `/etc/hosts` is that file: it runs in a mount namespace of its own, without rights it did
 * not have before. Everything before it is replaced by exec, so the process that is started is the command itself.
 */
export function withHosts(hostsPath: string | undefined, command: Command): Command {
  if (hostsPath === undefined) return command;
  return ['unshare', '-rm', 'sh', '-c', mountAndRun, 'sh', hostsPath, ...command];
}

/** Whether this machine lets us give a process its own `/etc/hosts`; Linux may forbid user namespaces, others have none. */
export async function canHaveOwnHosts(): Promise<boolean> {
  if (process.platform !== 'linux' || findProgram('unshare') === undefined) return false;
  const [program, ...args] = withHosts('/etc/hosts', ['true']);
  return run(program, args).then(
    () => true,
    () => false,
  );
}

/** Writes a hosts file with these addresses by name, and localhost. */
export async function writeHosts(
  path: string,
  addressesByName: Readonly<Record<string, string>>,
): Promise<void> {
  const entries = Object.entries({ localhost: '127.0.0.1', ...addressesByName });
  await writeFile(path, entries.map(([name, address]) => `${address} ${name}\n`).join(''));
}
