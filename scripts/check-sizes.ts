import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** One entry of vite's manifest: a chunk with what it imports at once and what it imports later. */
interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  isDynamicEntry?: boolean;
}

/** Kilobytes (1,000 bytes) of gzipped JavaScript; `npm run check` keeps both. Docs: decisions/060. */
const budgets = { untilListKb: 200, lazyRouteKb: 40 };
const entry = 'index.html';

/**
 * What a list is no use without: its rows, ticking, and the commands behind every key. All of it is in the chunk of the
 * entry; should one of these become a chunk of its own, it still counts. What adding, moving and opening do comes in the
 * first idle moment (client/load-ahead.ts); pressed sooner, it waits for its file, which is on the device.
 */
const listParts = [
  'task-views.tsx',
  'tasks/add-task.tsx',
  'tasks/complete-task.ts',
  'tasks/edit-commands.ts',
  'tasks/place-commands.ts',
  'tasks/task-commands.ts',
  'tasks/task-list-page.tsx',
  'tasks/view-list.tsx',
];

const folder = fileURLToPath(new URL('../dist/client/', import.meta.url));
const manifest: Record<string, Chunk> = JSON.parse(
  readFileSync(`${folder}.vite/manifest.json`, 'utf8'),
);

/** Checks what a person downloads before the list can be used, and what each view that is loaded later adds to it. */
const untilList = new Set([entry, ...listParts].flatMap((name) => withImports(name)));
const rows = [
  { name: 'until the list is usable', kb: kbOf(untilList), limit: budgets.untilListKb },
];
for (const [name, chunk] of Object.entries(manifest)) {
  if (chunk.isDynamicEntry !== true || listParts.includes(name)) continue;
  const added = withImports(name).filter((file) => !untilList.has(file));
  rows.push({ name, kb: kbOf(new Set(added)), limit: budgets.lazyRouteKb });
}
rows.sort((a, b) => b.kb - a.kb);
for (const { name, kb, limit } of rows) {
  const verdict = kb <= limit ? 'ok' : 'TOO LARGE';
  console.log(`${kb.toFixed(1).padStart(7)} kB of ${limit}  ${name}  ${verdict}`);
}
process.exitCode = rows.every(({ kb, limit }) => kb <= limit) ? 0 : 1;

function withImports(name: string, seen = new Set<string>()): string[] {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  return [chunk.file, ...(chunk.imports ?? []).flatMap((imported) => withImports(imported, seen))];
}

function kbOf(files: ReadonlySet<string>): number {
  const bytes = [...files].filter((file) => file.endsWith('.js')).map(gzippedBytes);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

function gzippedBytes(file: string): number {
  return gzipSync(readFileSync(folder + file), { level: 9 }).byteLength;
}
