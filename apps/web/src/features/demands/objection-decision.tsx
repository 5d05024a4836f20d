import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';
import { dayInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import type { Duty } from './demands.api.ts';
import { useDemandsTexts } from './demands-texts.ts';

type ObjectionDecisionProps = { childId: string; objection: NonNullable<Duty['objection']> };

/** RULE-08: who objects and to what, and the director's decision either way. */
export function ObjectionDecision({ childId, objection }: ObjectionDecisionProps) {
  const say = useDemandsTexts();
  const today = useToday();
  const language = useLanguage();
  const { representationId } = objection;
  const [decision, setDecision] = useState('');
  const [publish, setPublish] = useState<'yes' | 'no' | ''>('');
  const save = useConsentChange(
    (evenSo: boolean) =>
      ask('POST', `/persons/${childId}/objection-decision`, z.null(), {
        body: { representationId, publish: publish === 'yes', decision: decision.trim(), evenSo },
      }),
    () => toldAbout(say('objection.done')),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(false);
      }}
    >
      <Stack gap="sm" mt="xs">
        <div>
          <Text>{say('objection.said', { name: objection.by, day: dayInWords(objection.on, today, language) })}</Text>
          <Text size="sm">{objection.note}</Text>
        </div>
        <Radio.Group
          label={say('objection.which')}
          required
          value={publish}
          onChange={(value) => setPublish(value === 'yes' ? 'yes' : 'no')}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="yes" label={say('objection.overruled')} />
            <Radio value="no" label={say('objection.upheld')} />
          </Stack>
        </Radio.Group>
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
        <SpecialWarning error={save.error} onEvenSo={() => save.mutate(true)} />
        <Button
          type="submit"
          w="fit-content"
          loading={save.isPending}
          disabled={decision.trim() === '' || publish === ''}
        >
          {say('objection.go')}
        </Button>
      </Stack>
    </form>
  );
}
