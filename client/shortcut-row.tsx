import { Pencil, RotateCcw } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useKeysWords } from '#client/i18n/compiled/use-keys-words.ts';
import { isSingle } from '#client/keys/find-shortcut.ts';
import {
  canBeSequence,
  canRebind,
  type Judgement,
  judgeKeys,
  type Named,
  rebind,
  resetKeys,
  waysOf,
} from '#client/keys/rebind.ts';
import type { OwnKeys } from '#client/keys/shortcuts.ts';
import { RecordKeys } from '#client/record-keys.tsx';
import { Button, IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { Keys } from '#client/ui/kbd.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { printKeys } from '#client/ui/print-keys.ts';

type Asking =
  | { name: 'recording' }
  | { name: 'asked'; strokes: string; judged: Exclude<Judgement, { name: 'free' }> };

/** One shortcut with its keys, which can be changed by pressing others. */
export function ShortcutRow({
  named,
  own,
  hasSingleKeys,
  onKeys,
}: {
  named: Named;
  own: OwnKeys;
  hasSingleKeys: boolean;
  onKeys: (own: OwnKeys) => void;
}) {
  const words = useKeysWords();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<Asking>();
  const labels: Readonly<Record<string, string>> = words.labels;
  const label = labels[named.id] ?? '';
  const ways = waysOf(named, own).filter((way) => hasSingleKeys || !isSingle(way));
  const change = useRef<HTMLButtonElement>(null);
  const giveUp = () => {
    setAsking(undefined);
    change.current?.focus();
  };
  const take = (strokes: string) => {
    giveUp();
    onKeys(rebind(named, strokes, own));
    announce(words.changed({ label, keys: printKeys(strokes) }));
  };
  const judge = (strokes: string) => {
    const judged = judgeKeys(named, strokes, own);
    if (judged.name === 'free') take(strokes);
    else setAsking({ name: 'asked', strokes, judged });
  };
  return (
    <div
      data-testid={`shortcut-${named.id}`}
      className={classNames(
        'flex min-h-8 flex-wrap items-center justify-between gap-x-3',
        ways.length === 0 && 'text-muted',
      )}
    >
      <dt className="min-w-24 flex-1 py-1">{label}</dt>
      <dd className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
        {asking?.name === 'recording' ? (
          <RecordKeys
            canBeSequence={canBeSequence(named)}
            onKeys={judge}
            onCancel={giveUp}
            onLeave={() => setAsking(undefined)}
          />
        ) : (
          <Ways ways={ways} />
        )}
        {own[named.id] === undefined ? null : (
          <IconButton
            label={words.reset({ label })}
            data-testid="reset-keys"
            onClick={() => onKeys(resetKeys(named, own))}
          >
            <RotateCcw />
          </IconButton>
        )}
        {canRebind(named) ? (
          <IconButton
            ref={change}
            label={words.change({ label })}
            data-testid="change-keys"
            onClick={() => setAsking({ name: 'recording' })}
          >
            <Pencil />
          </IconButton>
        ) : (
          <span className="size-8 pointer-coarse:size-11" />
        )}
      </dd>
      {asking?.name === 'asked' ? (
        <dd className="basis-full pb-1">
          <Question
            {...asking}
            labels={labels}
            onSwap={() => take(asking.strokes)}
            onAgain={() => setAsking({ name: 'recording' })}
            onCancel={giveUp}
          />
        </dd>
      ) : null}
    </div>
  );
}

function Ways({ ways }: { ways: readonly string[] }) {
  const words = useKeysWords();
  return (
    <>
      {ways.map((way, at) => (
        <Fragment key={way}>
          {at === 0 ? null : words.or}
          <Keys keys={way} />
          <kbd className="sr-only">{printKeys(way)}</kbd>
        </Fragment>
      ))}
      {ways.length === 0 ? words.off : null}
    </>
  );
}

/** What stands against the pressed keys, and the ways out. */
function Question(props: {
  strokes: string;
  judged: Exclude<Judgement, { name: 'free' }>;
  labels: Readonly<Record<string, string>>;
  onSwap: () => void;
  onAgain: () => void;
  onCancel: () => void;
}) {
  const { judged, labels } = props;
  const words = useKeysWords();
  const keys = printKeys(props.strokes);
  const nameOf = ({ id }: Named) => labels[id] ?? '';
  const say = (): string => {
    if (judged.name === 'reserved') return words.reserved({ keys });
    if (judged.name === 'hidden') return words.hidden({ keys, other: nameOf(judged.by) });
    const other = nameOf(judged.by[0]);
    return judged.canSwap ? words.taken({ keys, other }) : words.takenFirst({ keys, other });
  };
  const canSwap = judged.name === 'taken' && judged.canSwap;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div
      ref={box}
      role="alert"
      data-testid="keys-question"
      className="flex flex-wrap items-center gap-2 rounded-control bg-raised px-3 py-2 text-[0.8125rem]"
    >
      <p className="min-w-40 grow">{say()}</p>
      {canSwap ? (
        <Button size="small" data-testid="swap-keys" onClick={props.onSwap}>
          {words.swap}
        </Button>
      ) : null}
      <Button size="small" look="quiet" onClick={props.onAgain}>
        {words.again}
      </Button>
      <Button size="small" look="quiet" onClick={props.onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
