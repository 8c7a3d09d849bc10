import { defineConfig, mergeConfig } from 'vite';
import thisRelease from '../../vite.config.ts';
import { newerVersions } from './newer-release.ts';

/** Builds the app as a release to come that breaks with the protocol of this one. */
export default defineConfig((env) =>
  mergeConfig(thisRelease(env), {
    plugins: [
      {
        name: 'newer versions',
        enforce: 'pre',
        transform: (code: string, id: string) =>
          id.endsWith('/shared/protocol-version.ts') ? newerVersions(code) : undefined,
      },
    ],
  }),
);
