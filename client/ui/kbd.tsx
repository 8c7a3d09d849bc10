import { use } from 'react';
import { KeyHintsContext } from './key-hints.ts';
import { printKeys, strokesOf } from './print-keys.ts';

/** The keys of a shortcut, named by those it has from the start: printed are those it has now. */
export function Kbd({ keys }: { keys: string }) {
  return <Keys keys={use(KeyHintsContext)[keys] ?? keys} />;
}

/** Keys such as `g i` or `mod+z`, printed as they are; a space separates keys pressed one after the other. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span aria-hidden="true" dir="ltr" className="inline-flex items-center gap-1 whitespace-nowrap">
      {strokesOf(keys).map((stroke, at) => (
        <kbd
          key={at}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border border-line bg-raised px-1 font-sans text-[0.6875rem] font-medium text-muted"
        >
          {printKeys(stroke)}
        </kbd>
      ))}
    </span>
  );
}
