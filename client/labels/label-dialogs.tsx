import { useProjectFormWords } from '#client/i18n/compiled/use-project-form-words.ts';
import { useState } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { ColorPicker } from '#client/ui/color-picker.tsx';
import { BareDialog, Dialog } from '#client/ui/dialog.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import { Picker } from '#client/ui/picker.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { paletteColor } from '#shared/fields';
import type { Label } from '#shared/label';
import { limits } from '#shared/limits';
import type { LabelDraft } from './label-commands.ts';

/** Asks for name and colour of a label, a new one or (with `label`) one that is there. */
export function LabelEditor({
  label,
  labels,
  title,
  onSave,
  onClose,
}: {
  label?: Label | undefined;
  /** Those of the same workspace: no two of them have one name. */
  labels: readonly Label[];
  title: string;
  onSave: (draft: LabelDraft) => void;
  onClose: () => void;
}) {
  const { common } = useMessages();
  const projectForm = useProjectFormWords();
  const words = useLabelsWords();
  const [name, setName] = useState(label?.name ?? '');
  const [color, setColor] = useState<Label['color']>(label?.color ?? 'blue');
  const isTaken = labels.some(
    (other) => other.id !== label?.id && other.name.toLowerCase() === name.trim().toLowerCase(),
  );
  const canSave = name.trim() !== '' && !isTaken;
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={common.close}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!canSave) return;
          onSave({ name, color });
          onClose();
        }}
      >
        <Field label={projectForm.name} error={isTaken ? words.exists : undefined}>
          <Input
            data-testid="label-name-input"
            dir={textDirection(name)}
            value={name}
            placeholder={words.namePlaceholder}
            maxLength={limits.nameMaxLength}
            autoComplete="off"
            aria-invalid={isTaken || undefined}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <ColorPicker
          label={projectForm.color}
          options={paletteColor.options}
          names={projectForm.colors}
          value={color}
          onPick={setColor}
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" look="primary" data-testid="label-submit" disabled={!canSave}>
            {label === undefined ? words.submit : common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks into which label of its workspace another one is merged. */
export function MergeDialog({
  label,
  labels,
  onPick,
  onClose,
}: {
  label: Label;
  labels: readonly Label[];
  onPick: (into: Label) => void;
  onClose: () => void;
}) {
  const words = useLabelsWords();
  const others = labels.filter(({ id }) => id !== label.id);
  const title = words.mergeTitle({ name: label.name });
  return (
    <BareDialog title={title} onClose={onClose} onClosed={() => undefined}>
      <Picker
        label={title}
        placeholder={title}
        items={others.map(({ id, name, color }) => ({
          id,
          name,
          icon: <ColorDot color={color} />,
        }))}
        nothingText={words.nothing}
        onPick={(intoId) => {
          const into = others.find(({ id }) => id === intoId);
          onClose();
          if (into !== undefined) onPick(into);
        }}
      />
    </BareDialog>
  );
}
