import { Button, Group, TextInput } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { type FormEvent, useState } from 'react';
import { IconAdd } from '../../../ui/icons.ts';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import type { ItemEdits } from './use-item-edits.ts';

type AddItemProps = { stage: Roadmap['stages'][number]; count: number; edits: ItemEdits };

/** One line at the end of a stage: type, Enter, the next. */
export function AddItem({ stage, count, edits }: AddItemProps) {
  const say = useRoadmapTexts();
  return (
    <AddLine
      label={say('edit.newItem', { stage: stage.title })}
      placeholder={say('edit.newItemHint')}
      button={say('edit.addItem')}
      onAdd={(title) => edits.add(stage.id, count, title)}
    />
  );
}

export function AddStage({ count, edits }: { count: number; edits: ItemEdits }) {
  const say = useRoadmapTexts();
  return (
    <AddLine
      label={say('edit.newStage')}
      placeholder={say('edit.newStage')}
      button={say('edit.addStage')}
      onAdd={(title) => edits.addStage(title, count)}
    />
  );
}

type AddLineProps = { label: string; placeholder: string; button: string; onAdd: (title: string) => Promise<unknown> };

function AddLine({ label, placeholder, button, onAdd }: AddLineProps) {
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      await onAdd(title.trim());
      setTitle('');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void add(event)} className="no-print">
      <Group gap="xs">
        <TextInput
          aria-label={label}
          placeholder={placeholder}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          flex="1 1 14rem"
          maw="36rem"
        />
        <Button type="submit" variant="default" loading={busy} leftSection={<IconAdd size={16} aria-hidden />}>
          {button}
        </Button>
      </Group>
      <RefusalMessage error={error} />
    </form>
  );
}
