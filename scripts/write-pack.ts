import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { packFiles, packPath } from '#shared/file-pack';

/** A vite plugin that writes the files of a build whose names hold a hash once more, all in one: see `fillFromPack`. */
export function writePack({ folder }: { folder: string }): Plugin {
  return {
    name: 'taskflow-pack',
    apply: 'build',
    enforce: 'post',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        const assets = join(folder, 'assets');
        const names = (await readdir(assets))
          .filter((name) => /\.(js|css|woff2)$/.test(name))
          .sort();
        const files = await Promise.all(
          names.map(async (name) => ({
            path: `/assets/${name}`,
            bytes: await readFile(join(assets, name)),
          })),
        );
        await writeFile(join(folder, packPath), packFiles(files));
      },
    },
  };
}
