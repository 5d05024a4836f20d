import { ActionIcon, Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Item, Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { monthInWords, weekdayAndDay } from '../../../lib/dates/dates.ts';
import { useToday } from '../../../lib/session.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { IconFollowing, IconPrevious } from '../../../ui/icons.ts';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { capital, itemInWords, plannedInWords } from '../item/state-words.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './month-calendar.module.css';
import { monthAfter, monthShown, weeksOf } from './month-days.ts';

type MonthCalendarProps = {
  plan: Roadmap;
  items: readonly Item[];
  /** `YYYY-MM` of the address. */
  month: string | undefined;
  onMonth: (month: string | undefined) => void;
  onOpen: (item: Item) => void;
};

type Due = { readonly item: Item; readonly occurrence: Occurrence };

/** The days of a month with what is due on them; on a phone only the days that have something. */
export function MonthCalendar({ plan, items, month, onMonth, onOpen }: MonthCalendarProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const shown = monthShown(month, plan.cycle, today);
  const first = `${shown}-01` as PlainDate;
  const name = capital(monthInWords(first, language));
  const byDay = new Map<string, Due[]>();
  for (const item of items) {
    for (const occurrence of item.occurrences) {
      if (!occurrence.due?.startsWith(shown)) continue;
      const known = byDay.get(occurrence.due);
      if (known) known.push({ item, occurrence });
      else byDay.set(occurrence.due, [{ item, occurrence }]);
    }
  }
  const undated = items.filter((item) => item.occurrences.every(({ due }) => due === null));
  return (
    <Stack gap="sm">
      <Group gap="xs" className="no-print">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('calendar.previous')}
          onClick={() => onMonth(monthAfter(shown, -1))}
        >
          <IconPrevious size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('calendar.next')}
          onClick={() => onMonth(monthAfter(shown, 1))}
        >
          <IconFollowing size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => onMonth(today.slice(0, 7))}>
          {say('calendar.now')}
        </Button>
      </Group>
      <Title order={2} aria-live="polite">
        {name}
      </Title>
      {byDay.size === 0 && <Text c="dimmed">{say('calendar.nothing')}</Text>}
      {phone ? (
        <DayList plan={plan} byDay={byDay} onOpen={onOpen} />
      ) : (
        <table className={classes['month']}>
          <caption>
            <span className="unseen">{say('calendar.caption', { month: name })}</span>
          </caption>
          <thead>
            <tr>
              {weeksOf(first)[1]?.map((day) => (
                <th key={day} scope="col">
                  {capital(weekdayAndDay(day, language).split(',')[0] ?? '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(first).map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <td key={day} data-other={!day.startsWith(shown)} data-today={day === today}>
                    <time dateTime={day} className={classes['day']}>
                      {Number(day.slice(8))}
                    </time>
                    <Dues plan={plan} dues={byDay.get(day) ?? []} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {undated.length > 0 && (
        <details>
          <summary>{say('calendar.undated', { count: undated.length })}</summary>
          <ul className={classes['dues']}>
            {undated.map((item) => (
              <li key={item.id}>
                <UnstyledButton className={classes['due']} onClick={() => onOpen(item)} aria-haspopup="dialog">
                  {[item.number, item.title].filter(Boolean).join(' ')}
                </UnstyledButton>{' '}
                <StateBadge tone={itemInWords(item, { today, language, say }).tone}>
                  {itemInWords(item, { today, language, say }).words}
                </StateBadge>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}

type DuesProps = { plan: Roadmap; dues: readonly Due[]; onOpen: (item: Item) => void };

function Dues({ plan, dues, onOpen }: DuesProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  if (dues.length === 0) return null;
  return (
    <ul className={classes['dues']}>
      {dues.map(({ item, occurrence }) => {
        const { tone, words } = plannedInWords(plan, occurrence, { today, language, say });
        return (
          <li key={occurrence.id}>
            <UnstyledButton
              className={classes['due']}
              data-tone={tone}
              onClick={() => onOpen(item)}
              aria-haspopup="dialog"
              title={words}
            >
              <span className={classes['dueTitle']}>{[item.number, item.title].filter(Boolean).join(' ')}</span>
              <span className={classes['dueState']}>{words}</span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

type DayListProps = Omit<DuesProps, 'dues'> & { byDay: ReadonlyMap<string, Due[]> };

function DayList({ plan, byDay, onOpen }: DayListProps) {
  const language = useLanguage();
  const days = [...byDay].toSorted(([one], [other]) => one.localeCompare(other));
  return (
    <Stack gap="md">
      {days.map(([day, dues]) => (
        <section key={day}>
          <Title order={3} size="h3">
            <time dateTime={day}>{capital(weekdayAndDay(day as PlainDate, language))}</time>
          </Title>
          <Dues plan={plan} dues={dues} onOpen={onOpen} />
        </section>
      ))}
    </Stack>
  );
}
