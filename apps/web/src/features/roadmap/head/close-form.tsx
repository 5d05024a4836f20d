import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../../ui/links.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { FaultyItems } from './faulty-items.tsx';
import { StepForm, type StepFormProps } from './step-form.tsx';

const FINISHED = ['done', 'cancelled', 'notRequired'];

/** The end of a plan: each late item is explained; what is still open has to be settled first. */
export function CloseForm({ plan, busy, error, onSend, onClose }: StepFormProps) {
  const say = useRoadmapTexts();
  const open = plan.items.filter((item) => !FINISHED.includes(item.state));
  const late = open.filter((item) => item.state === 'overdue');
  const unsettled = open.filter((item) => item.state !== 'overdue');
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  return (
    <StepForm
      action={say('step.close')}
      busy={busy}
      error={error}
      onSend={() =>
        onSend({
          explanations: late.flatMap((item) => {
            const text = (words[item.id] ?? item.stateReason ?? '').trim();
            return text ? [{ itemId: item.id, text }] : [];
          }),
        })
      }
      onClose={onClose}
    >
      <Text>{say('close.lead')}</Text>
      {unsettled.length > 0 && (
        <Alert variant="light">
          <Text>{say('close.open', { count: unsettled.length })}</Text>
          <ul>
            {unsettled.slice(0, 10).map((item) => (
              <li key={item.id}>
                <TextLink
                  to="/roadmap/$roadmapId"
                  params={{ roadmapId: plan.id }}
                  search={{ item: item.id }}
                  // The item opens in a panel of its own, which must not stand behind this question.
                  onClick={onClose}
                >
                  {[item.number, item.title].filter(Boolean).join(' ')}
                </TextLink>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {late.length > 0 && (
        <Stack gap="sm">
          <Text fw={600}>{say('close.late', { count: late.length })}</Text>
          {late.map((item) => (
            <Textarea
              key={item.id}
              label={[item.number, item.title].filter(Boolean).join(' ')}
              required
              minRows={1}
              value={words[item.id] ?? item.stateReason ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setWords((known) => ({ ...known, [item.id]: text }));
              }}
            />
          ))}
        </Stack>
      )}
      <FaultyItems plan={plan} error={error} />
    </StepForm>
  );
}
