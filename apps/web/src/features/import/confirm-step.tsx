import { Alert, Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ImportAnswer } from '@nastavnik/contracts/imports';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { confirmImport, differenceQuery } from './import.api.ts';
import { useImportTexts } from './import-texts.ts';
import type { DraftWork } from './use-draft.ts';

type ConfirmStepProps = {
  answer: Pick<ImportAnswer, 'id' | 'editionsOf'>;
  work: DraftWork;
  period: DateSpan;
  left: number;
  onBack: () => void;
};

/** The last step: what will be made, and whether it is a newer edition of a plan that is already there. */
export function ConfirmStep({ answer, work, period, left, onBack }: ConfirmStepProps) {
  const say = useImportTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [cycleTitle, setCycleTitle] = useState(
    say('period.schoolYear', { from: period.start.slice(0, 4), to: period.end.slice(0, 4) }),
  );
  const likely = answer.editionsOf.find((each) => each.likeness >= 0.6);
  const [editionOf, setEditionOf] = useState(likely?.roadmapId ?? '');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const version = await work.flush();
      const { roadmapId } = await confirmImport(answer.id, {
        version,
        period,
        cycleTitle,
        editionOf: editionOf || null,
        reason: editionOf ? reason || null : null,
      });
      await client.invalidateQueries();
      await navigate({ to: `/roadmap/${roadmapId}` as string });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  const activities = work.draft.stages.reduce((sum, stage) => sum + stage.activities.length, 0);
  return (
    <Section
      title={say('confirm.title')}
      lead={say('confirm.lead', { stages: work.draft.stages.length, activities })}
      actions={
        <Button variant="default" onClick={onBack}>
          {say('confirm.back')}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {left > 0 && <Alert variant="light">{say('confirm.left', { count: left })}</Alert>}
          <TextInput
            label={say('confirm.cycle')}
            required
            value={cycleTitle}
            onChange={(event) => setCycleTitle(event.currentTarget.value)}
            maw="24rem"
          />
          {answer.editionsOf.length > 0 && (
            <Radio.Group label={say('confirm.edition')} value={editionOf} onChange={setEditionOf}>
              <Stack gap={6} mt={6}>
                <Radio value="" label={say('confirm.new')} />
                {answer.editionsOf.map((each) => (
                  <Radio
                    key={each.roadmapId}
                    value={each.roadmapId}
                    label={say('confirm.editionOf', { title: each.title })}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {editionOf && (
            <>
              <Textarea
                label={say('confirm.reason')}
                required
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Difference importId={answer.id} roadmapId={editionOf} version={work.version} />
            </>
          )}
          <RefusalMessage error={error} />
          <Group>
            <Button type="submit" size="md" loading={busy}>
              {say('confirm.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Difference({ importId, roadmapId, version }: { importId: string; roadmapId: string; version: number }) {
  const say = useImportTexts();
  const { data, error, refetch } = useQuery(differenceQuery(importId, roadmapId, version));
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={3} />;
  const lines = data.lines.filter((line) => line.change !== 'same');
  return (
    <div>
      <Text fw={500}>{say('difference.title')}</Text>
      <Text size="sm">{say('difference.kept', { count: data.kept })}</Text>
      {data.lost > 0 && (
        <Text size="sm" c="var(--state-late-text)">
          {say('difference.lost', { count: data.lost })}
        </Text>
      )}
      {lines.length === 0 && <Text size="sm">{say('difference.none')}</Text>}
      <ul>
        {lines.map((line, index) => (
          <li key={index}>
            <strong>{say(`change.${line.change}`)}:</strong> {line.title}
            {line.fields.map(({ field, before, after }) => (
              <Text key={field} size="sm" c="dimmed">
                {say('difference.field', { field: say(`field.${field}`), before: before ?? '—', after: after ?? '—' })}
              </Text>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
