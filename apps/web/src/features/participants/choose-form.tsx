import { Button, Group, NativeSelect } from '@mantine/core';
import type { Participant } from '@nastavnik/contracts/participants';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { formsQuery, useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** The form that was left for later, out of those that are carried out here and are for such people. */
export function ChooseForm({ participant: { id, version, role, person } }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const { data } = useQuery(formsQuery);
  const save = useRecord();
  const [formId, setFormId] = useState('');
  const fitting = (data?.forms ?? []).filter(
    ({ enabled, definition }) => enabled && definition[role].standings.some((each) => each === person.standing),
  );
  if (fitting.length === 0) return null;
  return (
    <>
      <Group gap="xs" align="flex-end" className="no-print">
        <NativeSelect
          label={say('fact.form')}
          value={formId}
          data={[
            { value: '', label: say('form.choose') },
            ...fitting.map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChange={(event) => setFormId(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={formId === ''}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { method: 'PUT', path: `/participants/${id}/form`, body: { version, formId } },
              { onSuccess: () => toldAbout(say('form.saved')) },
            )
          }
        >
          {say('form.save')}
        </Button>
      </Group>
      <RefusalMessage error={save.error} />
    </>
  );
}
