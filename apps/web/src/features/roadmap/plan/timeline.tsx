import { UnstyledButton } from '@mantine/core';
import type { Item, Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import { daysBetween, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { dayInWords, monthInWords } from '../../../lib/dates/dates.ts';
import { useToday } from '../../../lib/session.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { isRunning, plannedInWords } from '../item/state-words.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { StateCell } from './cells.tsx';
import { GroupHeading } from './group-heading.tsx';
import type { Group } from './group-items.ts';
import { walkRows } from './plan-table.tsx';
import { barOf, monthsOf } from './time-scale.ts';
import classes from './timeline.module.css';
import { useItemEdits } from './use-item-edits.ts';

type TimelineProps = {
  plan: Roadmap;
  groups: readonly Group[];
  openId: string | undefined;
  onOpen: (item: Item) => void;
};

/** The items over the period, a bar for each term; what the bars show is also said in words. */
export function Timeline({ plan, groups, openId, onOpen }: TimelineProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  const edits = useItemEdits(plan.id);
  const months = monthsOf(plan.cycle);
  const whole = daysBetween(plan.cycle.start, plan.cycle.end) + 1;
  const now = daysBetween(plan.cycle.start, today) / whole;
  const reading = { ...plan, may: { ...plan.may, edit: false } };
  return (
    // A region that scrolls has to be reachable with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['frame']} role="region" aria-label={say('timeline.scroll')} tabIndex={0}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows are a shortcut */}
      <table className={classes['table']} onKeyDown={walkRows} style={{ minWidth: `${12 + months.length * 3.5}rem` }}>
        <caption>
          <span className="unseen">{say('timeline.caption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes['name']}>
              {say('timeline.item')}
            </th>
            <th scope="col" className={classes['months']}>
              <div className={classes['scale']}>
                {months.map((month) => (
                  <span
                    key={month.first}
                    className={classes['month']}
                    style={{ left: `${month.from * 100}%`, width: `${month.width * 100}%` }}
                    title={monthInWords(month.first, language)}
                  >
                    {monthInWords(month.first, language).slice(0, 3)}
                  </span>
                ))}
                {now >= 0 && now <= 1 && (
                  <span className={classes['todayMark']} style={{ left: `${now * 100}%` }}>
                    <span className="unseen">{say('timeline.today', { day: dayInWords(today, today, language) })}</span>
                  </span>
                )}
              </div>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={2} className={classes['head']}>
                <GroupHeading group={group} plan={reading} edits={edits} />
              </th>
            </tr>
            {group.items.map((item) => (
              <tr key={item.id} data-open={item.id === openId}>
                <th scope="row" className={classes['name']}>
                  <UnstyledButton
                    data-row
                    className={classes['open']}
                    onClick={() => onOpen(item)}
                    aria-haspopup="dialog"
                  >
                    {item.number && `${item.number} `}
                    {item.title}
                  </UnstyledButton>
                </th>
                <td className={classes['line']}>
                  {months.map((month) => (
                    <span key={month.first} className={classes['grid']} style={{ left: `${month.from * 100}%` }} />
                  ))}
                  {now >= 0 && now <= 1 && <span className={classes['now']} style={{ left: `${now * 100}%` }} />}
                  <Bars item={item} plan={plan} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Bars({ item, plan }: { item: Item; plan: Pick<Roadmap, 'state' | 'cycle'> }) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  const placed = item.occurrences.flatMap((occurrence) => {
    const bar = barOf(occurrence, plan.cycle);
    return bar ? [{ occurrence, bar }] : [];
  });
  if (placed.length === 0) {
    return (
      <span className={classes['undated']}>
        <StateCell item={item} running={isRunning(plan)} />
      </span>
    );
  }
  return (
    <ul className={classes['bars']}>
      {placed.map(({ occurrence, bar }) => {
        const { tone, words } = plannedInWords(plan, occurrence, { today, language, say });
        const text = `${spanOf(occurrence, today, language)}${words}`;
        return (
          <li
            key={occurrence.id}
            className={classes['bar']}
            data-tone={tone}
            style={{ left: `${bar.from * 100}%`, width: `${bar.width * 100}%` }}
            title={text}
          >
            <span className="unseen">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

function spanOf({ start, due }: Occurrence, today: PlainDate, language: 'ru' | 'en'): string {
  const days = [start, due].filter((day): day is PlainDate => day !== null);
  return days.length === 0 ? '' : `${days.map((day) => dayInWords(day, today, language)).join(' – ')}: `;
}
