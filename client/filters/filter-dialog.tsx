import { useState } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useProjectFormWords } from '#client/i18n/compiled/use-project-form-words.ts';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { Button } from '#client/ui/button.tsx';
import { ColorPicker } from '#client/ui/color-picker.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { paletteColor } from '#shared/fields';
import { parseFilter } from '#shared/filter-query';
import { limits } from '#shared/limits';
import type { FilterDraft } from './filter-commands.ts';
import { QueryEditor } from './query-editor.tsx';

/** What the language of queries can say. */
const meaningNames = [
  'day',
  'span',
  'priority',
  'label',
  'place',
  'person',
  'traits',
  'words',
  'state',
  'signs',
] as const;

/** Asks for name, query and colour of a filter: a new one, or one that is there (`isNew` false). */
export function FilterDialog({
  initial,
  isNew,
  onSave,
  onClose,
}: {
  initial: Partial<FilterDraft>;
  isNew: boolean;
  onSave: (draft: FilterDraft) => void;
  onClose: () => void;
}) {
  const words = useFiltersWords();
  const { colors } = useProjectFormWords();
  const { common } = useMessages();
  const [name, setName] = useState(initial.name ?? '');
  const [query, setQuery] = useState(initial.query ?? '');
  const [color, setColor] = useState(initial.color ?? 'indigo');
  const canSave = name.trim() !== '' && parseFilter(query).name === 'filter';
  const save = () => {
    if (!canSave) return;
    onSave({ name, query, color });
    onClose();
  };
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={isNew ? words.add : words.edit}
      closeLabel={common.close}
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={words.name}>
          <Input
            data-testid="filter-name-input"
            value={name}
            dir={textDirection(name)}
            placeholder={words.namePlaceholder}
            maxLength={limits.nameMaxLength}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <QueryEditor query={query} onChange={setQuery} onSubmit={save} />
        <ColorPicker
          label={words.color}
          options={paletteColor.options}
          names={colors}
          value={color}
          onPick={setColor}
        />
        <SyntaxHelp />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" look="primary" data-testid="filter-submit" disabled={!canSave}>
            {isNew ? words.create : common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function SyntaxHelp() {
  const { help, meanings, examples } = useFiltersWords();
  return (
    <details className="text-[0.8125rem]">
      <summary className="w-fit rounded-control text-muted hover:text-text pointer-coarse:py-3">
        {help}
      </summary>
      <dl className="grid gap-x-4 gap-y-1 pt-2 sm:grid-cols-[auto_1fr]">
        {meaningNames.map((meaning) => (
          <div key={meaning} className="contents">
            <dt className="font-mono text-xs leading-5">
              <bdi>{examples[meaning]}</bdi>
            </dt>
            <dd className="text-muted max-sm:pb-1.5">{meanings[meaning]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
