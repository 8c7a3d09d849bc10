import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The source of shared/protocol-version.ts as in a release that takes nothing of this one any more. */
export function newerVersions(source: string): string {
  return source
    .replace(/(?<=oldestProtocolVersion = )\d+/, '1_000')
    .replace(/(?<=\bprotocolVersion = )\d+/, '1_000');
}

/** Builds the server of that release inside this repository, so that it finds its packages; `main` is the file to run. */
export async function buildNewerServer(): Promise<{ main: string; remove: () => Promise<void> }> {
  const outdir = `${root}.cache/newer-server-${process.pid}`;
  await build({
    entryPoints: ['main.ts', 'storage/embedded/embedded-writer.ts'].map(
      (name) => `${root}sync-server/${name}`,
    ),
    outdir,
    entryNames: '[name]',
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'newer versions',
        setup: (builder) =>
          builder.onLoad({ filter: /\/shared\/protocol-version\.ts$/ }, async ({ path }) => ({
            loader: 'ts',
            contents: newerVersions(await readFile(path, 'utf8')),
          })),
      },
    ],
  });
  return { main: `${outdir}/main.js`, remove: () => rm(outdir, { recursive: true, force: true }) };
}
