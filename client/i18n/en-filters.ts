import type { FilterErrorCode } from '#shared/filter-query-node';
import { plural } from './plural.ts';

const tasks = (count: number) => plural(count, { one: 'task', other: 'tasks' });

/** What is wrong with a query, in a sentence. */
const faults: Record<FilterErrorCode, string> = {
  empty: 'Say which tasks, for example today & !1.',
  'too-deep': 'Too many groups inside each other.',
  'missing-term': 'Something is missing beside this sign.',
  'unclosed-quote': 'This quotation mark is never closed.',
  'unclosed-group': 'This bracket is never closed.',
  'unopened-group': 'This bracket was never opened.',
  'missing-name': 'A name is missing after this sign.',
  'bad-date': 'This is no day that can be understood.',
  'bad-priority': 'Priorities go from !1 to !4.',
  'bad-estimate': 'This is no length of time, such as ~<30m.',
  'unknown-key': 'There is nothing of this name to ask for.',
  'unknown-possession': 'A task cannot have this.',
  'unknown-label': 'No label has this name.',
  'unknown-project': 'No project has this name.',
  'unknown-section': 'This project has no section of this name.',
  'unknown-person': 'Nobody here has this name.',
  'maybe-term': 'These words are searched for in titles and notes.',
};

/** Words of saved filters. They come with what filters, since the lists have no use for them. */
export const filterWords = {
  filters: {
    heading: 'Filters',
    add: 'New filter',
    create: 'Create filter',
    edit: 'Edit filter',
    name: 'Name',
    namePlaceholder: 'For example: Urgent at work',
    query: 'Which tasks',
    queryPlaceholder: 'today & !1 & #work',
    color: 'Colour',
    menu: (name: string) => `Actions for ${name}`,
    moveUp: 'Move up',
    moveDown: 'Move down',
    moveToTrash: 'Move to trash',
    trashed: 'Filter moved to trash',
    found: (count: number) => (count === 0 ? 'No task fits' : tasks(count)),
    faults,
    expected: (examples: readonly string[]) => `For example: ${examples.join(', ')}`,
    didYouMean: (text: string) => `Did you mean ${text}?`,
    completions: 'Ways to go on',
    group: 'Group by',
    groups: { none: 'No groups', date: 'Date', project: 'Project', priority: 'Priority' },
    missing: 'This filter is not here',
    missingText: 'It was moved to the trash, or it belongs to another account.',
    emptyTitle: 'No task fits this filter',
    emptyText: 'What comes to fit it appears here by itself.',
    faultyTitle: 'This filter cannot be read',
    palette: 'Filters',
    help: {
      title: 'What can be asked',
      rows: [
        ['today, tomorrow, overdue, 7 days, no date', 'by day'],
        ['due before: friday, due: 1 dec, created after: 7 days ago', 'before, on and after a day'],
        ['!1 !2 !3 !4, no priority', 'by priority, the most urgent first'],
        ['#work, #"home office", #*, no label', 'by label'],
        ['/kitchen, /kitchen/"to buy", inbox', 'by project and section'],
        ['@me, @ada, unassigned', 'by person'],
        ['subtask, recurring, has: notes, ~<30m', 'by what a task is and has'],
        ['rent, "pay rent"', 'by words in title and notes'],
        ['done, cancelled, open', 'closed tasks too; without it only open ones'],
        ['& | ! ( )', 'and, or, not, groups; ! binds closest, then &, then |'],
      ],
    },
  },
} as const;
