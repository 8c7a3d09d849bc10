import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';
import type { Build } from './build.ts';

/** What the next release could add, each a place in a file of ours and what stands there then (R13: additive only). */
const additions: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'shared/task.ts': [
    // A field that the writers of this group do not know yet …
    ['const estimate = {\n', 'const estimate = {\n  energy: z.nullable(z.int()),\n'],
    [
      '    estimateMinutes: null,\n',
      '    estimateMinutes: null,\n    energy: null,\n    mood: null,\n',
    ],
    // … and a group that they do not know at all.
    [
      '    trash: fieldGroup(trash),\n',
      '    trash: fieldGroup(trash),\n    mood: fieldGroup({ mood: z.nullable(z.string()) }),\n',
    ],
  ],
  'shared/protocol-version.ts': [
    ['export const protocolVersion = 1;', 'export const protocolVersion = 2;'],
  ],
};

let loading: Promise<Build> | undefined;

/**
 * The build after this one, made from these very sources and a few additions: the server and some devices run it, so that
 * this build is version N − 1 beside N. It is bundled once a process and shares nothing of ours with this build.
 */
export function loadNextBuild(): Promise<Build> {
  loading ??= bundleNext();
  return loading;
}

async function bundleNext(): Promise<Build> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outfile = `${root}.cache/next-build-${process.pid}.mjs`;
  await bundle({
    entryPoints: [fileURLToPath(new URL('build.ts', import.meta.url))],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [addTo(root)],
  });
  try {
    const { thisBuild }: { thisBuild: Build } = await import(
      /* @vite-ignore */ pathToFileURL(outfile).href
    );
    return thisBuild;
  } finally {
    await rm(outfile);
  }
}

function addTo(root: string): Plugin {
  return {
    name: 'additions of the next release',
    setup({ onLoad }) {
      onLoad({ filter: /\/shared\/(task|protocol-version)\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const added = additions[path.slice(root.length)] ?? [];
        return { loader: 'ts', contents: added.reduce(replaceOnce, source) };
      });
    },
  };
}

function replaceOnce(source: string, [place, added]: readonly [string, string]): string {
  if (source.split(place).length !== 2) throw new Error(`the next build has no place for ${place}`);
  return source.replace(place, added);
}
