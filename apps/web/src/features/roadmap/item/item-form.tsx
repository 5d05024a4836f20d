import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import { type FormEvent, useState } from 'react';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { Section } from '../../../ui/section.tsx';
import { DeadlineLive } from '../plan/deadline-live.tsx';
import { type ItemEdits, wordsOf } from '../plan/use-item-edits.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';

type ItemFormProps = { plan: Roadmap; item: Item; edits: ItemEdits };

/** The whole of an item while the plan is being prepared. */
export function ItemForm({ plan, item, edits }: ItemFormProps) {
  const say = useRoadmapTexts();
  const [base, setBase] = useState(() => typedWords(item));
  const [words, setWords] = useState(base);
  const [seen, setSeen] = useState(item.version);
  if (seen !== item.version) {
    // The item changed elsewhere (an undo, a colleague): what is being typed here stays, an untouched form follows.
    setSeen(item.version);
    if (words === base) {
      const fresh = typedWords(item);
      setBase(fresh);
      setWords(fresh);
    }
  }
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const type = (change: Partial<typeof words>) => setWords((known) => ({ ...known, ...change }));
  const field = (
    key: 'number' | 'title' | 'measure' | 'deadline' | 'responsible' | 'result' | 'condition' | 'points',
  ) => ({
    value: words[key],
    onChange: (event: { currentTarget: { value: string } }) => type({ [key]: event.currentTarget.value }),
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const changed = (Object.keys(words) as (keyof TypedWords)[]).filter((key) => words[key] !== base[key]);
    try {
      if (changed.length > 0)
        await edits.change(item, Object.fromEntries(changed.map((key) => [key, sent(words, key)])));
      setBase(words);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={say('form.title')}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Group gap="sm" align="flex-start">
            <TextInput label={say('column.number')} w="6rem" {...field('number')} />
            <NativeSelect
              label={say('form.stage')}
              flex="1 1 12rem"
              value={words.stageId}
              onChange={(event) => type({ stageId: event.currentTarget.value })}
              data={plan.stages.map((stage) => ({
                value: stage.id,
                label: [stage.number, stage.title].filter(Boolean).join('. ').slice(0, 90),
              }))}
            />
          </Group>
          <Textarea label={say('form.name')} required minRows={1} {...field('title')} />
          <Textarea label={say('form.points')} description={say('form.pointsHint')} minRows={1} {...field('points')} />
          <div>
            <TextInput label={say('column.deadline')} description={say('form.deadlineHint')} {...field('deadline')} />
            <DeadlineLive text={words.deadline} period={plan.cycle} onUse={(deadline) => type({ deadline })} />
          </div>
          <TextInput
            label={say('column.responsible')}
            description={say('form.responsibleHint')}
            {...field('responsible')}
          />
          <Textarea label={say('column.result')} minRows={1} {...field('result')} />
          <TextInput label={say('column.measure')} {...field('measure')} />
          <TextInput label={say('item.condition')} description={say('form.conditionHint')} {...field('condition')} />
          <RefusalMessage error={error} />
          <Group gap="xs">
            <Button type="submit" loading={busy}>
              {say('form.save')}
            </Button>
            <Button variant="default" onClick={() => void edits.remove(item)}>
              {say('edit.remove')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

type TypedWords = ReturnType<typeof typedWords>;

function typedWords(item: Item) {
  const words = wordsOf(item);
  return {
    stageId: words.stageId,
    title: words.title,
    number: words.number ?? '',
    measure: words.measure ?? '',
    deadline: words.deadline ?? '',
    responsible: words.responsible ?? '',
    result: words.result ?? '',
    condition: words.condition ?? '',
    points: words.points.join('\n'),
  };
}

function sent(words: TypedWords, key: keyof TypedWords): string | string[] | null {
  const text = words[key].trim();
  if (key === 'points') {
    return text
      .split('\n')
      .map((point) => point.trim())
      .filter(Boolean);
  }
  return key === 'title' || key === 'stageId' ? text : text || null;
}
