import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import {
  EXTRA_CATEGORIES,
  type ExtraCategory,
  QUALIFICATION_CATEGORIES,
  type QualificationCategory,
} from '@nastavnik/domain/people/teacher-facts';
import { type FormEvent, useState } from 'react';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useStaffTexts } from './staff-texts.ts';

export function EmploymentForm({ card, onDone }: { card: PersonCard; onDone: () => void }) {
  const say = useStaffTexts();
  const words = useSchoolWords();
  const today = useToday();
  const work = card.employee;
  const save = useChangeCard(card.id);
  const [subjects, setSubjects] = useState(work?.subjects.join(', ') ?? '');
  const [category, setCategory] = useState<QualificationCategory | null>(work?.category ?? null);
  const [categoryUntil, setCategoryUntil] = useState<PlainDate | null>(work?.categoryUntil ?? null);
  const [extra, setExtra] = useState<readonly ExtraCategory[]>(work?.extraCategories ?? []);
  const [since, setSince] = useState<PlainDate | null>(work?.teachingSince ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      subjects: subjects
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
      category,
      categoryUntil: category ? categoryUntil : null,
      extraCategories: extra,
      teachingSince: since,
      version: card.version,
    };
    save.mutate({ method: 'PUT', path: `/employees/${card.id}`, body }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={say('work.subjects')}
          description={say('work.subjectsHint')}
          value={subjects}
          onChange={(event) => setSubjects(event.currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={say('work.category')}
            value={category ?? ''}
            data={[
              { value: '', label: say('work.noCategory') },
              ...QUALIFICATION_CATEGORIES.map((value) => ({ value, label: words(`category.${value}`) })),
            ]}
            onChange={(event) =>
              setCategory(QUALIFICATION_CATEGORIES.find((each) => each === event.currentTarget.value) ?? null)
            }
          />
          <DateField
            label={say('work.categoryUntil')}
            disabled={!category}
            value={categoryUntil}
            onChange={setCategoryUntil}
          />
          <DateField label={say('work.since')} max={today} value={since} onChange={setSince} />
        </SimpleGrid>
        <Checkbox.Group
          label={say('work.extra')}
          value={[...extra]}
          onChange={(chosen) => setExtra(EXTRA_CATEGORIES.filter((each) => chosen.includes(each)))}
        >
          <Group mt={4}>
            {EXTRA_CATEGORIES.map((value) => (
              <Checkbox key={value} value={value} label={words(`extra.${value}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <RefusalMessage error={save.error} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {say('work.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
