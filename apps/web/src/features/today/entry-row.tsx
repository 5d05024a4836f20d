import type { DueState, TodayEntry } from '@nastavnik/contracts/roadmaps';
import { dayInWords, daysFromToday, lateBy, untilDay } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ButtonLink } from '../../ui/links.tsx';
import type { StateTone } from '../../ui/palette.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Act } from './choose-sections.ts';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

const TONE: Record<DueState, StateTone> = {
  ahead: 'quiet',
  open: 'open',
  dueSoon: 'soon',
  late: 'late',
  onRequest: 'onRequest',
  asleep: 'quiet',
  done: 'done',
  closed: 'quiet',
};

type EntryRowProps = {
  entry: TodayEntry;
  act: Act;
  /** Why it is late, as told when the deadline was moved or the item sent back; undefined where it is not asked. */
  reason?: string | null | undefined;
};

export function EntryRow({ entry, act, reason }: EntryRowProps) {
  const say = useTodayTexts();
  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <div className={classes['title']}>{entry.title}</div>
        <div className={classes['meta']}>
          <When entry={entry} />
          {!entry.mine && entry.responsible && <span>{entry.responsible}</span>}
          <span>{entry.stage}</span>
          {reason !== undefined && <span>{reason ? say('entry.reason', { reason }) : say('entry.noReason')}</span>}
        </div>
      </div>
      <div>
        <ButtonLink
          variant={act === 'open' ? 'default' : 'light'}
          to="/roadmap/$roadmapId"
          params={{ roadmapId: entry.roadmapId }}
          search={{ item: entry.itemId }}
          aria-label={`${say(`act.${act}`)}: ${entry.title}`}
        >
          {say(`act.${act}`)}
        </ButtonLink>
      </div>
    </li>
  );
}

/** «Просрочено на 3 дня», «до 13 февраля, через 3 дня», «Ждёт подтверждения». */
function When({ entry: { due, days, dueState, state } }: { entry: TodayEntry }) {
  const today = useToday();
  const language = useLanguage();
  if (state === 'reported') return <StateBadge tone="awaiting" />;
  if (dueState === 'late' && days !== null && due !== null) {
    return (
      <>
        <StateBadge tone="late">{lateBy(-days, language)}</StateBadge>
        <span>{dayInWords(due, today, language)}</span>
      </>
    );
  }
  if (due === null) return <StateBadge tone={TONE[dueState]} />;
  return (
    <>
      <StateBadge tone={TONE[dueState]}>{daysFromToday(due, today, language)}</StateBadge>
      <span>{untilDay(due, today, language)}</span>
    </>
  );
}
