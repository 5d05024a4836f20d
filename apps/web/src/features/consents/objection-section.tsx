import { Text } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { dayInWords } from '../../lib/dates/dates.ts';
import { cardQuery } from '../../lib/school/school.api.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useConsentsTexts } from './consents-texts.ts';

/** RULE-08: the other parent's objection stops publication until the director has decided. */
export function ObjectionSection({ personId }: { personId: string }) {
  const { data } = useQuery(cardQuery(personId));
  const objecting = data?.representatives?.filter(({ objected }) => objected !== null) ?? [];
  return objecting.map((each) => <Objection key={each.id} name={each.person.name} objection={each.objected!} />);
}

type ObjectionProps = {
  name: string;
  objection: { on: string; note: string; settled: { on: string; publish: boolean; decision: string } | null };
};

function Objection({ name, objection }: ObjectionProps) {
  const say = useConsentsTexts();
  const language = useLanguage();
  const today = useToday();
  const day = (on: string) => dayInWords(on as PlainDate, today, language);
  return (
    <Section title={say('objection.title')}>
      <Text>{say('objection.said', { name, day: day(objection.on) })}</Text>
      {objection.note && <Text size="sm">{objection.note}</Text>}
      {objection.settled ? (
        <>
          <div>
            <StateBadge tone={objection.settled.publish ? 'done' : 'late'}>
              {say(objection.settled.publish ? 'objection.overruled' : 'objection.upheld')}
            </StateBadge>
          </div>
          <Text>
            {say('objection.settled', { day: day(objection.settled.on), decision: objection.settled.decision })}
          </Text>
        </>
      ) : (
        <div>
          <StateBadge tone="late">{say('objection.stops')}</StateBadge>
        </div>
      )}
    </Section>
  );
}
