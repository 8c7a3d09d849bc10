import { posix } from 'node:path';
import {
  importsOf,
  isCode,
  isTest,
  type Problem,
  type SourceFile,
} from '#scripts/structure/source-file';

/** Files the rule speaks of, what of ours they may import, and why. `$own` stands for the file's own folder. */
interface Direction {
  readonly from: RegExp;
  readonly except?: RegExp;
  readonly mayImport: readonly string[];
  readonly why: string;
}

const directions: readonly Direction[] = [
  { from: /^shared\//, mayImport: ['shared/'], why: 'shared runs on both sides and knows neither' },
  { from: /^client\/ui\//, mayImport: ['$own'], why: 'ui knows nothing of tasks' },
  { from: /^client\/i18n\//, mayImport: ['$own', 'shared/'], why: 'i18n holds words only' },
  {
    from: /^client\/keys\//,
    mayImport: ['$own', 'client/ui/', 'shared/'],
    why: 'keys names every shortcut and knows nobody who runs them',
  },
  {
    from: /^client\/store\//,
    mayImport: ['$own', 'shared/'],
    why: 'store knows neither screens nor the network',
  },
  {
    from: /^client\/sync\//,
    mayImport: ['$own', 'client/store/', 'shared/'],
    why: 'sync moves what the store holds and knows no screens',
  },
  {
    from: /^client\/[^/]+\//,
    except: /^client\/(ui|i18n|keys|store|sync)\//,
    mayImport: ['$own', 'client/keys/', 'client/store/', 'client/ui/', 'client/i18n/', 'shared/'],
    why: 'a feature knows no other feature and no sync; app.tsx composes them',
  },
  {
    from: /^pwa\//,
    mayImport: ['pwa/', 'shared/'],
    why: 'the service worker carries none of the app',
  },
  {
    from: /^sync-server\/.*-endpoints?\.ts$/,
    mayImport: ['$own', 'sync-server/http/', 'sync-server/storage/port', 'shared/'],
    why: 'an endpoint reads as a list of http steps and one call into its own folder',
  },
  {
    from: /^sync-server\//,
    mayImport: ['sync-server/', 'shared/'],
    why: 'the server never imports the client',
  },
];

/** Where HTTP ends: below these files, logic takes values and never a Koa context. */
const mayKnowKoa = /^sync-server\/([^/]+\.ts|http\/.*|.*-endpoints?\.ts)$/;

/** Who may choose between the storage adapters: the roots, the test server, and the storage folder itself. */
const mayKnowAdapters = /^(sync-server\/[^/]+\.ts|sync-server\/(storage|testing)\/.*|scripts\/.*)$/;

/** Imports run one way, by the file they reach and not by how they are written. Tests may reach anything on their side. */
export function findImportProblems(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ path }) => isCode(path) && !isTest(path))
    .flatMap((file) => importsOf(file).flatMap((target) => problemsOfImport(file.path, target)));
}

function problemsOfImport(path: string, target: string): Problem[] {
  if (isOurs(target))
    return [...wrongDirection(path, target), ...wrongAdapter(path, target)].slice(0, 1);
  const isKoa = target === 'koa' || target === '@koa/router';
  if (!isKoa || !path.startsWith('sync-server/') || mayKnowKoa.test(path)) return [];
  return [
    { path, message: `imports ${target}: logic takes values, only endpoints and http take ctx` },
  ];
}

function wrongDirection(path: string, target: string): Problem[] {
  const broken = directions.find(({ from, except, mayImport }) => {
    const isMeant = from.test(path) && except?.test(path) !== true;
    return isMeant && !mayImport.some((allowed) => target.startsWith(ownFolder(allowed, path)));
  });
  return broken === undefined ? [] : [{ path, message: `imports ${target}: ${broken.why}` }];
}

function wrongAdapter(path: string, target: string): Problem[] {
  const isAdapter = /^sync-server\/storage\/(mongo|embedded)\//.test(target);
  if (!isAdapter || mayKnowAdapters.test(path)) return [];
  return [
    { path, message: `imports ${target}: code above the storage port knows neither adapter` },
  ];
}

function isOurs(target: string): boolean {
  return /^(client|deploy|docs|pwa|scripts|shared|sync-server)\//.test(target);
}

/** The second level of the path: a folder inside a feature still belongs to the feature. */
function ownFolder(allowed: string, path: string): string {
  if (allowed !== '$own') return allowed;
  const [first = '', second = ''] = posix.dirname(path).split('/');
  return `${first}/${second}/`;
}
