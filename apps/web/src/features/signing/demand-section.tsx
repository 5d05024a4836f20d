import { Anchor, Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInWords, untilDay } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { ownDemandsQuery, useMakeDemand } from './signing.api.ts';
import classes from './signing.module.css';
import { useSigningTexts } from './signing-texts.ts';

const KINDS = ['information', 'correction', 'stopProcessing', 'stopDissemination'] as const;

/** RULE-17, RULE-36: what a person may demand of the school, with the day of the answer. */
export function DemandSection({ people }: { people: readonly { id: string; name: string }[] }) {
  const say = useSigningTexts();
  const language = useLanguage();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const [about, setAbout] = useState(people[0]?.id ?? '');
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [text, setText] = useState('');
  const make = useMakeDemand();
  const { data } = useQuery({ ...ownDemandsQuery(about), enabled: about !== '' });
  return (
    <Section title={say('demand.title')} lead={say('demand.lead')}>
      {data && data.demands.length > 0 && (
        <ul className={classes['signers']}>
          {data.demands.map((each) => (
            <li key={each.id}>
              <Text>
                {say(`demand.${each.kind}`)}:{' '}
                {each.doneOn
                  ? say('demand.done', { day: dayInWords(each.doneOn as PlainDate, today, language) })
                  : say('demand.due', { until: untilDay(each.dueOn as PlainDate, today, language) })}
              </Text>
              {each.answer && <Text size="sm">{each.answer}</Text>}
              <Anchor size="sm" href={`/api/v1/demands/${each.id}/receipt?format=pdf`}>
                {say('demand.receipt')}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      {!open && (
        <Button variant="default" w="fit-content" onClick={() => setOpen(true)}>
          {say('demand.open')}
        </Button>
      )}
      {open && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate(
              { personId: about, kind, text: text.trim() },
              {
                onSuccess: ({ dueOn }) => {
                  toldAbout(say('demand.made', { until: untilDay(dueOn as PlainDate, today, language) }));
                  setOpen(false);
                  setText('');
                },
              },
            );
          }}
        >
          <Stack gap="md">
            {people.length > 1 && (
              <NativeSelect
                label={say('demand.about')}
                value={about}
                data={people.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) => setAbout(event.currentTarget.value)}
              />
            )}
            <NativeSelect
              label={say('demand.what')}
              value={kind}
              data={KINDS.map((each) => ({ value: each, label: say(`demand.${each}`) }))}
              onChange={(event) => setKind(event.currentTarget.value)}
            />
            <Textarea
              label={say('demand.text')}
              autosize
              minRows={2}
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <RefusalMessage error={make.error} />
            <Button type="submit" w="fit-content" loading={make.isPending}>
              {say('demand.go')}
            </Button>
          </Stack>
        </form>
      )}
    </Section>
  );
}
