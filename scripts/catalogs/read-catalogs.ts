import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#scripts/catalogs/compile-catalog';
import type { Catalogs } from '#scripts/catalogs/render-catalogs';

/** Reads all catalogs: a folder for each language with a JSON file for each area, and beside them `start-areas.json`. */
export function readCatalogs(folder: string): { catalogs: Catalogs; startAreas: string[] } {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const catalogs = languages.map(({ name }) => [name, readLanguage(join(folder, name))] as const);
  const startAreas: string[] = readJson(join(folder, 'start-areas.json'));
  return { catalogs: Object.fromEntries(catalogs), startAreas };
}

function readLanguage(folder: string): Record<string, Catalog> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -'.json'.length), readJson(join(folder, name))]),
  );
}

function readJson(path: string) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is not JSON`, { cause: error });
  }
}
