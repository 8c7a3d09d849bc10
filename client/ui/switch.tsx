import { classNames } from './class-names.ts';

/** Something that is on or off; it takes effect at once. */
export function Switch({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      onClick={() => onChange(!isOn)}
      className="-me-1 inline-flex h-8 w-11 shrink-0 items-center justify-center rounded-full pointer-coarse:h-11"
    >
      <span
        className={classNames(
          'press flex h-5 w-9 items-center rounded-full border p-0.5',
          isOn ? 'justify-end border-accent bg-accent' : 'justify-start border-edge bg-raised',
        )}
      >
        <span className={classNames('size-3.5 rounded-full', isOn ? 'bg-on-accent' : 'bg-edge')} />
      </span>
    </button>
  );
}
