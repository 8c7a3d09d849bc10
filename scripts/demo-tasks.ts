import type { TaskCreation } from '#shared/task';

/** A day of the demo: counted from today, or the next weekday of that name after today (`TH+7` a week later). */
export type DemoDay = number | 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'MO+7' | 'TH+7';

/** What a task of the demo says. */
export interface DemoTask {
  title: string;
  project?: keyof typeof projects;
  section?: string;
  priority?: TaskCreation['priority'];
  start?: DemoDay;
  day?: DemoDay;
  time?: string;
  repeat?: string;
  minutes?: number;
  notes?: string;
  status?: TaskCreation['status'];
  /** How many days ago it was done. */
  doneDaysAgo?: number;
  remindMinutesBefore?: number;
  labels?: readonly (keyof typeof labels)[];
  comments?: readonly string[];
  subtasks?: readonly { title: string; isDone?: true; day?: DemoDay }[];
  /** Lies in the trash. */
  isTrashed?: true;
  /** What two devices without a network made of the title: the second stands. */
  renamedOn?: readonly [phone: string, laptop: string];
}

/** The projects of the demo: their colours, icons and sections. */
export const projects = {
  Garden: {
    color: 'green',
    icon: 'leaf',
    sections: ['This weekend', 'Before the frost', 'Spring'],
  },
  Home: { color: 'blue', icon: 'house', sections: [] },
  Work: { color: 'violet', icon: 'briefcase', sections: [] },
  'Trip to Lisbon': { color: 'amber', icon: 'plane', sections: ['Book', 'Pack'] },
} as const;

/** The labels of the demo, with their colours. */
export const labels = {
  errands: 'teal',
  phone: 'pink',
  waiting: 'orange',
  'five minutes': 'indigo',
} as const;

/** The saved filters of the demo: a name, a query and a colour each. */
export const filters = [
  { name: 'Next calls', query: '#phone', color: 'pink' },
  { name: 'Important this week', query: '(!1 | !2) & 7 days', color: 'red' },
] as const;

const raisedBed: DemoTask = {
  title: 'Build the raised bed',
  project: 'Garden',
  section: 'This weekend',
  priority: 'high',
  day: 'SA',
  minutes: 240,
  remindMinutesBefore: 1_440,
  labels: ['waiting'],
  notes: `Larch, **120 × 80 × 45 cm**, lined with pond foil.

### From the bottom
1. branches
2. turf, upside down
3. leaves and half-rotten compost
4. good soil

- [x] ask the sawmill for offcuts
- [x] borrow the trailer
- [ ] find the long drill bit

It sinks by a third in the first year.`,
  comments: [
    'The sawmill has larch again from **Thursday**.',
    'Mika lends us the trailer on Saturday, from ten o’clock.',
  ],
  subtasks: [
    { title: 'Measure the corner by the fence', isDone: true },
    { title: 'Draw it and count the boards', isDone: true },
    { title: 'Order larch boards', day: 'TH' },
    { title: 'Line it with pond foil' },
  ],
};

const today: readonly DemoTask[] = [
  {
    title: 'Send the budget to Priya',
    project: 'Work',
    priority: 'urgent',
    day: 0,
    time: '16:00',
    minutes: 45,
    status: 'in_progress',
    notes: 'She needs the numbers **before** the call, not after it.',
  },
  {
    title: 'Pay the deposit for the apartment',
    project: 'Trip to Lisbon',
    section: 'Book',
    priority: 'high',
    day: 0,
  },
  {
    title: 'Bring the lemon tree inside',
    project: 'Garden',
    section: 'Before the frost',
    priority: 'medium',
    day: 0,
  },
  { title: 'Water the plants', project: 'Home', day: 0, repeat: 'FREQ=DAILY;INTERVAL=3' },
  { title: 'Buy stamps and two large envelopes', day: 0, labels: ['errands'] },
  { title: 'Read chapter 7', day: 0, priority: 'low', minutes: 40 },
  { title: 'Dinner with Ana and Tomás', day: 0, time: '19:30' },
];

const overdue: readonly DemoTask[] = [
  {
    title: 'Call the landlord about the heating',
    project: 'Home',
    priority: 'high',
    day: -1,
    labels: ['phone'],
  },
  { title: 'Return the library books', labels: ['errands'], day: -2 },
];

const undated: readonly DemoTask[] = [
  { title: 'Ask Mika about the trailer', labels: ['phone', 'five minutes'] },
  { title: 'Birthday present for Leo', notes: 'He liked the wooden puzzle at the museum shop.' },
  { title: 'Look up the opening hours of the ceramics studio', labels: ['five minutes'] },
  { title: 'Book: “The Overstory”' },
];

