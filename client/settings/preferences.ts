import { languageCodes } from '#client/i18n/languages.ts';
import * as z from 'zod/mini';
import { BehaviorSubject, type Observable } from 'rxjs';
import { parse } from '#shared/parse';

const preferencesSchema = z.object({
  language: z._default(z.enum(['system', ...languageCodes]), 'system'),
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  contrast: z._default(z.enum(['system', 'normal', 'high']), 'system'),
  density: z._default(z.enum(['comfortable', 'compact']), 'comfortable'),
  singleKeys: z._default(z.boolean(), true),
  /** Keys that the person chose, by the name of the shortcut. */
  keys: z._default(z.record(z.string(), z.array(z.string())), {}),
  isSidebarHidden: z._default(z.boolean(), false),
  /** Ids of what was last chosen in the palette, the latest first. */
  recent: z._default(z.array(z.string()), []),
  /** Ids of what is folded: sections, and parts of the sidebar. */
  folded: z._default(z.array(z.string()), []),
  /** How views look: a layout by the path of its view, and more that their own pages know. */
  looks: z._default(z.record(z.string(), z.string()), {}),
  /** The examples of a first start; whoever had data before, or removed them, is never given any. */
  examples: z._default(z.enum(['unseen', 'made', 'removed']), 'unseen'),
  /** The project whose page says that it is an example. */
  examplesId: z._default(z.string(), ''),
});

/** How the person wants TaskFlow on this device. `public/theme.js` reads the same row before the first paint. */
export type Preferences = z.infer<typeof preferencesSchema>;

/** Preferences of this device, kept in the browser's storage. */
export interface PreferenceStore {
  readonly preferences$: Observable<Preferences>;
  current(): Preferences;
  change: (part: Partial<Preferences>) => void;
  /** Takes over what another tab has changed. */
  reread: () => void;
}

/** The row of the browser's storage that holds them. */
export const preferencesKey = 'taskflow.preferences';
const defaults: Preferences = {
  language: 'system',
  theme: 'system',
  contrast: 'system',
  density: 'comfortable',
  singleKeys: true,
  keys: {},
  isSidebarHidden: false,
  recent: [],
  folded: [],
  looks: {},
  examples: 'unseen',
  examplesId: '',
};

/** Reads and keeps preferences; `apply` runs at once and after each change. Broken storage means the defaults. */
export function createPreferences(of: {
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  apply: (preferences: Preferences) => void;
}): PreferenceStore {
  const preferences$ = new BehaviorSubject(read(of.storage));
  const show = (next: Preferences) => {
    of.apply(next);
    preferences$.next(next);
  };
  of.apply(preferences$.value);
  return {
    preferences$,
    current: () => preferences$.value,
    change: (part) => {
      const next = { ...preferences$.value, ...part };
      of.storage.setItem(preferencesKey, JSON.stringify(next));
      show(next);
    },
    reread: () => show(read(of.storage)),
  };
}

/** Puts theme, contrast and density on the root element, where the styles look for them. */
export function applyPreferences(root: HTMLElement, wanted: Preferences): void {
  for (const name of ['theme', 'contrast', 'density'] as const) root.dataset[name] = wanted[name];
}

function read(storage: Pick<Storage, 'getItem'>): Preferences {
  try {
    const parsed = parse(preferencesSchema, JSON.parse(storage.getItem(preferencesKey) ?? '{}'));
    return parsed.ok ? parsed.value : defaults;
  } catch {
    return defaults;
  }
}
