import { useState } from 'react';
import { textDirection } from '#client/ui/text-direction.ts';
import { limits } from '#shared/limits';

/**
 * A field for the name of a section. Enter and leaving it save, Escape does not; an empty name changes nothing. With
 * `goesOn` Enter saves and empties the field for the next name, until it is pressed in the empty field.
 */
export function SectionNameForm({
  label,
  placeholder,
  initial,
  goesOn = false,
  onSave,
  onEnd,
}: {
  label: string;
  placeholder: string;
  initial: string;
  goesOn?: boolean;
  onSave: (name: string) => void;
  onEnd: () => void;
}) {
  const [name, setName] = useState(initial);
  const [isOver, setIsOver] = useState(false);
  const end = (isSaved: boolean) => {
    if (isOver) return;
    setIsOver(true);
    if (isSaved && name.trim() !== '' && name !== initial) onSave(name);
    onEnd();
  };
  const enter = () => {
    if (!goesOn || name.trim() === '') return end(true);
    onSave(name);
    return setName('');
  };
  return (
    <input
      ref={focusAndSelect}
      aria-label={label}
      data-testid="section-name-input"
      dir={textDirection(name)}
      placeholder={placeholder}
      value={name}
      maxLength={limits.nameMaxLength}
      enterKeyHint={goesOn ? 'next' : 'done'}
      autoComplete="off"
      onChange={({ target }) => setName(target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') end(false);
        if (event.key !== 'Enter') return;
        // What has the focus after it would be pressed by the same key.
        event.preventDefault();
        enter();
      }}
      className="h-8 w-full min-w-0 rounded-[4px] bg-raised px-1.5 text-[0.8125rem] font-semibold text-text outline-2 -outline-offset-1 outline-accent pointer-coarse:h-11"
    />
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