const garden: readonly DemoTask[] = [
  raisedBed,
  {
    title: 'Plant garlic',
    project: 'Garden',
    section: 'This weekend',
    day: 'SA',
    notes: 'Cloves 5 cm deep, pointed end up, a hand apart.',
    subtasks: [{ title: 'Loosen the soil' }, { title: 'Cover with straw' }],
  },
  { title: 'Sharpen the shears', project: 'Garden', doneDaysAgo: 1 },
  {
    title: 'Empty the rain barrels',
    project: 'Garden',
    section: 'Before the frost',
    priority: 'medium',
    day: 3,
  },
  { title: 'Mulch the roses', project: 'Garden', section: 'Before the frost', day: 11 },
  { title: 'Turn the compost', project: 'Garden', day: 9, repeat: 'FREQ=MONTHLY' },
  {
    title: 'Order seeds: tomatoes, beans, nasturtiums',
    project: 'Garden',
    section: 'Spring',
    day: 45,
  },
  { title: 'Plan where the beans go', project: 'Garden', section: 'Spring' },
];

const work: readonly DemoTask[] = [
  {
    title: 'Stand-up with the design team',
    project: 'Work',
    day: 'MO',
    time: '09:30',
    repeat: 'FREQ=WEEKLY;BYDAY=MO,WE',
  },
  {
    title: 'Draft the newsletter',
    project: 'Work',
    day: 'TU',
    minutes: 90,
    status: 'in_progress',
    renamedOn: ['Draft the winter newsletter', 'Draft the newsletter with Jo'],
  },
  {
    title: 'Review the contract with Jo',
    project: 'Work',
    day: 'TU',
    time: '14:00',
    priority: 'medium',
  },
  {
    title: 'Prepare the workshop in Leipzig',
    project: 'Work',
    priority: 'medium',
    start: 'TH',
    day: 'TH+7',
    subtasks: [
      { title: 'Agree on the agenda', isDone: true },
      { title: 'Book the room' },
      { title: 'Print the cards' },
    ],
  },
  { title: 'Weekly review', project: 'Work', day: 'FR', time: '16:30', repeat: 'FREQ=WEEKLY' },
  { title: 'Talk about next year', project: 'Work', day: 'MO+7', time: '15:00' },
  { title: 'Answer the survey', project: 'Work', doneDaysAgo: 2 },
];

const homeAndTrip: readonly DemoTask[] = [
  { title: 'Pick up the parcel', project: 'Home', day: 'MO', labels: ['errands'] },
  { title: 'Dentist', day: 'WE', time: '11:00', priority: 'high', remindMinutesBefore: 60 },
  { title: 'Ask the vet for an appointment', project: 'Home', day: 'TH', labels: ['phone'] },
  { title: 'Bleed the radiators', project: 'Home', day: 10 },
  { title: 'Replace the smoke detector batteries', project: 'Home', doneDaysAgo: 3 },
  { title: 'Call grandmother', day: 'SA', labels: ['phone'], repeat: 'FREQ=WEEKLY' },
  { title: 'Renew the passport', priority: 'medium', day: 12 },
  { title: 'Book the night train', project: 'Trip to Lisbon', section: 'Book', doneDaysAgo: 1 },
  { title: 'Find a cat sitter', project: 'Trip to Lisbon', day: 7, priority: 'medium' },
  { title: 'Print the tickets', project: 'Trip to Lisbon', section: 'Book', day: 13 },
  { title: 'Pack the small suitcase', project: 'Trip to Lisbon', section: 'Pack', day: 19 },
  {
    title: 'Train to Lisbon',
    project: 'Trip to Lisbon',
    day: 20,
    time: '08:05',
    priority: 'urgent',
  },
  { title: 'Cancel the old gym card', isTrashed: true },
  { title: 'Compare bicycle lights', labels: ['errands'], isTrashed: true },
];

/** What is over: the calendar has a past, and the board a last column. */
const done: readonly DemoTask[] = [
  { title: 'Clean the gutters', project: 'Home', day: -2, doneDaysAgo: 2 },
  { title: 'Vet: vaccination', day: -4, time: '10:15', doneDaysAgo: 4 },
  { title: 'Send the invoice', project: 'Work', day: -5, doneDaysAgo: 5 },
  { title: 'Retrospective', project: 'Work', day: -8, time: '13:00', doneDaysAgo: 8 },
  { title: 'Rake the leaves', project: 'Garden', day: -9, doneDaysAgo: 9 },
  { title: 'Cinema with Jo', day: -11, time: '20:15', doneDaysAgo: 11 },
  { title: 'Order the travel guide', project: 'Trip to Lisbon', day: -12, doneDaysAgo: 12 },
  { title: 'Prune the apple tree', project: 'Garden', day: -16, doneDaysAgo: 15 },
  { title: 'Pay the electricity bill', project: 'Home', day: -18, doneDaysAgo: 18 },
  { title: 'Interview with Sam', project: 'Work', day: -19, time: '11:30', doneDaysAgo: 19 },
];

/** The tasks of the demo, in the order of their lists. */
export const tasks: readonly DemoTask[] = [
  ...overdue,
  ...today,
  ...undated,
  ...garden,
  ...work,
  ...homeAndTrip,
  ...done,
];
