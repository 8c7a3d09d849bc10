import { type ComponentProps, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { editMarkdown, type MarkdownKey } from './edit-markdown.ts';

/**
 * A field to write Markdown in, as tall as its text: ⌘B, ⌘I, ⌘K on selected words, lists that go on, and Tab that
 * moves items of a list in and out. Escape is the way out of it everywhere, so Tab is no trap: `onEscape` gets it.
 */
export function MarkdownField({
  value,
  className,
  takesFocus = false,
  onEscape,
  onKeyDown,
  ...rest
}: ComponentProps<'textarea'> & { value: string; takesFocus?: boolean; onEscape: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => fitHeight(field.current));
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <textarea
      ref={field}
      value={value}
      data-keeps-escape=""
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          // The field is left, not what it stands in.
          event.stopPropagation();
          onEscape();
          return;
        }
        if (event.defaultPrevented) return;
        const key = keyOf(event);
        if (key !== undefined && applyKey(event.currentTarget, key)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
      className={classNames('field-sizing-content resize-none', className)}
      {...rest}
    />
  );
}

function keyOf(event: KeyboardEvent): MarkdownKey | undefined {
  const { key, shiftKey, altKey } = event;
  const isMod = event.metaKey || event.ctrlKey;
  if (altKey) return undefined;
  if (isMod) return shiftKey ? undefined : marks[key.toLowerCase()];
  if (key === 'Tab') return shiftKey ? 'outdent' : 'indent';
  return key === 'Enter' && !shiftKey ? 'enter' : undefined;
}

const marks: Readonly<Record<string, MarkdownKey>> = { b: 'bold', i: 'italic', k: 'link' };

/** Whether the key had something to do. Written the way typing is, so that the browser's own undo knows of it. */
function applyKey(field: HTMLTextAreaElement, key: MarkdownKey): boolean {
  const { value: text, selectionStart: start, selectionEnd: end } = field;
  const edit = editMarkdown({ text, start, end }, key);
  if (edit === undefined) return false;
  field.setSelectionRange(edit.from, edit.to);
  const isTyped =
    edit.insert === ''
      ? document.execCommand('delete')
      : document.execCommand('insertText', false, edit.insert);
  if (!isTyped) {
    field.setRangeText(edit.insert, edit.from, edit.to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(edit.selectStart, edit.selectEnd);
  return true;
}

/** Browsers that do not size a field by its text get its height from us. */
function fitHeight(field: HTMLTextAreaElement | null): void {
  if (field === null || CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
