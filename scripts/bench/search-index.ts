import { createSearchIndex } from '../../client/search/search-index.ts';
import type { SearchedTask } from '../../client/search/search-messages.ts';
import { compileFilter } from '#shared/filter-query-match';
import { parseFilter } from '#shared/filter-query';
import { filterContext, filterTask } from '#shared/testing/filter-samples';
import { generateWorkspace } from '#scripts/generate-workspace';
import { createSeededRandom, pickFrom } from '#scripts/seeded-random';
import { ms, print, timeOf } from '#scripts/bench/processor-time';

/**
 * `npx tsx scripts/bench/search-index.ts`: what the index costs at 10,000 and 50,000 tasks (building, and the worst of
 * each key stroke of some queries that are typed), and what a filter costs. Processor time in Node, so that a busy machine does not show;
 * without the way to and from the worker.
 */
const queries = [
  'remind the travel',
  'call the',
  'garden',
  'meeting notes',
  'review the report',
  'xq',
];
/** Made up of syllables, two to each title and twelve to the notes: people's words are more than those of a generator. */
const syllables = [
  'ka',
  're',
  'mo',
  'ti',
  'lun',
  'sor',
  've',
  'da',
  'pel',
  'an',
  'er',
  'sto',
  'ca',
  'the',
  'fi',
];
const filters = [
  'today & !1 & #work',
  '(due before: friday | no date) & !#work & report',
  'report',
];

const random = createSeededRandom(7);

for (const taskCount of [10_000, 50_000]) {
  const { tasks } = generateWorkspace({ seed: 7, taskCount, nowMs: Date.UTC(2026, 10, 28) });
  const searched = tasks.map(({ id, create }): SearchedTask => {
    const { title, notes = '' } = create as { title: string; notes?: string };
    const at = '2026-11-01T00:00:00.000Z';
    const more = { title: `${title} ${rareWords(2)}`, notes: `${notes} ${rareWords(12)}` };
    return { id, ...more, labels: '', isOpen: true, isTrashed: false, at };
  });
  const index = createSearchIndex();
  const building = timeOf(() => index.take({ tasks: searched, comments: [], gone: [] }));
  const search = (query: string) => index.search({ query, includesTrash: false, limit: 60 });
  const first = timeOf(() => search('re'));
  const strokes = queries.flatMap((query) =>
    Array.from({ length: query.length }, (_, at) => timeOf(() => search(query.slice(0, at + 1)))),
  );
  strokes.sort((a, b) => a - b);
  const [median, worst] = [strokes[Math.floor(strokes.length / 2)] ?? 0, strokes.at(-1) ?? 0];
  print(
    `${taskCount} tasks: built in ${ms(building)}, first question ${ms(first)}, key stroke ${ms(median)}, worst ${ms(worst)}`,
  );

  const wholes = tasks.map(({ id, create }) => filterTask({ id, ...create }));
  for (const filter of filters) {
    const times = Array.from({ length: 9 }, () => timeOf(() => runFilter(filter, wholes)));
    const sorted = times.slice(1).sort((a, b) => a - b);
    print(`  filter ${filter}: first ${ms(times[0] ?? 0)}, then ${ms(sorted[4] ?? 0)}`);
  }
}

function rareWords(count: number): string {
  const word = () => Array.from({ length: 3 }, () => pickFrom(random, syllables)).join('');
  return Array.from({ length: count }, word).join(' ');
}

function runFilter(text: string, tasks: readonly ReturnType<typeof filterTask>[]): number {
  const parsed = parseFilter(text);
  if (parsed.name === 'error') throw new Error(`${text}: ${parsed.error.code}`);
  return tasks.filter(compileFilter(parsed.node, filterContext)).length;
}
