import { Button, Text } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInWords } from '../../lib/dates/dates.ts';
import { cardQuery } from '../../lib/school/school.api.ts';
import { useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import { DismissalSection } from './dismissal-section.tsx';
import classes from './employment.module.css';
import { EmploymentForm } from './employment-form.tsx';
import { PersonnelSection } from './personnel-section.tsx';
import { useStaffTexts } from './staff-texts.ts';
import { TeacherCategories } from './teacher-categories.tsx';

/** Subjects, category, experience: for the office, the personnel officer and the person. Nothing stands here for others. */
export function EmploymentSection({ personId }: { personId: string }) {
  const say = useStaffTexts();
  const { active, may, secondFactorNeeded } = useSession();
  const { data } = useQuery({
    ...cardQuery(personId),
    enabled: !secondFactorNeeded && (may.manageStaff || active?.personId === personId),
    retry: false,
  });
  if (secondFactorNeeded && may.manageStaff) {
    return (
      <Section title={say('work.title')}>
        <Text size="sm">
          {say('work.second')} <TextLink to="/account">{say('work.secondGo')}</TextLink>
        </Text>
      </Section>
    );
  }
  if (!data || (!data.employee && !data.may.makeEmployee)) return null;
  return (
    <>
      <Work card={data} />
      {data.employee?.personnel && <PersonnelSection key={data.version} card={data} />}
      <DismissalSection card={data} />
    </>
  );
}

function Work({ card }: { card: PersonCard }) {
  const say = useStaffTexts();
  const words = useSchoolWords();
  const today = useToday();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const work = card.employee;
  const lines: [string, string][] = work
    ? [
        [say('work.subjects'), work.subjects.join(', ')],
        [
          say('work.category'),
          work.category
            ? [
                words(`category.${work.category}`),
                ...work.extraCategories.map((each) => words(`extra.${each}`)),
                work.categoryUntil &&
                  `${say('work.categoryUntil').toLocaleLowerCase()} ${dayInWords(work.categoryUntil, today, language)}`,
              ]
                .filter(Boolean)
                .join(', ')
            : '',
        ],
        [
          say('work.experience'),
          work.experienceYears === null ? '' : say('work.years', { count: work.experienceYears }),
        ],
        [say('work.classes'), work.leadsClasses.map(({ name }) => name).join(', ')],
      ]
    : [];
  const filled = lines.filter(([, text]) => text !== '');
  const mayEdit = card.may.editEmployee || card.may.makeEmployee;
  return (
    <Section
      title={say('work.title')}
      actions={
        mayEdit && !editing ? (
          <Button variant="subtle" size="xs" onClick={() => setEditing(true)}>
            {say('work.edit')}
          </Button>
        ) : null
      }
    >
      {work && <TeacherCategories card={card} />}
      {editing ? (
        <EmploymentForm card={card} onDone={() => setEditing(false)} />
      ) : filled.length === 0 ? (
        <Text c="dimmed">{say('work.empty')}</Text>
      ) : (
        <dl className={classes['pairs']}>
          {filled.map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
