import { Button, Text } from '@mantine/core';
import { invitationAnswer, type Person } from '@nastavnik/contracts/staff';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { IconLink } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { personQuery } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

/** The invitation by link; the link is shown once, only its hash is kept. */
export function InviteSection({ person }: { person: Person }) {
  const say = useStaffTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => ask('POST', `/people/${person.id}/invitation`, invitationAnswer),
    onSuccess: () => client.invalidateQueries({ queryKey: personQuery(person.id).queryKey }),
  });
  const revoke = useMutation({
    mutationFn: () => ask('DELETE', `/people/${person.id}/invitation`, z.null()),
    onSuccess: async () => {
      make.reset();
      toldAbout(say('invite.revoked'));
      await client.invalidateQueries({ queryKey: personQuery(person.id).queryKey });
    },
  });
  return (
    <Section title={say('invite.title')} lead={say(`invite.${person.account}`)}>
      {make.data && (
        <CopyField
          label={say('invite.link')}
          description={say('invite.linkHint', { moment: momentInWords(make.data.expiresAt, language) })}
          value={make.data.link}
        />
      )}
      {make.data?.mailed && <Text size="sm">{say('invite.mailed', { email: person.email ?? '' })}</Text>}
      {person.may.invite && !make.data && (
        <Button
          variant={person.account === 'none' ? 'filled' : 'default'}
          w="fit-content"
          leftSection={<IconLink size={18} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {say(person.account === 'none' ? 'invite.make' : 'invite.again')}
        </Button>
      )}
      {person.may.invite && person.account === 'invited' && (
        <Button
          variant="subtle"
          color="gray"
          w="fit-content"
          loading={revoke.isPending}
          onClick={() => revoke.mutate()}
        >
          {say('invite.revoke')}
        </Button>
      )}
      <RefusalMessage error={make.error ?? revoke.error} />
    </Section>
  );
}
