import { Button, Stack, Text, Textarea } from '@mantine/core';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';
import { dayInWords } from '../../lib/dates/dates.ts';
import { cardQuery } from '../../lib/school/school.api.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useConsentsTexts } from './consents-texts.ts';

/** RULE-08: the other parent's objection stops publication until the director has decided. */
export function ObjectionSection({ personId }: { personId: string }) {
  const { data } = useQuery(cardQuery(personId));
  const objecting = data?.representatives?.filter(({ objected }) => objected !== null) ?? [];
  return objecting.map((each) => (
    <Objection
      key={each.id}
      personId={personId}
      representationId={each.id}
      name={each.person.name}
      objection={each.objected!}
    />
  ));
}

type ObjectionProps = {
  personId: string;
  representationId: string;
  name: string;
  objection: { on: string; note: string; settled: { on: string; decision: string } | null };
};

function Objection({ personId, representationId, name, objection }: ObjectionProps) {
  const say = useConsentsTexts();
  const language = useLanguage();
  const today = useToday();
  const decides = can({ roles: useSession().active?.roles ?? [] }, 'objection.settle');
  const [decision, setDecision] = useState('');
  const save = useConsentChange(() =>
    ask('POST', `/persons/${personId}/objection-decision`, z.null(), {
      body: { representationId, decision: decision.trim() },
    }),
  );
  const day = (on: string) => dayInWords(on as PlainDate, today, language);
  return (
    <Section title={say('objection.title')}>
      <Text>{say('objection.said', { name, day: day(objection.on) })}</Text>
      {objection.note && <Text size="sm">{objection.note}</Text>}
      {objection.settled ? (
        <Text>
          {say('objection.settled', { day: day(objection.settled.on), decision: objection.settled.decision })}
        </Text>
      ) : (
        <div>
          <StateBadge tone="late">{say('objection.stops')}</StateBadge>
        </div>
      )}
      {!objection.settled && decides && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(undefined, { onSuccess: () => toldAbout(say('objection.done')) });
          }}
        >
          <Stack gap="sm">
            <Textarea
              label={say('objection.decision')}
              description={say('objection.hint')}
              required
              autosize
              minRows={2}
              maxLength={1000}
              value={decision}
              onChange={(event) => setDecision(event.currentTarget.value)}
            />
            <RefusalMessage error={save.error} />
            <Button type="submit" w="fit-content" loading={save.isPending} disabled={decision.trim() === ''}>
              {say('objection.go')}
            </Button>
          </Stack>
        </form>
      )}
    </Section>
  );
}
