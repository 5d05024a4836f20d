import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { Person } from '@nastavnik/contracts/staff';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useSession } from '../../lib/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconEye } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useStaffTexts } from './staff-texts.ts';

/** The administrator sees the screens as this person does, for a while, with a reason, changing nothing. */
export function LookSection({ person }: { person: Person }) {
  const say = useStaffTexts();
  const { active, impersonation } = useSession();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const begin = useMutation({
    mutationFn: () => ask('POST', '/impersonation', z.null(), { body: { personId: person.id, reason: reason.trim() } }),
    // Every screen is another one now, so the application starts anew.
    onSuccess: () => globalThis.location.assign('/'),
  });
  const may = active?.roles.includes('systemAdministrator') && !impersonation && person.id !== active.personId;
  if (!may || person.account !== 'active') return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <>
      <Button
        variant="subtle"
        w="fit-content"
        leftSection={<IconEye size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {say('look.open')}
      </Button>
      <Dialog opened={asking} title={say('look.title')} onClose={() => setAsking(false)}>
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text>{say('look.lead')}</Text>
            <TextInput
              label={say('look.reason')}
              description={say('look.reasonHint')}
              required
              maxLength={300}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <RefusalMessage error={begin.error} />
            <Button type="submit" w="fit-content" loading={begin.isPending}>
              {say('look.begin')}
            </Button>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
