import { Group, Stack, Text } from '@mantine/core';
import type { menteeRow, mentorRow } from '@nastavnik/contracts/banks';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { useMemo } from 'react';
import type { z } from 'zod';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { categoryWords, lackingWords, STATE_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useBanksTexts } from './banks-texts.ts';

export type MenteeRow = z.infer<typeof menteeRow>;
export type MentorRow = z.infer<typeof mentorRow>;

const NAMES = new Map(DEFAULT_COMPETENCES.map(({ id, name }) => [id, name]));

function useCommonColumns<Row extends MenteeRow | MentorRow>(): TableColumn<Row>[] {
  const say = useBanksTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  return useMemo(
    () => [
      { id: 'name', title: say('column.name'), cell: (row) => row.person.name, main: true },
      { id: 'place', title: say('column.place'), cell: (row) => row.person.place ?? '–' },
      {
        id: 'state',
        title: say('column.state'),
        cell: (row) => <StateBadge tone={STATE_TONE[row.state]}>{words(`state.${row.state}`)}</StateBadge>,
        whole: true,
      },
      {
        id: 'lacking',
        title: say('column.lacking'),
        cell: (row) =>
          row.lacking.length === 0 ? (
            '–'
          ) : (
            <Stack gap={0}>
              {row.lacking.slice(0, 3).map((each) => (
                <Text key={lackingWords(words, each)} size="sm">
                  {lackingWords(words, each)}
                </Text>
              ))}
            </Stack>
          ),
      },
      {
        id: 'since',
        title: say('column.since'),
        cell: (row) => dayInFigures(row.since, language),
        hidden: true,
      },
      { id: 'form', title: say('column.form'), cell: (row) => row.form ?? '–', hidden: true },
      {
        id: 'confirmed',
        title: say('column.confirmed'),
        cell: (row) => (row.confirmedOn ? dayInFigures(row.confirmedOn, language) : say('confirmed.no')),
        hidden: true,
      },
    ],
    [language, say, words],
  );
}

export function useMenteeColumns(): TableColumn<MenteeRow>[] {
  const say = useBanksTexts();
  const words = usePeopleWords();
  const common = useCommonColumns<MenteeRow>();
  return useMemo(
    () => [
      ...common.slice(0, 1),
      {
        id: 'age',
        title: say('column.age'),
        cell: (row) => row.person.age ?? '–',
        hidden: true,
      },
      ...common.slice(1, 2),
      {
        id: 'categories',
        title: say('column.categories'),
        cell: (row) => row.categories.map((category) => categoryWords(words, category)).join(', ') || '–',
        hidden: true,
      },
      ...common.slice(2, 3),
      {
        id: 'themes',
        title: say('column.themes'),
        cell: (row) => (
          <Group gap={6}>
            {row.themes.join(', ') || '–'}
            {row.needsSupport && <StateBadge tone="awaiting">{say('support')}</StateBadge>}
          </Group>
        ),
      },
      {
        id: 'urgency',
        title: say('column.urgency'),
        cell: (row) =>
          row.urgency ? (
            row.urgency === 'calm' ? (
              say('urgency.calm')
            ) : (
              <StateBadge tone={row.urgency === 'urgent' ? 'late' : 'soon'}>{say(`urgency.${row.urgency}`)}</StateBadge>
            )
          ) : (
            '–'
          ),
      },
      {
        id: 'answeredBy',
        title: say('column.answeredBy'),
        cell: (row) => row.answeredBy?.join(', ') || '–',
        hidden: true,
      },
      ...common.slice(3),
    ],
    [common, say, words],
  );
}

export function useMentorColumns(): TableColumn<MentorRow>[] {
  const say = useBanksTexts();
  const common = useCommonColumns<MentorRow>();
  return useMemo(
    () => [
      ...common.slice(0, 3),
      {
        id: 'competences',
        title: say('column.competences'),
        cell: (row) => row.competences.map((id) => NAMES.get(id) ?? id).join(', ') || '–',
      },
      {
        id: 'room',
        title: say('column.room'),
        cell: (row) => (row.accepting ? say('room.free', { count: row.capacity }) : say('room.closed')),
      },
      {
        id: 'ready',
        title: say('column.ready'),
        cell: (row) => (
          <Stack gap={0}>
            {READY.map(({ word, has }) => (
              <Text key={word} size="sm">
                {say(has(row) ? 'ready.yes' : 'ready.no', { what: say(word) })}
              </Text>
            ))}
          </Stack>
        ),
        hidden: true,
      },
      { id: 'answers', title: say('column.answers'), cell: (row) => row.answers?.join(', ') || '–' },
      ...common.slice(3),
    ],
    [common, say],
  );
}

const READY = [
  { word: 'ready.card', has: (row: MentorRow) => row.cardFilled },
  { word: 'ready.interview', has: (row: MentorRow) => row.interviewed },
  { word: 'ready.clearance', has: (row: MentorRow) => row.cleared },
  { word: 'ready.training', has: (row: MentorRow) => row.trained },
  { word: 'ready.recommended', has: (row: MentorRow) => row.recommended },
] as const;
