import type { PeopleToday } from '@nastavnik/contracts/people-today';
import { can } from '@nastavnik/domain/access/can';
import { useQueries, useQuery } from '@tanstack/react-query';
import { weekdayAndDay } from '../../lib/dates/dates.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { AuthorityBegins } from './authority-begins.tsx';
import { isDirector, sectionsOf, splitTasks } from './choose-sections.ts';
import { EntriesSection } from './entries-section.tsx';
import { Glance } from './glance.tsx';
import { Nothing } from './nothing.tsx';
import { NumberMissing } from './number-missing.tsx';
import { ObjectionsSection } from './objections-section.tsx';
import { OuterSection } from './outer-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { TasksSection } from './tasks-section.tsx';
import { type Duty, dutiesQuery, indicatorsQuery, peopleTodayQuery, roadmapsQuery, todayQuery } from './today.api.ts';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

/** «Сегодня»: what do I do now, what is late, whom do I wait for. */
export function TodayPage() {
  const say = useTodayTexts();
  const today = useToday();
  const language = useLanguage();
  const { active } = useSession();
  const authority = active?.kind === 'municipality' || active?.kind === 'region';
  return (
    <Page
      title={say('title')}
      lead={<span className={classes['date']}>{weekdayAndDay(today, language)}</span>}
      width="measure"
    >
      {authority ? <AuthorityToday /> : <SchoolToday />}
    </Page>
  );
}

/** An authority decides on the plans of schools; a plan of its own it has only when somebody there may make one. */
function AuthorityToday() {
  const { may } = useSession();
  return (
    <>
      {may.seeAgreements ? <OuterSection /> : !may.importRoadmap && <AuthorityBegins />}
      {may.importRoadmap && <SchoolToday />}
    </>
  );
}

function SchoolToday() {
  const say = useTodayTexts();
  const { active, policy } = useSession();
  const { data, error, refetch } = useQuery(todayQuery);
  const { running, reasons } = useRunning();
  const objections = useObjections();
  const people = usePeople();
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const { toSign, steps } = splitTasks(data.tasks, active?.roles ?? []);
  const sections = sectionsOf(data);
  return (
    <>
      {toSign.length > 0 && <TasksSection title={`${say('section.toSign')} · ${toSign.length}`} tasks={toSign} />}
      <ObjectionsSection objections={objections} />
      {running.map(({ id, title }) => (
        <Glance
          key={id}
          roadmapId={id}
          title={title}
          late={data.late.filter((entry) => entry.roadmapId === id).length}
          alone={running.length === 1}
        />
      ))}
      {people.length > 0 && <PeopleSection tasks={people} />}
      {steps.length > 0 && <TasksSection title={say('section.tasks')} tasks={steps} />}
      {sections.map((section) => (
        <EntriesSection key={section.list} {...section} reasons={reasons} />
      ))}
      {sections.length + data.tasks.length + objections.length === 0 && <Nothing people={people.length > 0} />}
      {policy?.numberMissing && <NumberMissing />}
    </>
  );
}

/** What waits for whoever decides on them; an account without the second step is told of it where the people are. */
function useObjections(): readonly Duty[] {
  const decides = can({ roles: useSession().active?.roles ?? [] }, 'objection.settle');
  const { data } = useQuery({ ...dutiesQuery, enabled: decides });
  return data?.duties.filter(({ objection }) => objection !== null) ?? [];
}

/** Without the second step people's data do not open; the page of people says so. */
function usePeople(): PeopleToday['tasks'] {
  const { secondFactorNeeded } = useSession();
  const { data } = useQuery({ ...peopleTodayQuery, enabled: !secondFactorNeeded });
  return data?.tasks ?? [];
}

/** For those who see the figures: the plans in force, and why their late items are late. */
function useRunning() {
  const { active, may } = useSession();
  const { data } = useQuery({ ...roadmapsQuery, enabled: may.seeIndicators });
  const running = may.seeIndicators ? (data?.roadmaps ?? []).filter((one) => one.state === 'inForce') : [];
  const answers = useQueries({ queries: running.map(({ id }) => indicatorsQuery(id)) });
  // The director is told of every late item why, or that nobody said why; others are spared the second.
  const rows = answers
    .flatMap((answer) => answer.data?.rows ?? [])
    .filter((row) => row.reason || isDirector(active?.roles ?? []));
  const reasons = may.seeIndicators ? new Map(rows.map((row) => [row.occurrenceId, row.reason])) : undefined;
  return { running, reasons };
}
