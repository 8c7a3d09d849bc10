/** What a process needs of the shell's variables to find programs, modules and folders; none of them names a database. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];

/**
 * The variables of a process of a run: its own and a few of the shell. A shell may name a database, an address or a
 * folder that is in use (`MONGODB_URL`, `REDIS_URL`, `DATA_DIR`…): a run must never reach those.
 */
export function runEnvironment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...own };
}
