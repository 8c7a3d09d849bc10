import { useFormats } from './language.ts';

/** Writes the count that stands beside a name; nothing for 0, since a list without entries needs no number. */
export function useCountText(): (count: number | undefined) => string | undefined {
  const { number } = useFormats();
  return (count = 0) => (count === 0 ? undefined : number(count));
}
