import { daysBetween, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { dayInWords, daysFromToday, lateBy, untilDay } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useDemandsTexts } from './demands-texts.ts';

const SOON_DAYS = 3;

type TermBadgeProps = { dueOn: string; doneOn?: string | null; done?: boolean };

/** «До 19 декабря, через 3 дня», «Просрочено на 2 дня», «Сделано 12 декабря»: a legal term, counted from today. */
export function TermBadge({ dueOn, doneOn = null, done = false }: TermBadgeProps) {
  const say = useDemandsTexts();
  const language = useLanguage();
  const today = useToday();
  const due = dueOn as PlainDate;
  if (doneOn)
    return (
      <StateBadge tone="done">{say('done', { day: dayInWords(doneOn as PlainDate, today, language) })}</StateBadge>
    );
  if (done) return <StateBadge tone="done" />;
  const left = daysBetween(today, due);
  if (left < 0) return <StateBadge tone="late">{lateBy(-left, language)}</StateBadge>;
  const words = `${untilDay(due, today, language)}, ${daysFromToday(due, today, language)}`;
  return <StateBadge tone={left <= SOON_DAYS ? 'soon' : 'open'}>{words}</StateBadge>;
}
