import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';
import type { Build } from './build.ts';

/** By the path of a file of ours: places in it, each of which must be there once, and what stands there instead. */
export type Alterations = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** What the next release could add: a field of a known group, and a group that is new (R13: additive only). */
const nextRelease: Alterations = {
  'shared/task.ts': [
    ['const estimate = {\n', 'const estimate = {\n  energy: z.nullable(z.int()),\n'],
    ['    estimateMinutes: null,\n', '    estimateMinutes: null, energy: null, mood: null,\n'],
    [
      '    trash: fieldGroup(trash),\n',
      '    trash: fieldGroup(trash), mood: fieldGroup({ mood: z.nullable(z.string()) }),\n',
    ],
  ],
  'shared/protocol-version.ts': [
    ['export const protocolVersion = 2;', 'export const protocolVersion = 3;'],
  ],
};

const loaded = new Map<string, Promise<Build>>();

/**
 * The build after this one, made from these very sources and a few additions: the server and some devices run it, so that
 * this build is version N − 1 beside N.
 */
export function loadNextBuild(also: Alterations = {}): Promise<Build> {
  const paths = new Set([...Object.keys(nextRelease), ...Object.keys(also)]);
  const both = [...paths].map((path) => [
    path,
    [...(nextRelease[path] ?? []), ...(also[path] ?? [])],
  ]);
  return loadAlteredBuild(Object.fromEntries(both));
}

/** A build of these sources with some places altered. It is made once a process and shares nothing of ours with this build. */
export function loadAlteredBuild(alterations: Alterations): Promise<Build> {
  const key = createHash('sha256').update(JSON.stringify(alterations)).digest('hex').slice(0, 12);
  const before = loaded.get(key);
  if (before !== undefined) return before;
  const loading = bundleAltered(alterations, key);
  loaded.set(key, loading);
  return loading;
}

async function bundleAltered(alterations: Alterations, key: string): Promise<Build> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outfile = `${root}.cache/build-${key}-${process.pid}.mjs`;
  const altered = new Set<string>();
  await bundle({
    entryPoints: [fileURLToPath(new URL('build.ts', import.meta.url))],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [alter({ root, alterations, altered })],
  });
  try {
    const missing = Object.keys(alterations).filter((path) => !altered.has(path));
    if (missing.length > 0) throw new Error(`no build is made of ${missing.join(', ')}`);
    const { thisBuild }: { thisBuild: Build } = await import(
      /* @vite-ignore */ pathToFileURL(outfile).href
    );
    return thisBuild;
  } finally {
    await rm(outfile);
  }
}

function alter(of: { root: string; alterations: Alterations; altered: Set<string> }): Plugin {
  return {
    name: 'alter sources',
    setup(builder) {
      builder.onLoad({ filter: /\.ts$/ }, async ({ path: absolute }) => {
        const path = absolute.slice(of.root.length);
        const places = of.alterations[path];
        if (places === undefined) return undefined;
        of.altered.add(path);
        const source = await readFile(absolute, 'utf8');
        const contents = places.reduce((text, place) => replaceOnce(text, place, path), source);
        return { loader: 'ts', contents };
      });
    },
  };
}

function replaceOnce(
  source: string,
  [place, instead]: readonly [string, string],
  path: string,
): string {
  if (source.split(place).length !== 2) throw new Error(`${path} has no one place: ${place}`);
  return source.replace(place, () => instead);
}
