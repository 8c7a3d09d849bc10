import { type ComponentProps, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { editMarkdown, type MarkdownKey } from './edit-markdown.ts';
import { textDirection } from './text-direction.ts';

/**
 * A field to write Markdown in, as tall as its text: keys that mark selected words or move items of a list, as `keyOf`
 * tells them apart, and lists that go on. Escape is the way out of it everywhere, so Tab is no trap: `onEscape` gets it.
 */
export function MarkdownField({
  value,
  className,
  takesFocus = false,
  keyOf,
  onEscape,
  onKeyDown,
  ...rest
}: ComponentProps<'textarea'> & {
  value: string;
  takesFocus?: boolean;
  keyOf: (press: KeyboardEvent) => MarkdownKey | undefined;
  onEscape: () => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => fitHeight(field.current));
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <textarea
      ref={field}
      dir={textDirection(value)}
      value={value}
      data-own-escape=""
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
        const key = isPlainEnter(event) ? 'enter' : keyOf(event);
        if (key !== undefined && applyKey(event.currentTarget, key)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
      className={classNames('field-sizing-content resize-none text-start', className)}
      {...rest}
    />
  );
}

function isPlainEnter({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && !(shiftKey || altKey || ctrlKey || metaKey);
}

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
