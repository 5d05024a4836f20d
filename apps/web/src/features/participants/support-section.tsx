import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { Participant } from '@nastavnik/contracts/participants';
import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** The neutral tag with recommendations; this section is not there for those who may not know (RULE-11). */
export function SupportSection({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const record = useRecord();
  const [text, setText] = useState(participant.supportRecommendation ?? '');
  const path = `/persons/${participant.person.id}/support-tag`;
  const save = (evenSo: boolean) =>
    record.mutate(
      { method: 'PUT', path, body: { recommendation: text.trim() || null, evenSo } },
      { onSuccess: () => toldAbout(say('request.said')) },
    );
  return (
    <Section title={say('support.title')} lead={say('support.lead')}>
      {participant.may.setSupport ? (
        <Stack gap="sm">
          {isInBank(participant.state) && (
            <Textarea
              label={say('support.recommendation')}
              autosize
              minRows={2}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <SpecialWarning error={record.error} onEvenSo={() => save(true)} />
          <Group gap="xs">
            <Button variant="default" loading={record.isPending} onClick={() => save(false)}>
              {say(participant.needsSupport ? 'support.change' : 'support.set')}
            </Button>
            {participant.needsSupport && (
              <Button
                variant="subtle"
                onClick={() =>
                  record.mutate(
                    { method: 'DELETE', path },
                    {
                      onSuccess: () => {
                        setText('');
                        toldAbout(say('support.removed'));
                      },
                    },
                  )
                }
              >
                {say('support.remove')}
              </Button>
            )}
          </Group>
        </Stack>
      ) : (
        <Text>{participant.supportRecommendation ?? '–'}</Text>
      )}
    </Section>
  );
}
