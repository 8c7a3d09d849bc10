import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const fieldStyle =
  'press w-full rounded-control border border-edge bg-surface px-3 text-text focus-visible:outline-offset-0 aria-invalid:border-danger disabled:opacity-50';

/** A one-line text field with the height of a button. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input className={classNames(fieldStyle, 'h-9 pointer-coarse:h-11', className)} {...rest} />
  );
}

/** A choice from a list: the device's own, which every screen reader and phone already knows. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <select
      className={classNames(fieldStyle, 'h-9 px-2 pointer-coarse:h-11', className)}
      {...rest}
    />
  );
}

/** A label above its field, with a hint or an error below it. */
export function Field({
  label,
  error,
  errorId,
  children,
}: {
  label: string;
  error?: string | undefined;
  errorId?: string;
  children: React.ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <label className="flex flex-col gap-1.5 text-[0.8125rem] font-medium">
        {label}
        {children}
      </label>
      {error === undefined ? null : (
        <p id={errorId} role="alert" className="text-[0.8125rem] text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
