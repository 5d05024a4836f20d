import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearName, schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { documentTitle } from './document-title.ts';
import { createRoadmap } from './roadmaps.api.ts';
import classes from './roadmaps.module.css';
import { useRoadmapsTexts } from './roadmaps-texts.ts';
import type { Origin } from './template-choice.tsx';

/** Title and period of the new plan; keyed by its origin, so that another template brings its own title. */
export function NewRoadmapForm({ origin }: { origin: Origin }) {
  const say = useRoadmapsTexts();
  const thisYear = schoolYearOf(useToday());
  const navigate = useNavigate();
  const client = useQueryClient();
  // A copy is most often made for the year after the one it is taken from.
  const first = origin.kind === 'copy' ? schoolYearOf(origin.roadmap.cycle.start) + 1 : thisYear;
  const [title, setTitle] = useState(origin.kind === 'copy' ? origin.roadmap.title : documentTitle(origin.key));
  const [start, setStart] = useState<PlainDate | null>(schoolYearSpan(first).start);
  const [end, setEnd] = useState<PlainDate | null>(schoolYearSpan(first).end);
  const [cycleTitle, setCycleTitle] = useState(say('new.cycleName', { year: shortYear(first) }));
  const years = [...new Set([-1, 0, 1, 2].map((shift) => thisYear + shift).concat(first))].toSorted((a, b) => a - b);
  const year = years.find((one) => schoolYearSpan(one).start === start && schoolYearSpan(one).end === end);
  const create = useMutation({
    mutationFn: () =>
      createRoadmap({
        from:
          origin.kind === 'copy' ? { kind: 'copy', roadmapId: origin.key } : { kind: 'template', template: origin.key },
        title: title.trim(),
        cycleTitle: cycleTitle.trim(),
        period: { start: start ?? '', end: end ?? '' },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries();
      await navigate({ to: '/roadmap/$roadmapId', params: { roadmapId: id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const chooseYear = (text: string) => {
    if (text === '') return;
    const span = schoolYearSpan(Number(text));
    setStart(span.start);
    setEnd(span.end);
    setCycleTitle(say('new.cycleName', { year: shortYear(Number(text)) }));
  };
  return (
    <form onSubmit={submit} className={classes['form']}>
      <Stack gap="md">
        <TextInput
          label={say('new.name')}
          description={say('new.nameHint')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group align="flex-end">
          <NativeSelect
            label={say('new.year')}
            value={year === undefined ? '' : String(year)}
            onChange={(event) => chooseYear(event.currentTarget.value)}
            data={[
              ...years.map((one) => ({ value: String(one), label: schoolYearName(one) })),
              { value: '', label: say('new.ownYear') },
            ]}
          />
          <DateField label={say('new.from')} required value={start} onChange={setStart} />
          <DateField label={say('new.to')} required value={end} onChange={setEnd} min={start ?? undefined} />
        </Group>
        <TextInput
          label={say('new.cycle')}
          required
          value={cycleTitle}
          onChange={(event) => setCycleTitle(event.currentTarget.value)}
        />
        <RefusalMessage error={create.error} />
        <Button type="submit" size="md" w="fit-content" loading={create.isPending}>
          {say('new.create')}
        </Button>
      </Stack>
    </form>
  );
}

/** «2026/27», as the periods of the organisation are named. */
function shortYear(startYear: number): string {
  return `${startYear}/${String(startYear + 1).slice(-2)}`;
}
