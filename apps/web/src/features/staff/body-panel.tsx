import { Button, Group, Stack, Text } from '@mantine/core';
import type { CollectiveBody } from '@nastavnik/contracts/staff';
import { addDays } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { z } from 'zod';
import { dayInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconRemove } from '../../ui/icons.ts';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { undoable } from '../../ui/toast.tsx';
import { AddMember } from './add-member.tsx';
import { EditBodyForm } from './body-form.tsx';
import { useChangeBody } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

type Member = CollectiveBody['members'][number];

/** The members of one body, those of today first. */
export function BodyPanel({ body, onRemoved }: { body: CollectiveBody; onRemoved: () => void }) {
  const say = useStaffTexts();
  const today = useToday();
  const language = useLanguage();
  const change = useChangeBody();
  const remove = useChangeBody(z.null());
  const [removing, setRemoving] = useState(false);
  const present = body.members.filter((member) => !member.endedOn || member.endedOn >= today);
  const past = body.members.filter((member) => member.endedOn && member.endedOn < today);
  /** Who came today and leaves today was a slip and is taken out; whoever was a member stays in the history. */
  const end = async (member: Member) => {
    const path = `/${body.id}/members`;
    const slip = member.startedOn >= today;
    const { personId, office, startedOn, endedOn } = member;
    await change.mutateAsync(
      slip
        ? { method: 'DELETE', path: `${path}/${member.id}` }
        : { method: 'POST', path: `${path}/${member.id}/end`, body: { endedOn: addDays(today, -1) } },
    );
    undoable(say('members.gone', { name: member.name }), async () => {
      if (!slip) await change.mutateAsync({ method: 'DELETE', path: `${path}/${member.id}` });
      await change.mutateAsync({ method: 'POST', path, body: { personId, office, startedOn, endedOn } });
    });
  };
  return (
    <Stack gap="lg">
      <Text c="dimmed">
        {[say(`body.kind.${body.kind}`), body.orderNumber && say('body.orderWords', { number: body.orderNumber })]
          .filter(Boolean)
          .join(', ')}
      </Text>
      <Section title={say('members.title')}>
        {present.length === 0 && <Text c="dimmed">{say('members.empty')}</Text>}
        {present.map((member) => (
          <Group key={member.id} justify="space-between" wrap="nowrap">
            <MemberWords member={member} />
            {body.may.edit && (
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                aria-label={`${say('members.left')}: ${member.name}`}
                onClick={() => void end(member).catch(() => undefined)}
              >
                {say('members.left')}
              </Button>
            )}
          </Group>
        ))}
        <RefusalMessage error={change.error} />
      </Section>
      {body.may.edit && <AddMember body={body} />}
      {past.length > 0 && (
        <Section title={say('members.past')}>
          {past.map((member) => (
            <Group key={member.id} justify="space-between" wrap="nowrap">
              <MemberWords member={member} />
              <Text size="sm" c="dimmed">
                {member.endedOn && say('members.leftSince', { day: dayInWords(member.endedOn, today, language) })}
              </Text>
            </Group>
          ))}
        </Section>
      )}
      {body.may.edit && (
        <Section title={say('person.cards')}>
          <EditBodyForm key={JSON.stringify(body)} body={body} />
        </Section>
      )}
      {body.may.edit && (
        <Button
          variant="subtle"
          color="gray"
          w="fit-content"
          leftSection={<IconRemove size={18} aria-hidden />}
          onClick={() => setRemoving(true)}
        >
          {say('body.remove')}
        </Button>
      )}
      <ConfirmDialog
        opened={removing}
        title={say('body.removeTitle', { name: body.name })}
        action={say('body.remove')}
        busy={remove.isPending}
        error={remove.error}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate({ method: 'DELETE', path: `/${body.id}` }, { onSuccess: onRemoved })}
      >
        {say('body.removeText')}
      </ConfirmDialog>
    </Stack>
  );
}

function MemberWords({ member }: { member: Member }) {
  const say = useStaffTexts();
  return (
    <div>
      <Text>
        <PersonName name={member.name} />
      </Text>
      <Text size="sm" c="dimmed">
        {[say(`office.${member.office}`), member.post].filter(Boolean).join(', ')}
      </Text>
    </div>
  );
}
