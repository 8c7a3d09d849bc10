import { createContext } from 'react';

/** What to print instead of keys that the person has changed, by the keys a shortcut has from the start. */
export const KeyHintsContext = createContext<Readonly<Record<string, string>>>({});
