import { classNames } from './class-names.ts';

const tones = {
  neutral: 'border-edge',
  low: 'border-accent',
  medium: 'border-warn bg-warn/10',
  high: 'border-danger bg-danger/10',
};

/**
 * A round check box of 20 px in a hit box of 32 (44 for fingers). `tone` colours its edge while it is empty; one that
 * was pressed is tinted until it is checked.
 */
export function Checkbox({
  isChecked,
  isPressed = false,
  isLocked = false,
  label,
  tone = 'neutral',
  testId,
  tabIndex,
  onToggle,
}: {
  isChecked: boolean;
  isPressed?: boolean;
  /** Not to be changed by this person; a press says why. */
  isLocked?: boolean;
  label: string;
  tone?: keyof typeof tones;
  testId?: string;
  tabIndex?: number;
  onToggle: () => void;
}) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isChecked}
      aria-disabled={isLocked || undefined}
      data-pressed={isPressed || undefined}
      aria-label={label}
      data-testid={testId}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      className="group/check relative inline-flex size-8 shrink-0 items-center justify-center rounded-full focus-visible:outline-offset-[-3px] aria-disabled:opacity-50 pointer-coarse:size-11"
    >
      <span
        className={classNames(
          'press flex size-[18px] items-center justify-center rounded-full border-[1.5px]',
          isChecked && 'border-accent bg-accent text-on-accent',
          !isChecked && (isPressed ? 'border-accent bg-accent-soft text-accent' : tones[tone]),
        )}
      >
        <svg
          viewBox="0 0 16 16"
          className="size-3.5"
          fill="none"
          stroke="currentColor"
          aria-hidden="true"
        >
          {isChecked ? (
            <path
              className="check-mark"
              d="m4 8.4 2.7 2.7L12 5.4"
              strokeWidth="2"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ) : (
            <path
              className={isPressed ? undefined : 'text-transparent group-hover/check:text-muted'}
              d="m4 8.4 2.7 2.7L12 5.4"
              strokeWidth="1.5"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          )}
        </svg>
      </span>
    </button>
  );
}
