import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import type { Task } from './choose-sections.ts';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

/** Steps of imports and roadmaps that wait for this person, each with its one action. */
export function TasksSection({ title, tasks }: { title: string; tasks: readonly Task[] }) {
  const say = useTodayTexts();
  return (
    <Section title={title}>
      <ul className={classes['list']}>
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.roadmapId ?? task.importId}`} className={classes['row']}>
            <div className={classes['title']}>{say(`task.${task.kind}.title`, { title: task.title })}</div>
            <div>
              <TaskLink task={task} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TaskLink({ task }: { task: Task }) {
  const say = useTodayTexts();
  const words = say(`task.${task.kind}.act`);
  const label = `${words}: ${task.title}`;
  if (task.importId) {
    return (
      <ButtonLink to="/import/$importId" params={{ importId: task.importId }} aria-label={label}>
        {words}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      to="/roadmap/$roadmapId"
      params={{ roadmapId: task.roadmapId ?? '' }}
      search={task.kind === 'wake' ? { state: 'asleep' } : {}}
      aria-label={label}
    >
      {words}
    </ButtonLink>
  );
}
