import { Group, Stack, Text } from '@mantine/core';
import type { pupilRow } from '@nastavnik/contracts/persons';
import { schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { useMemo } from 'react';
import type { z } from 'zod';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { STATE_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { kinship, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { usePupilsTexts } from './pupils-texts.ts';

type Say = ReturnType<typeof usePupilsTexts>;
export type PupilRow = z.infer<typeof pupilRow>;

/**
 * What a list of pupils says of each; inside one class the class is not repeated. Of a school year that is not the present
 * one, until when those sat in the class who did not see its end.
 */
export function usePupilColumns(ofOneClass: boolean, otherYear: number | undefined): TableColumn<PupilRow>[] {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const people = usePeopleWords();
  const language = useLanguage();
  return useMemo(
    () => [
      { id: 'name', title: say('column.name'), cell: (row) => row.name, sortBy: (row) => row.name, main: true },
      ...(ofOneClass
        ? []
        : [
            {
              id: 'class',
              title: say('column.class'),
              cell: (row: PupilRow) => row.class?.name ?? (row.leftOn ? say('left') : '–'),
              sortBy: (row: PupilRow) => row.class?.name ?? null,
            },
          ]),
      ...(otherYear === undefined
        ? []
        : [
            {
              id: 'until',
              title: say('column.until'),
              cell: ({ inClassUntil }: PupilRow) =>
                inClassUntil && inClassUntil < schoolYearSpan(otherYear).end
                  ? dayInFigures(inClassUntil, language)
                  : say('until.end'),
              sortBy: (row: PupilRow) => row.inClassUntil,
            },
          ]),
      {
        id: 'birth',
        title: say('column.birth'),
        cell: (row) => (
          <span>
            {row.birthDate && <time dateTime={row.birthDate}>{dayInFigures(row.birthDate, language)}</time>}
            {row.birthDate && row.age !== null && ', '}
            {row.age !== null && say('age', { count: row.age })}
            {row.age === null && !row.birthDate && '–'}
          </span>
        ),
        sortBy: (row) => row.birthDate ?? row.age,
      },
      // How it stands today says nothing of a year that is over.
      ...(otherYear === undefined ? todaysColumns(say, people) : []),
      {
        id: 'study',
        title: say('column.study'),
        cell: (row) => words(`study.${row.studyForm}`),
        sortBy: (row) => row.studyForm,
        hidden: true,
      },
    ],
    [language, ofOneClass, otherYear, people, say, words],
  );
}

/** Who acts for the pupil, and the part in the programme. */
function todaysColumns(say: Say, people: ReturnType<typeof usePeopleWords>): TableColumn<PupilRow>[] {
  return [
    {
      id: 'family',
      title: say('column.family'),
      cell: (row) => <Family row={row} />,
      sortBy: (row) => row.representatives,
    },
    {
      id: 'part',
      title: say('column.part'),
      cell: (row) =>
        row.participations && row.participations.length > 0 ? (
          <Stack gap={2}>
            {row.participations.map((each) => (
              <StateBadge key={each.id} tone={STATE_TONE[each.state]}>
                {`${people(`role.${each.role}`)}: ${people(`state.${each.state}`).toLocaleLowerCase()}`}
              </StateBadge>
            ))}
          </Stack>
        ) : (
          '–'
        ),
    },
  ];
}

function Family({ row }: { row: PupilRow }) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  if (row.representatives === 0) {
    if (row.age !== null && row.age >= 18) return say('family.notNeeded');
    return <StateBadge tone="late">{say('family.none')}</StateBadge>;
  }
  if (!row.family) {
    return row.unverifiedRepresentatives > 0 ? (
      <StateBadge tone="soon">{say('family.unverified')}</StateBadge>
    ) : (
      say('family.count', { count: row.representatives })
    );
  }
  return (
    <Stack gap={2}>
      {row.family.map((each) => (
        <Group key={each.id} gap={6}>
          <Text size="sm" span>
            <PersonName name={each.name} />, {kinship(words, each.kind)}
          </Text>
          {!each.verified && <StateBadge tone="soon">{say('family.unverified')}</StateBadge>}
        </Group>
      ))}
    </Stack>
  );
}
