import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconStamp } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { outerRequestsQuery } from './today.api.ts';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

/** What schools have asked the authority and what it has not yet decided. */
export function OuterSection() {
  const say = useTodayTexts();
  const { data, error, refetch } = useQuery(outerRequestsQuery);
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return null;
  const asked = data.requests.filter((request) => request.state === 'asked');
  if (asked.length === 0) {
    return (
      <EmptyState
        icon={IconStamp}
        title={say('outer.none.title')}
        action={
          <ButtonLink variant="default" to="/settings">
            {say('outer.none.act')}
          </ButtonLink>
        }
      >
        {say('outer.none.text')}
      </EmptyState>
    );
  }
  return (
    <Section title={`${say('section.outer')} · ${asked.length}`}>
      <ul className={classes['list']}>
        {asked.map(({ id, organization, title }) => (
          <li key={id} className={classes['row']}>
            <div className={classes['title']}>{say('task.outer.title', { organization, title })}</div>
            <div>
              <ButtonLink
                to="/agreements/$requestId"
                params={{ requestId: id }}
                aria-label={`${say('task.outer.act')}: ${organization}`}
              >
                {say('task.outer.act')}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
