import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import type { Duty } from './today.api.ts';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

/** RULE-08: parents who do not agree wait for the director's word. */
export function ObjectionsSection({ objections }: { objections: readonly Duty[] }) {
  const say = useTodayTexts();
  if (objections.length === 0) return null;
  return (
    <Section title={`${say('section.objections')} · ${objections.length}`}>
      <ul className={classes['list']}>
        {objections.map(({ id, person }) => (
          <li key={id} className={classes['row']}>
            <div className={classes['title']}>{person?.name}</div>
            <div>
              <ButtonLink to="/people/demands" aria-label={say('objections.decideOn', { name: person?.name ?? '' })}>
                {say('objections.decide')}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
