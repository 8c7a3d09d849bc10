import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Checks that the service worker keeps every file of the app: a view that is first opened without a network must be there.
 * Maps, packed neighbours, pictures for installers and the version that is served are no part of it.
 */
const folder = fileURLToPath(new URL('../dist/client/', import.meta.url));
const isKept = /\.(js|css|html|svg|png|woff2)$/;
const isApart = /^(service-worker\.js|screenshots\/|\.vite\/)/;

const worker = readFileSync(`${folder}service-worker.js`, 'utf8');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\//, ''))
  .filter((file) => isKept.test(file) && !isApart.test(file));
const missing = files.filter((file) => !worker.includes(`"${file}"`));
for (const file of missing) console.log(`${file} is not kept for use without a network`);
console.log(`${files.length} files, ${files.length - missing.length} kept by the service worker`);
process.exitCode = missing.length === 0 && files.length > 0 ? 0 : 1;
