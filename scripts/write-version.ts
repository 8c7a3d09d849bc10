import type { Plugin } from 'vite';
import { oldestProtocolVersion, protocolVersion } from '#shared/protocol-version';

/**
 * A vite plugin that writes `version.json` beside the app: which version is served, for people, monitors and the app itself.
 * `build` is the hash in the name of the app's first file, which changes with anything in it.
 */
export function writeVersion({ version }: { version: string }): Plugin {
  return {
    name: 'taskflow-version',
    apply: 'build',
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      const build = /-([\w-]+)\.js$/.exec(entry?.fileName ?? '')?.[1] ?? '';
      const facts = {
        version,
        build,
        protocol: protocolVersion,
        oldestProtocol: oldestProtocolVersion,
      };
      const source = `${JSON.stringify(facts)}\n`;
      this.emitFile({ type: 'asset', fileName: 'version.json', source });
    },
  };
}
