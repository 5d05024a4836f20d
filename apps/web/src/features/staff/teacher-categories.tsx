import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { PersonCard, teacherCategory } from '@nastavnik/contracts/persons';
import { isKnownCategory } from '@nastavnik/domain/people/teacher-categories';
import { TEACHER_MENTEE_CATEGORIES } from '@nastavnik/domain/people/teacher-facts';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { categoryWords, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useStaffTexts } from './staff-texts.ts';

type Category = z.infer<typeof teacherCategory>;

/** PB1: which kind of mentee the teacher would be, and why; what no rule can tell is marked here. */
export function TeacherCategories({ card }: { card: PersonCard }) {
  const say = useStaffTexts();
  const words = usePeopleWords();
  const why = useWhy();
  const [marking, setMarking] = useState(false);
  const categories = card.employee?.categories ?? [];
  return (
    <Group gap="sm">
      {categories.map((each) => (
        <Group key={each.category} gap={6}>
          <StateBadge tone="open">{categoryWords(words, each.category)}</StateBadge>
          <Text size="sm" c="dimmed">
            {why(each)}
          </Text>
        </Group>
      ))}
      {card.may.editEmployee && (
        <Button variant="subtle" size="compact-sm" onClick={() => setMarking(true)}>
          {say('category.mark')}
        </Button>
      )}
      <Dialog
        opened={marking}
        title={say('category.title', { name: card.shortName })}
        onClose={() => setMarking(false)}
      >
        <MarkForm card={card} onDone={() => setMarking(false)} />
      </Dialog>
    </Group>
  );
}

function useWhy(): (category: Category) => string {
  const say = useStaffTexts();
  return ({ category, by, years, post }) => {
    if (by === 'mark') return say('category.marked');
    if (category === 'newPost') return say('category.byPost', { post: post ?? '' });
    const experience = say('category.byYears', { count: years ?? 0 });
    return category === 'newlyHired' ? [say('category.byHiring'), experience].join(', ') : experience;
  };
}

function MarkForm({ card, onDone }: { card: PersonCard; onDone: () => void }) {
  const say = useStaffTexts();
  const words = usePeopleWords();
  const why = useWhy();
  const save = useChangeCard(card.id);
  const categories = card.employee?.categories ?? [];
  const ruled = new Map(categories.filter(({ by }) => by === 'rule').map((each) => [each.category, each]));
  const marked = categories.filter(({ by }) => by === 'mark').map(({ category }) => category);
  const [known, setKnown] = useState(marked.filter(isKnownCategory));
  const [own, setOwn] = useState(marked.filter((category) => !isKnownCategory(category)).join(', '));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = own.split(',').flatMap((each) => each.trim() || []);
    const body = { marked: [...known, ...words], version: card.version };
    save.mutate({ method: 'PUT', path: `/employees/${card.id}/categories`, body }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{say('category.lead')}</Text>
        {TEACHER_MENTEE_CATEGORIES.map((category) => {
          const rule = ruled.get(category);
          return (
            <Checkbox
              key={category}
              label={categoryWords(words, category)}
              description={
                rule
                  ? say('category.ruled', { why: why(rule) })
                  : category === 'withDifficulties'
                    ? say('category.sensitive')
                    : undefined
              }
              disabled={rule !== undefined}
              checked={rule !== undefined || known.includes(category)}
              onChange={(event) =>
                setKnown(
                  event.currentTarget.checked ? [...known, category] : known.filter((other) => other !== category),
                )
              }
            />
          );
        })}
        <TextInput
          label={say('category.own')}
          description={say('category.ownHint')}
          maxLength={300}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <RefusalMessage error={save.error} />
        <Button type="submit" w="fit-content" loading={save.isPending}>
          {say('work.save')}
        </Button>
      </Stack>
    </form>
  );
}
