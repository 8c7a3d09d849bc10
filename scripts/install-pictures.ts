import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * A vite plugin that puts pictures of the documents beside the app, for the browser to show before it installs it. They are
 * not part of what is kept for use without a network.
 */
export function installPictures({
  folder,
  wanted,
}: {
  folder: string;
  wanted: readonly { src: string }[];
}): Plugin {
  return {
    name: 'taskflow-install-pictures',
    apply: 'build',
    generateBundle() {
      for (const { src } of wanted) {
        const source = readFileSync(join(folder, basename(src)));
        this.emitFile({ type: 'asset', fileName: src.slice(1), source });
      }
    },
  };
}
