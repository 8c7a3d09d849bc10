// @ts-check

/**
 * One stage of the tests: a command that either passes as a whole, or writes a report in which its tests are counted.
 * `needs` are programs it cannot run without (see install-programs.ts) or a `build`; `when` names a script of
 * package.json without which there is no such stage. Neighbours that share a word in `beside` use one core each and run
 * side by side.
 * @typedef {{
 *   name: string,
 *   command: string[],
 *   env?: Record<string, string>,
 *   report?: { format: 'vitest' | 'playwright', path: string },
 *   needs?: ('chromium' | 'redis' | 'mongod' | 'build')[],
 *   when?: string,
 *   minutes?: number,
 *   beside?: string,
 * }} Stage
 */

/**
 * @param {string} name
 * @param {string[]} projects
 */
function vitest(name, projects) {
  const path = `.cache/${name}.json`;
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const command = ['vitest', 'run', ...chosen, '--passWithNoTests', ...reporters];
  return { name, command, report: { format: /** @type {const} */ ('vitest'), path } };
}

/**
 * @param {string} name
 * @param {string} project
 * @returns {Stage}
 */
function playwright(name, project) {
  const path = `.cache/${name}.json`;
  return {
    name,
    command: [
      'playwright',
      'test',
      '--project',
      project,
      '--pass-with-no-tests',
      '--reporter=list,json',
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: path },
    report: { format: 'playwright', path },
    needs: ['build', 'chromium'],
    minutes: 30,
  };
}

/**
 * Everything that `npm test` runs, in order; what fails fastest comes first.
 * @type {Stage[]}
 */
export const stages = [
  // The first stage, `packages`, is the script's own: without it there is nothing to run.
  { name: 'programs', command: ['tsx', 'scripts/install-programs.ts'] },
  { name: 'format', beside: 'source', command: ['biome', 'format', '.'] },
  { name: 'lint', beside: 'source', command: ['oxlint', '--type-aware'] },
  { name: 'words', beside: 'source', command: ['tsx', 'scripts/words.ts', '--check'] },
  { name: 'types', beside: 'source', command: ['tsc', '--noEmit'] },
  { name: 'knip', beside: 'source', command: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'structure', beside: 'source', command: ['tsx', 'scripts/check-structure.ts'] },
  vitest('unit', ['node', 'dom']),
  { ...vitest('real', ['real']), needs: ['mongod', 'redis'] },
  {
    name: 'simulate',
    beside: 'product',
    command: ['npm', 'run', '--silent', 'simulate'],
    when: 'simulate',
  },
  {
    name: 'sweep',
    beside: 'product',
    command: ['npm', 'run', '--silent', 'simulate:sweep', '--', '--only', 'edits'],
    when: 'simulate:sweep',
  },
  { name: 'build', beside: 'product', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'sizes', command: ['npm', 'run', '--silent', 'sizes'], when: 'sizes', needs: ['build'] },
  playwright('e2e', 'together'),
  // Those that judge times: nothing else may run beside them.
  playwright('e2e-alone', 'alone'),
];
