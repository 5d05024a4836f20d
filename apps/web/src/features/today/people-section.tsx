import type { PeopleToday } from '@nastavnik/contracts/people-today';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

type Task = PeopleToday['tasks'][number];

/** What waits among the people: nominations, papers, requests, terms of the law. */
export function PeopleSection({ tasks }: { tasks: readonly Task[] }) {
  const say = useTodayTexts();
  return (
    <Section title={say('section.people')}>
      <ul className={classes['list']}>
        {tasks.map((task) => {
          const sentence = say(`people.${task.kind}`, { count: task.count, name: task.class?.name ?? '' });
          return (
            <li key={`${task.kind} ${task.class?.id ?? ''}`} className={classes['row']}>
              <div className={classes['title']}>{sentence}</div>
              <div>
                <TaskLink task={task} sentence={sentence} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function TaskLink({ task, sentence }: { task: Task; sentence: string }): ReactNode {
  const say = useTodayTexts();
  const link = (words: string) => ({ 'aria-label': `${words}: ${sentence}`, children: words });
  const ofClass = task.class ? { class: task.class.id } : {};
  switch (task.kind) {
    case 'duties.overdue':
    case 'duties':
    case 'demands':
      return <ButtonLink to="/people/demands" {...link(say(`people.act.${task.kind}`))} />;
    case 'invite.mentee':
      return <ButtonLink to="/people/mentees" search={{ states: 'nominated' }} {...link(say('people.act.invite'))} />;
    case 'invite.mentor':
      return <ButtonLink to="/people/mentors" search={{ states: 'nominated' }} {...link(say('people.act.invite'))} />;
    case 'enterBank.mentee':
      return (
        <ButtonLink to="/people/mentees" search={{ states: 'consentPending' }} {...link(say('people.act.enterBank'))} />
      );
    case 'enterBank.mentor':
      return (
        <ButtonLink to="/people/mentors" search={{ states: 'consentPending' }} {...link(say('people.act.enterBank'))} />
      );
    case 'requests':
      return <ButtonLink to="/people/requests" search={{ state: 'submitted' }} {...link(say('people.act.requests'))} />;
    case 'signUps':
      return <ButtonLink to="/people/events" {...link(say('people.act.signUps'))} />;
    case 'interests':
      return <ButtonLink to="/people/nominate" search={{ role: 'mentor' }} {...link(say('people.act.interests'))} />;
    case 'papers.class':
      return <ButtonLink to="/people/consents" search={ofClass} {...link(say('people.act.papers'))} />;
    case 'powers.class':
      return <ButtonLink to="/people/pupils" search={ofClass} {...link(say('people.act.powers'))} />;
    case 'papers.staff':
      return <ButtonLink to="/people/consents" search={{ view: 'people' }} {...link(say('people.act.papers'))} />;
  }
}
