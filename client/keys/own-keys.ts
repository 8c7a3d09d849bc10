import { createContext } from 'react';
import { keysOf, idsOf } from './find-shortcut.ts';
import type { OwnKeys } from './shortcuts.ts';

/** The keys that the person chose, for those who listen to keys. */
export const OwnKeysContext = createContext<OwnKeys>({});

/** The keys to print where menus and tooltips name a shortcut by those it has from the start. */
export function hintsOf(own: OwnKeys): Readonly<Record<string, string>> {
  const scopes = ['anywhere', 'views', 'list'] as const;
  return Object.fromEntries(
    scopes.flatMap((scope) =>
      idsOf(scope).flatMap((id) => {
        const [shown] = own[id] ?? [];
        return shown === undefined ? [] : [[keysOf(scope, id)[0], shown]];
      }),
    ),
  );
}
