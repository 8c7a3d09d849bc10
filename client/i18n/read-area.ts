import type { LaterMessages } from './compiled/messages.ts';
import type { Language } from './language.ts';

/** The words of an area for code outside React that is loaded when it is asked for; `useArea` gives views the same. */
export async function readArea<Area extends keyof LaterMessages>(
  { later }: Language,
  area: Area,
  english: LaterMessages[Area],
): Promise<LaterMessages[Area]> {
  return (await later?.loading)?.[area] ?? english;
}
