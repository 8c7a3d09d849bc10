// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build.mjs';
import { checkNodeVersion } from './check-node-version.mjs';
import { countTests } from './count-tests.mjs';
import { installPackages } from './install-packages.mjs';
import { nameFailures } from './name-failures.mjs';
import { runCommand } from './run-command.mjs';
import { stopWithParent } from './stop-with-parent.mjs';
import { stages } from './test-stages.mjs';

/** @typedef {import('./test-stages.mjs').Stage} Stage */
/** @typedef {import('./count-tests.mjs').Counts} Counts */
/** @typedef {Counts & { note?: string, failures?: string[] }} Outcome */
/** @typedef {Outcome & { name: string, seconds: number }} Result */

const root = fileURLToPath(new URL('..', import.meta.url));

checkNodeVersion(root);
process.chdir(root);
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));
stopWithParent();
mkdirSync('.cache', { recursive: true });
const chosen = chooseStages(process.argv.slice(2));
const results = await runAll();
repeatFailures(results);
printTable(results);
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;

/** A failed stage does not end the run, so that one run shows everything that is wrong; only without packages nothing can run. */
async function runAll() {
  const packages = await timed('packages', async () => passOrFail(await installPackages(root)));
  const all = [packages];
  if (packages.failed > 0) return all;
  for (const group of groupsOf(stages.filter(isChosen))) all.push(...(await runGroup(group)));
  return all;
}

/**
 * Neighbours that may run side by side, and all others alone.
 * @param {Stage[]} all
 */
function groupsOf(all) {
  /** @type {Stage[][]} */
  const groups = [];
  for (const stage of all) {
    const last = groups.at(-1);
    if (last !== undefined && stage.beside !== undefined && last[0]?.beside === stage.beside)
      last.push(stage);
    else groups.push([stage]);
  }
  return groups;
}

/**
 * What several write side by side is shown one after another, in their order.
 * @param {Stage[]} group
 */
async function runGroup(group) {
  const isAlone = group.length === 1;
  if (!isAlone) console.log(`\nSide by side: ${group.map(({ name }) => name).join(', ')}`);
  const running = group.map((stage) => {
    /** @type {Buffer[]} */
    const chunks = [];
    if (isAlone) printHead(stage);
    const output = isAlone ? undefined : (/** @type {Buffer} */ chunk) => void chunks.push(chunk);
    return { stage, chunks, result: timed(stage.name, () => runStage(stage, output)) };
  });
  const results = [];
  for (const { stage, chunks, result } of running) {
    results.push(await result);
    if (isAlone) continue;
    printHead(stage);
    process.stdout.write(Buffer.concat(chunks));
  }
  return results;
}

/** @param {Stage} stage */
function printHead({ name, command }) {
  console.log(`\n── ${name} ── ${command.join(' ')}`);
}

/**
 * @param {Stage} stage
 * @param {(chunk: Buffer) => void} [onOutput]
 * @returns {Promise<Outcome>}
 */
async function runStage(stage, onOutput) {
  /** @param {string} line */
  const say = (line) => (onOutput ? onOutput(Buffer.from(`${line}\n`)) : console.log(line));
  const obstacle = obstacleTo(stage);
  if (obstacle) {
    say(`Skipped: ${obstacle}`);
    return { passed: 0, failed: 0, skipped: 1, note: obstacle };
  }
  const { command, env = {}, report, minutes = 20 } = stage;
  if (report) rmSync(report.path, { force: true });
  const exitCode = await runCommand({
    root,
    command,
    env,
    timeLimitMs: minutes * 60_000,
    ...(onOutput ? { onOutput } : {}),
  });
  if (exitCode === 124) say(`Ended: it took longer than ${minutes} minutes.`);
  if (!report) return passOrFail(exitCode);
  const found = readJson(report.path);
  const failures = nameFailures(report.format, found, root.replace(/\/$/, ''));
  const counts = { ...countTests(report.format, found, exitCode), failures };
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  return isEmpty ? { ...counts, note: 'there are no such tests yet' } : counts;
}

/**
 * Why a stage cannot run here, in words for the table; undefined when it can.
 * @param {Stage} stage
 */
function obstacleTo({ needs = [] }) {
  if (needs.includes('build') && !isBuilt(root)) return 'the app is not built from these sources';
  const programs = readJson('.cache/programs.json') ?? {};
  return needs.map((need) => programs[need]?.missing).find((missing) => missing !== undefined);
}

/**
 * `--only a,b` chooses stages by name; `install` means packages and programs.
 * @param {string[]} args
 */
function chooseStages(args) {
  const names = stages.map(({ name }) => name);
  if (args.length === 0) return new Set(names);
  const wanted = args[0] === '--only' ? (args[1] ?? '').split(',') : [];
  const known = ['packages', 'install', ...names];
  const unknown = wanted.filter((name) => !known.includes(name));
  if (wanted.length === 0 || unknown.length > 0) {
    console.error(
      `Usage: npm test -- --only stage,stage   where a stage is one of ${known.join(', ')}`,
    );
    process.exit(2);
  }
  return new Set(wanted.map((name) => (name === 'install' ? 'programs' : name)));
}

/** @param {Stage} stage */
function isChosen({ name, when }) {
  return chosen.has(name) && (when === undefined || when in readJson('package.json').scripts);
}

/**
 * @param {string} name
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<Result>}
 */
async function timed(name, run) {
  const startedAt = performance.now();
  const outcome = await run();
  return { name, ...outcome, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * @param {number} exitCode
 * @returns {Counts}
 */
function passOrFail(exitCode) {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} path */
function readJson(path) {
  return existsSync(join(root, path))
    ? JSON.parse(readFileSync(join(root, path), 'utf8'))
    : undefined;
}

/** @param {Result[]} results */
function repeatFailures(results) {
  const failed = results.filter((result) => result.failed > 0);
  if (failed.length > 0) console.log('\nFailed:');
  for (const { name, failures = [] } of failed) {
    if (failures.length === 0) console.log(`  ${name}`);
    for (const failure of failures) console.log(`  ${name}: ${failure}`);
  }
}

/** @param {Result[]} results */
function printTable(results) {
  console.log('\nstage       passed  failed  skipped   time');
  for (const { name, passed, failed, skipped, seconds, note } of results) {
    const cells = [passed, failed, skipped].map((count) => String(count).padStart(8)).join('');
    const time = `${seconds.toFixed(1)} s`.padStart(10);
    console.log(`${name.padEnd(10)}${cells}${time}${note ? `   (${note})` : ''}`);
  }
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
}
